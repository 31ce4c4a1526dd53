import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SETS, curveKind, seriesStyle } from '../../web/views/charts/curve-kind.js';
import { themeColors } from '../../web/views/palette.js';

test('ticks are short, from the smallest losses to the enormous', () => {
  const { formatTick } = curveKind('cross_entropy', 2);
  assert.equal(formatTick(0.1 + 0.2), '0.3');
  assert.equal(formatTick(0), '0');
  assert.equal(formatTick(2500), '2500');
  assert.equal(formatTick(3e6), '3.0e6');
  assert.equal(curveKind('accuracy', 2).formatTick(0.7), '70%');
});

test('guessing costs ln 2, or a quarter, and is right half of the time', () => {
  assert.equal(curveKind('cross_entropy', 2).reference.value, Math.log(2));
  assert.equal(curveKind('cross_entropy', 2).reference.label, 'guessing: ln 2');
  assert.equal(curveKind('squared_error', 2).reference.value, 0.25);
  assert.equal(curveKind('squared_error', 2).reference.label, 'guessing: ¼');
  assert.equal(curveKind('accuracy', 2).reference.value, 0.5);
  assert.equal(curveKind('accuracy', 2).reference.label, 'guessing: 50%');
  assert.equal(curveKind('accuracy', 4).reference.value, 0.25);
});

test('the series differ in colour and in dash', () => {
  const [train, testSet] = SETS.map((set) => seriesStyle(set, themeColors('light')));
  assert.notEqual(train.color, testSet.color);
  assert.deepEqual(train.dash, []);
  assert.notDeepEqual(testSet.dash, []);
});
