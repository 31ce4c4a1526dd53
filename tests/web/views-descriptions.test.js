import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parameterCount, splitLayers } from '../../web/state/parameters.js';
import GERMAN from '../../web/languages/de.js';
import { describeCurve } from '../../web/views/charts/curve-kind.js';
import {
  describeEdge,
  describeNetwork,
  formulaOf,
  printFormula,
  subscript,
} from '../../web/views/network/probe.js';
import { ENGLISH_WORDS, wholeWords } from '../../web/views/text/whole-words.js';
import { describeBoundary, describePoints } from '../../web/views/plane/description.js';
import { answerMap } from '../../web/views/plane/map.js';
import { sampleField, sampleSoftmax, sigmoid } from './views-fields.js';

const RESOLUTION = 50;

/**
 * @param {Float64Array} grid
 * @param {number} resolution
 */
const answer = (grid, resolution) => answerMap({ grid, resolution }, [0, 1]);

/** @param {(u: number, v: number) => number} logit */
const describeField = (logit) =>
  describeBoundary(
    answer(
      sampleField(RESOLUTION, (u, v) => sigmoid(logit(u, v))),
      RESOLUTION,
    ),
  );

test('a straight boundary, the shares of its sides and the probabilities are named', () => {
  assert.equal(
    describeField((u) => u - 24.5),
    'The decision boundary is one straight line: 50% of the plane is class 0 (blue), ' +
      '50% class 1 (orange). Probabilities of class 1 go from < 0.001 to > 0.999.',
  );
});

test('curves, closed curves and mixtures are told apart', () => {
  assert.match(
    describeField((u, v) => v - 25 - 8 * Math.sin(u / 8)),
    /^The decision boundary is one curve:/,
  );
  assert.match(
    describeField((u, v) => 12 - Math.hypot(u - 25, v - 25)),
    /is one closed curve:/,
  );
  assert.match(
    describeField((u) => Math.cos(u / 8) * 3),
    /is two straight lines:/,
  );
  assert.match(
    describeField((u, v) => Math.max(5 - Math.hypot(u - 35, v - 25), 10.5 - u)),
    /is one straight line and one closed curve:/,
  );
});

test('without a boundary, the class that has all is named', () => {
  assert.match(
    describeField(() => -3),
    /^No boundary in sight: everything is class 0\./,
  );
  assert.match(
    describeField(() => 3),
    /everything is class 1\./,
  );
});

test('an untrained network is called undecided', () => {
  assert.match(
    describeField((u) => (u - 25) / 1000),
    /nearly undecided: probabilities of class 1 only go from 0\.494 to 0\.506\.$/,
  );
});

test('a diverged network has no boundary', () => {
  assert.match(
    describeField(() => NaN),
    /no longer numbers/,
  );
});

test('accuracy is told with the epoch that it belongs to', () => {
  const map = answer(new Float64Array(4).fill(0.9), 2);
  const metrics = { trainLoss: 0.3, testLoss: 0.3, trainAccuracy: 0.9625, testAccuracy: 52 / 60 };
  assert.match(
    describeBoundary(map, { metrics: { ...metrics, epoch: 1000 } }),
    /After 1,000 epochs, 96\.3% of the training points and 86\.7% of the test points are on the right side\.$/,
  );
  assert.match(describeBoundary(map, { metrics: { ...metrics, epoch: 1 } }), /After 1 epoch, /);
  assert.match(describeBoundary(map, { metrics: { ...metrics, epoch: 0 } }), /Before training, /);
});

test('points without an answer are counted by class', () => {
  const points = (/** @type {number[]} */ y) => ({
    x1: Float64Array.from(y),
    x2: Float64Array.from(y),
    y: Float64Array.from(y),
  });
  const data = { train: points([0, 1, 1]), test: points([0, 0]) };
  assert.equal(
    describePoints({ ...data, points: 'both' }, [0, 1]),
    '3 training points, 1 of class 0 and 2 of class 1; 2 test points, 2 of class 0 and 0 of class 1.',
  );
  const [german, none] = [wholeWords(GERMAN), points([])];
  assert.equal(
    describePoints({ train: none, test: data.test, points: 'test' }, [0, 1], german),
    '2 Testpunkte, davon 2 der Klasse 0 und 0 der Klasse 1.',
  );
});

test('a curve is told by its ends and its best test value', () => {
  const points = { epoch: [0, 5, 10], train: [0.7, 0.4, 0.1], test: [0.71, 0.3, 0.35] };
  assert.equal(
    describeCurve('loss', points),
    'From epoch 0 to 10, training loss went from 0.700 to 0.100 and test loss from 0.710 to 0.350. ' +
      'Test loss was best at epoch 5: 0.300.',
  );
  assert.match(describeCurve('accuracy', points), /best at epoch 0: 71%\.$/);
  assert.equal(
    describeCurve('accuracy', { epoch: [0], train: [0.5], test: [0.45] }),
    'At epoch 0: training accuracy 50%, test accuracy 45%.',
  );
  assert.equal(describeCurve('loss', { epoch: [], train: [], test: [] }), 'No epochs yet.');
});

test('a network is told layer by layer', () => {
  assert.equal(
    describeNetwork({
      layerSizes: [2, 8, 1],
      activations: ['relu', 'sigmoid'],
      largestWeight: 2.345,
    }),
    'The network: 2 inputs (x₁, x₂), then 8 relu neurons, then 1 sigmoid neuron. ' +
      'Its largest weight is 2.35 in size.',
  );
});

