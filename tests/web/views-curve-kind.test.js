import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evenGuess, guessOf } from '../../web/state/guess.js';
import { SETS, curveKind, seriesStyle } from '../../web/views/charts/curve-kind.js';
import { themeColors } from '../../web/views/palette.js';

test('ticks are short, from the smallest losses to the enormous', () => {
  const { formatTick } = curveKind('cross_entropy', evenGuess(2));
  assert.equal(formatTick(0.1 + 0.2), '0.3');
  assert.equal(formatTick(0), '0');
  assert.equal(formatTick(2500), '2500');
  assert.equal(formatTick(3e6), '3e6');
  assert.equal(formatTick(2.5e6), '2.5e6');
  assert.equal(curveKind('accuracy', evenGuess(2)).formatTick(0.7), '70%');
});

/**
 * @param {number[]} y
 * @param {{ problem?: 'classification' | 'regression', outputs?: number }} [options]
 */
function guess(y, { problem = 'classification', outputs = 1 } = {}) {
  const points = (/** @type {number[]} */ labels) => ({
    x1: new Float64Array(labels.length),
    x2: new Float64Array(labels.length),
    y: Float64Array.from(labels),
  });
  const middle = Math.ceil(y.length / 2);
  return guessOf({
    problem,
    layerSizes: [2, outputs],
    train: points(y.slice(0, middle)),
    test: points(y.slice(middle)),
  });
}

/**
 * @param {number} actual
 * @param {number} expected
 */
const isNear = (actual, expected) => assert.ok(Math.abs(actual - expected) < 1e-12, `${actual}`);

test('guessing between two costs ln 2, or a quarter, and is right half of the time', () => {
  const even = guess([0, 1, 1, 0]);
  const kinds = /** @type {const} */ (['cross_entropy', 'squared_error', 'accuracy']);
  const references = kinds.map((name) => curveKind(name, even).reference);
  assert.deepEqual(
    references.map(({ label }) => label),
    ['guessing: ln 2', 'guessing: ¼', 'guessing: 50%'],
  );
  references.forEach(({ value }, i) => isNear(value, [Math.log(2), 0.25, 0.5][i]));
});

test('guessing among more classes costs more, and is in sight from the start', () => {
  const six = guess([0, 1, 2, 3, 4, 5], { outputs: 6 });
  const loss = curveKind('cross_entropy', six);
  isNear(loss.reference.value, Math.log(6));
  assert.equal(loss.reference.label, 'guessing: ln 6');
  assert.ok(loss.range[1] > Math.log(6));
  const squares = curveKind('squared_error', six);
  isNear(squares.reference.value, 5 / 36);
  assert.equal(squares.reference.label, 'guessing: 5/36');
  const accuracy = curveKind('accuracy', six);
  isNear(accuracy.reference.value, 1 / 6);
  assert.ok(accuracy.range[0] < 1 / 6);
});

test('where a class is more frequent, guessing is to name it', () => {
  const uneven = guess([0, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
  assert.equal(curveKind('accuracy', uneven).reference.label, 'guessing: 90%');
  const { value, label } = curveKind('cross_entropy', uneven).reference;
  isNear(value, -(0.9 * Math.log(0.9) + 0.1 * Math.log(0.1)));
  assert.equal(label, 'guessing: 0.325');
  isNear(curveKind('squared_error', uneven).reference.value, 0.09);
  const absent = guess([0, 2, 2, 0], { outputs: 3 });
  isNear(curveKind('cross_entropy', absent).reference.value, Math.log(2));
});

test('of values the mean is the guess: its R² is 0, its squared error their variance', () => {
  const values = guess([1, 2, 3, 4, 5, 9], { problem: 'regression' });
  const loss = curveKind('squared_error', values);
  isNear(loss.reference.value, 20 / 3);
  assert.equal(loss.reference.label, 'always the mean: 6.67');
  assert.ok(loss.range[1] > 20 / 3);
  const { reference, title, range } = curveKind('r2', values);
  assert.deepEqual(reference, { value: 0, label: 'always the mean: 0' });
  assert.equal(title, 'R² (1 is perfect)');
  assert.deepEqual(range, [0, 1]);
});

test('values that are all the same leave the axis a length', () => {
  const { range } = curveKind('squared_error', guess([2, 2, 2, 2], { problem: 'regression' }));
  assert.deepEqual(range, [0, 1]);
});

test('the series differ in colour and in dash', () => {
  const [train, testSet] = SETS.map((set) => seriesStyle(set, themeColors('light')));
  assert.notEqual(train.color, testSet.color);
  assert.deepEqual(train.dash, []);
  assert.notDeepEqual(testSet.dash, []);
});
