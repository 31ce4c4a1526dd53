import assert from 'node:assert/strict';
import { test } from 'node:test';
import GERMAN from '../../web/languages/de.js';
import { describeCurve } from '../../web/views/charts/curve-kind.js';
import { describeHit, describeNetwork, subscript } from '../../web/views/network/probe.js';
import { pictureWords } from '../../web/views/text/picture-words.js';
import { describeBoundary, describePoints } from '../../web/views/plane/description.js';
import { answerMap } from '../../web/views/plane/map.js';
import { sampleField, sigmoid } from './views-fields.js';

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
  const [german, none] = [pictureWords(GERMAN), points([])];
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

test('neurons and weights are told with their place and values', () => {
  const network = { layerSizes: [2, 12, 1] };
  const weightsIn = Float64Array.of(0.5, -1.25);
  assert.deepEqual(
    describeHit({ kind: 'neuron', layer: 1, neuron: 2, bias: -0.125, weightsIn }, network),
    ['Hidden layer 1, neuron 3', 'Bias −0.125', 'w₁ 0.500   w₂ −1.25'],
  );
  const many = new Float64Array(12);
  const output = describeHit(
    { kind: 'neuron', layer: 2, neuron: 0, bias: 1, weightsIn: many },
    network,
  );
  assert.equal(output[0], 'Output neuron');
  assert.equal(output[output.length - 1], 'and 4 more weights');
  assert.deepEqual(
    describeHit(
      { kind: 'neuron', layer: 0, neuron: 1, bias: null, weightsIn: new Float64Array(0) },
      network,
    ),
    ['Input x₂'],
  );
  assert.deepEqual(
    describeHit({ kind: 'edge', layer: 1, from: 0, neuron: 11, weight: 0.25 }, network),
    ['Weight 0.250', 'from input x₁', 'to hidden layer 1, neuron 12'],
  );
  const named = { ...network, inputs: ['x₁²', 'sin x₂'] };
  const edge = describeHit({ kind: 'edge', layer: 1, from: 1, neuron: 0, weight: 1 }, named);
  assert.equal(edge[1], 'from input sin x₂');
  assert.equal(subscript(12), '₁₂');
});
