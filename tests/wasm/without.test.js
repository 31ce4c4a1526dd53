import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { createData } from '../../web/engine/data.js';
import { trainerOptions } from '../../web/engine/start.js';
import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { networkOf } from '../../web/state/model.js';
import { endsOf, problemOf } from '../../web/state/problem.js';
import { loadShippedEngine } from './support.js';

/** @type {import('../../web/package/engine.js').Engine} */
let engine;
before(async () => {
  engine = await loadShippedEngine();
});

const EPOCHS = 25;

/** @type {[name: string, patch: object][]} */
const SETTINGS = [
  ['two moons', {}],
  ['scaled points, all features', { scale: 'standard', features: 'x1,x2,x1^2,x2^2,x1*x2' }],
  ['mini batches', { batchSize: 32, optimizer: 'momentum', weightSeed: 5 }],
  ['three classes', { dataset: 'blobs', classes: 3, noise: 0.7 }],
  ['values', { dataset: 'hills', samples: 60 }],
];

/**
 * @param {ArrayLike<number>} row
 * @param {number} index
 */
const cut = (row, index) => Float64Array.from(row).filter((_, i) => i !== index);

for (const [name, patch] of SETTINGS) {
  test(`a run without a point is that of the engine with it taken out by hand: ${name}`, () => {
    const { config, errors } = applyPatch(defaultConfig(), patch);
    assert.deepEqual(errors, []);
    const problem = problemOf(config);
    const { train, test: rest } = createData(engine, config, endsOf(problem).outputs);
    const losses = new Set();
    for (const without of [0, 7, train.labels.length - 1]) {
      const experiment = engine.createExperiment(config, { without });
      experiment.step(EPOCHS);

      const { layerSizes, activations } = networkOf(config);
      const network = engine.createNetwork(layerSizes, activations);
      const stream = engine.createRandomState(config.weightSeed ?? config.seed);
      network.initialize(config.init, stream);
      const others = {
        X: train.X.map((row) => cut(row, without)),
        y: train.y.map((row) => cut(row, without)),
      };
      const options = trainerOptions(problem, config);
      const trainer = engine.createTrainer(network, others, rest, options, stream);
      trainer.step(EPOCHS);

      assert.deepEqual(experiment.metrics(), trainer.metrics());
      const { description } = experiment;
      assert.deepEqual(description.train.x1, cut(train.plane[0], without));
      assert.deepEqual(description.test.x1, rest.plane[0]);
      losses.add(trainer.metrics().testLoss);
      for (const handle of [experiment, trainer, network, stream]) handle.dispose();
    }
    assert.equal(losses.size, 3, 'each point makes a difference of its own');
  });
}

test('the plane and the scaling are those with the point', () => {
  const { config } = applyPatch(defaultConfig(), { scale: 'standard' });
  const whole = engine.createExperiment(config);
  const experiment = engine.createExperiment(config, { without: 3 });
  assert.deepEqual(experiment.description.bounds, whole.description.bounds);
  assert.deepEqual(experiment.description.scaler, whole.description.scaler);
  assert.deepEqual(experiment.parameters(), whole.parameters());
  assert.equal(experiment.description.train.y.length, whole.description.train.y.length - 1);
  for (const handle of [whole, experiment]) handle.dispose();
});

test('a point that there is not is refused, and so is the only one', () => {
  const config = defaultConfig();
  for (const without of [240, -1, 1.5, NaN]) {
    assert.throws(() => engine.createExperiment(config, { without }), {
      name: 'RangeError',
      message: `without: ${without} of 240; allowed are whole numbers from 0 to 239`,
    });
  }
  const { config: few } = applyPatch(config, { samples: 4, testSize: 0.6 });
  assert.throws(() => engine.createExperiment(few, { without: 0 }), {
    name: 'RangeError',
    message: 'without: 0 of 1; allowed are two training points',
  });
});
