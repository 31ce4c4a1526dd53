/**
 * What the page takes for the order of parameters and of metrics, against the engine's own.
 *
 * @module
 */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { COLUMNS, ROW_LENGTH, metricsOf } from '../../web/state/metrics.js';
import { joinLayers, splitRows } from '../../web/state/model.js';
import { parameterCount, parameterPlaces } from '../../web/state/parameters.js';
import { createExperiment, loadShippedEngine } from './support.js';

const SIZES = [2, 4, 3, 1];
const ACTIVATIONS = ['linear', 'linear', 'linear'];

/** @type {import('../../web/engine/engine.js').Engine} */
let engine;
before(async () => {
  engine = await loadShippedEngine();
});

/** Small whole numbers, whose sums are exact in any order. */
function wholeParameters() {
  return Float64Array.from({ length: parameterCount(SIZES) }, (_, i) => ((7 * i) % 11) - 5);
}

/**
 * @param {import('../../web/state/model.js').LayerValues[]} layers
 * @param {number[]} x
 */
function outputs(layers, x) {
  let values = x;
  for (const { weights, biases } of layers) {
    values = Array.from(weights, (row, neuron) =>
      values.reduce((sum, value, input) => sum + row[input] * value, biases[neuron]),
    );
  }
  return values;
}

test('weights and biases stand where the engine has them', () => {
  const network = engine.createNetwork(SIZES, ACTIVATIONS);
  const parameters = wholeParameters();
  network.setParameters(parameters);
  assert.deepEqual(network.parameters(), parameters);
  const layers = splitRows(parameters, SIZES);
  for (const x of [
    [1, 0],
    [0, 1],
    [3, -2],
  ]) {
    assert.deepEqual(
      network.forward(x.map((value) => [value])).map((row) => row[0]),
      outputs(layers, x),
    );
  }
  network.dispose();
});

test('each parameter by its place is the engine’s by its index', () => {
  const network = engine.createNetwork(SIZES, ACTIVATIONS);
  parameterPlaces(SIZES).forEach(({ layer, neuron, input }, index) => {
    const layers = splitRows(new Float64Array(parameterCount(SIZES)), SIZES);
    const { weights, biases } = layers[layer];
    if (input === null) biases[neuron] = 1;
    else weights[neuron][input] = 1;
    network.setLayers(layers);
    const found = network.parameters();
    assert.equal(found.indexOf(1), index);
    assert.deepEqual(joinLayers(network.layers(), SIZES), found);
  });
  network.dispose();
});

test('the count is the engine’s', () => {
  for (const sizes of [[2, 1], [2, 8, 8, 1], SIZES]) {
    const network = engine.createNetwork(
      sizes,
      sizes.slice(1).map(() => 'tanh'),
    );
    assert.equal(network.parameters().length, parameterCount(sizes));
    network.dispose();
  }
});

test('a row of the history holds what its names say, as the engine measures it', () => {
  const experiment = createExperiment(engine, { layers: [3] });
  const rows = experiment.step(7);
  assert.equal(rows.length, 7 * ROW_LENGTH);
  const { epoch, trainLoss, testLoss, trainAccuracy, testAccuracy } = metricsOf(
    rows,
    6 * ROW_LENGTH,
  );
  assert.deepEqual(Object.keys(experiment.metrics()), [...COLUMNS]);
  const { description } = experiment;
  const network = engine.createNetwork(description.layerSizes, description.activations);
  network.setParameters(experiment.parameters());
  const measured = (/** @type {import('../../web/state/types.js').Points} */ { x1, x2, y }) =>
    network.evaluate([x1, x2], [Float64Array.from(y)]);
  const [train, testSet] = [measured(description.train), measured(description.test)];
  assert.equal(epoch, 7);
  assert.deepEqual([trainLoss, trainAccuracy], [train.loss, train.accuracy]);
  assert.deepEqual([testLoss, testAccuracy], [testSet.loss, testSet.accuracy]);
  network.dispose();
  experiment.dispose();
});