test('weights are told with their place and values', () => {
  const layerSizes = [2, 12, 1];
  const layers = splitLayers(new Float64Array(parameterCount(layerSizes)).fill(0.25), layerSizes);
  assert.deepEqual(
    describeEdge({ kind: 'edge', layer: 1, from: 0, neuron: 11 }, { layerSizes, layers }),
    ['Weight 0.250', 'from input x₁', 'to hidden layer 1, neuron 12'],
  );
  const named = { layerSizes, layers, inputs: ['x₁²', 'sin x₂'] };
  const edge = describeEdge({ kind: 'edge', layer: 1, from: 1, neuron: 0 }, named);
  assert.equal(edge[1], 'from input sin x₂');
  assert.equal(subscript(12), '₁₂');
});

test('what a neuron computes is a formula with its numbers', () => {
  const layerSizes = [2, 12, 1];
  const parameters = new Float64Array(parameterCount(layerSizes));
  parameters.set([0.834, -1.2]);
  parameters[24] = 0.4;
  const layers = splitLayers(parameters, layerSizes);
  const network = { layerSizes, layers, activations: ['tanh', 'linear'], inputs: ['x₁', 'x₁²'] };
  const first = formulaOf({ layer: 1, neuron: 0 }, network);
  assert.equal(printFormula(first), 'tanh(0.83·x₁ − 1.2·x₁² + 0.40)');
  layers[1].weights.set([-3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1]);
  layers[1].biases[0] = -0.5;
  const output = printFormula(formulaOf({ layer: 2, neuron: 0 }, network));
  assert.match(output, /^−3\.0·a₁ \+ /);
  assert.match(output, / \+ 2\.0·a₁₁ \+ 1\.0·a₁₂ \+ … − 0\.50$/);
  assert.equal(output.match(/·/g)?.length, 10);
});

test('of several classes the shares, the lines between them and how sure the winner is are named', () => {
  const of = (/** @type {((u: number, v: number) => number)[]} */ sums, words = ENGLISH_WORDS) => {
    const { values, resolution } = sampleSoftmax(RESOLUTION, sums);
    const labels = sums.map((_, label) => label);
    return describeBoundary(answerMap({ grid: values, resolution }, labels, words), { words });
  };
  const thirds = [
    (/** @type {number} */ u) => 16 - u,
    () => 0,
    (/** @type {number} */ u) => u - 33,
  ];
  assert.equal(
    of(thirds),
    'The decision boundary is two straight lines: 34% of the plane is class 0 (blue), 34% class 1 ' +
      '(orange), 32% class 2 (green). The probability of the likeliest class goes from 0.500 to > 0.999.',
  );
  assert.equal(
    of(thirds, wholeWords(GERMAN, undefined, ['Apfel'])),
    'Die Entscheidungsgrenze sind zwei Geraden: 34\u00a0% der Ebene sind Klasse Apfel (blau), ' +
      '34\u00a0% Klasse 1 (orange), 32\u00a0% Klasse 2 (grün). Die Wahrscheinlichkeit der ' +
      'wahrscheinlichsten Klasse reicht von 0,500 bis > 0,999.',
  );
  assert.match(
    of([() => 0, (u) => (u - 25) / 1e4, () => 0]),
    /nearly undecided: the probability of the likeliest class only goes from 0\.333 to 0\.334\.$/,
  );
  assert.match(of([() => 0, () => 1, () => 5]), /^No boundary in sight: everything is class 2\. /);
  assert.match(of([() => NaN, () => NaN, () => NaN]), /no longer numbers/);
});

test('values are told by the lowest and the highest, and where they lie', () => {
  const of = (/** @type {(u: number, v: number) => number} */ field, metrics = undefined) =>
    describeBoundary(
      answerMap({ grid: sampleField(RESOLUTION, field), resolution: RESOLUTION }, []),
      {
        metrics,
      },
    );
  assert.equal(
    of((u, v) => (u + v) / 98 - 0.25),
    'Predictions go from −0.250 at the lower left to 0.750 at the upper right.',
  );
  assert.match(
    of((u, v) => Math.hypot(u - 25, v - 25)),
    /^Predictions go from 0 in the middle to 35\.4 at the lower left\.$/,
  );
  assert.equal(
    of(() => 0.5),
    'The prediction is 0.500 everywhere.',
  );
  assert.equal(
    of(() => NaN),
    'The predictions are no longer numbers.',
  );
  const metrics = { epoch: 20, trainLoss: 0.1, testLoss: 0.1, trainR2: 0.951, testR2: -0.2 };
  assert.match(
    of((u) => u, /** @type {any} */ (metrics)),
    /After 20 epochs, R² is 0\.9510 on the training points and −0\.2000 on the test points\.$/,
  );
});

test('points that have values are counted, with the least and the largest', () => {
  const points = (/** @type {number[]} */ y) => ({
    x1: Float64Array.from(y),
    x2: Float64Array.from(y),
    y: Float64Array.from(y),
  });
  const data = {
    train: points([0.5, -1.25, 3]),
    test: points([]),
    points: /** @type {const} */ ('both'),
  };
  assert.equal(
    describePoints(data, []),
    '3 training points, with values from −1.25 to 3.00; 0 test points.',
  );
  assert.equal(
    describePoints(data, [], wholeWords(GERMAN)),
    '3 Trainingspunkte mit Werten von −1,25 bis 3,00; 0 Testpunkte.',
  );
});
