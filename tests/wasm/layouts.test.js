/**
 * What the page takes for the order of metrics, against the engine's own.
 *
 * @module
 */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { COLUMNS, ROW_LENGTH, metricsOf } from '../../web/state/metrics.js';
import { createExperiment, loadShippedEngine } from './support.js';

/** @type {import('../../web/engine/engine.js').Engine} */
let engine;
before(async () => {
  engine = await loadShippedEngine();
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
