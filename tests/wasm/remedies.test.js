import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { searchTurn } from '../../web/element/diverged/search.js';
import { findRemedies } from '../../web/element/diverged/trial.js';
import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { startingPatch } from '../../web/state/live.js';
import { epochsToTry } from '../../web/state/remedies.js';
import { createClient } from '../../web/worker/client.js';
import { poolOf } from './session-support.js';
import { loadShippedEngine } from './support.js';

/** @import { Config } from '../../web/state/types.js' */

/** @type {import('../../web/package/engine.js').Engine} */
let engine;
before(async () => {
  engine = await loadShippedEngine();
});

/** @type {typeof createClient} */
const create = (options) => createClient({ ...options, pool: poolOf(engine) });
const { signal } = new AbortController();

/** @param {object} patch */
function configOf(patch) {
  const { config, errors } = applyPatch(defaultConfig(), patch);
  assert.deepEqual(errors, []);
  return config;
}

/**
 * @param {Config} config
 * @param {number} epochs
 * @returns {number | null} the epoch at which it diverges by then
 */
function divergence(config, epochs) {
  const experiment = engine.createExperiment(config);
  experiment.step(epochs);
  const { epoch } = experiment.metrics();
  const end = experiment.diverged ? epoch : null;
  experiment.dispose();
  return end;
}

const REGRESSION = { preset: 'regression' };
const LARGE = Array.from({ length: 12 }, (_, i) => [1e6 * Math.sin(i), 1e6 * Math.cos(2 * i), i]);
const DECAY = { regularization: 'l2', regularizationRate: 10 };

/** @type {[name: string, patch: object][]} */
const RUNS = [
  ['gradient descent', { ...REGRESSION, optimizer: 'sgd', learningRate: 3 }],
  ['a larger rate', { ...REGRESSION, optimizer: 'sgd', learningRate: 10 }],
  ['momentum', { ...REGRESSION, optimizer: 'momentum', learningRate: 1 }],
  ['mini-batches', { ...REGRESSION, optimizer: 'sgd', learningRate: 3, batchSize: 16 }],
  [
    'the simplified rule',
    { ...REGRESSION, optimizer: 'sgd', learningRate: 5, rule: 'simplified', activation: 'relu' },
  ],
  ['a penalty too large for the rate', { optimizer: 'sgd', learningRate: 10, ...DECAY }],
  [
    'a penalty that only the weights tell of',
    { optimizer: 'momentum', learningRate: 10, layers: [], loss: 'squared_error', ...DECAY },
  ],
  [
    'own points with large coordinates',
    {
      problem: 'regression',
      dataset: 'own',
      data: LARGE,
      optimizer: 'momentum',
      learningRate: 0.03,
      layers: [],
    },
  ],
  [
    'a change of the schedule',
    {
      ...REGRESSION,
      optimizer: 'sgd',
      learningRate: 0.01,
      activation: 'relu',
      schedule: '50:learning-rate=0.02 200:learning-rate=10',
    },
  ],
];

for (const [name, patch] of RUNS) {
  test(`what is offered has been seen to help: ${name}`, async () => {
    const config = configOf(patch);
    const last = divergence(config, 20_000);
    assert.ok(last !== null, 'it is to diverge');
    const remedies = await findRemedies(config, last, { signal, create });
    assert.equal(remedies.length, 3, JSON.stringify(remedies));
    const epochs = epochsToTry(config, last);
    assert.ok(epochs >= last);
    for (const { settings, patch: start } of remedies) {
      // Wherever in the run somebody looks who presses it.
      for (const epoch of [0, last - 1, last]) {
        const { config: tried, errors } = applyPatch(config, startingPatch(config, epoch, start));
        assert.deepEqual(errors, []);
        assert.equal(divergence(tried, epochs), null, JSON.stringify(settings));
      }
    }
  });
}

test('where a tenth of the rate is not small enough, a smaller one is offered', async () => {
  const config = configOf({ ...REGRESSION, optimizer: 'sgd', learningRate: 10, batchSize: 8 });
  const last = divergence(config, 2000) ?? assert.fail();
  assert.notEqual(divergence({ ...config, learningRate: 1 }, epochsToTry(config, last)), null);
  const [{ settings }] = await findRemedies(config, last, { signal, create });
  assert.deepEqual(settings, { learningRate: 0.1 });
});

test('no longer than the epoch limit is tried', async () => {
  const config = configOf({ ...REGRESSION, optimizer: 'sgd', learningRate: 3, epochs: 300 });
  let furthest = 0;
  const onEpoch = (/** @type {number} */ epoch) => (furthest = Math.max(furthest, epoch));
  await findRemedies(config, divergence(config, 300) ?? NaN, { signal, create, onEpoch });
  assert.equal(furthest, 300);
});

/** As large as settings allow, and as long as a test may take. */
const EXTREMES = [
  { layers: [64, 64, 64, 64, 64, 64], activation: 'relu', init: 'he' },
  { layers: [], regularization: 'l2', regularizationRate: 10 },
  { layers: [8, 8], activation: 'elu', regularization: 'l1', regularizationRate: 10 },
  { layers: [16, 16, 16], activation: 'linear', rule: 'simplified' },
];

for (const optimizer of ['rmsprop', 'adam']) {
  test(`by its settings alone, no run diverges with ${optimizer}, whose steps are as large as the rate`, () => {
    const extreme = { problem: 'regression', dataset: 'own', data: LARGE, batchSize: 1 };
    const features = 'x1,x2,x1^2,x2^2,x1*x2';
    for (const patch of EXTREMES) {
      const config = configOf({ ...extreme, features, optimizer, learningRate: 10, ...patch });
      assert.equal(divergence(config, 300), null, JSON.stringify(patch));
    }
  });

  test(`a weight that the schedule sets too large is named, and undone, with ${optimizer}`, async () => {
    const config = configOf({ ...REGRESSION, optimizer, schedule: '40:w1.1.1=3 60:w3.1.2=1e200' });
    const last = divergence(config, 2000);
    assert.equal(last, 60);
    const found = await searchTurn({ config, epoch: last, model: null }, last, { signal, create });
    // That from epoch 59 to 60.
    assert.equal(found?.kind, 'step');
    assert.deepEqual([found.turn.epoch, found.grown.epoch], [58, 59]);
    const remedies = await findRemedies(config, last, { signal, create });
    assert.deepEqual(
      remedies.map(({ settings }) => settings),
      [{ schedule: '' }],
    );
  });
}

test('it ends when nobody wants to know any more', async () => {
  const controller = new AbortController();
  const config = configOf({ ...REGRESSION, optimizer: 'sgd', learningRate: 3 });
  const onEpoch = () => controller.abort();
  const trying = findRemedies(config, 94, { signal: controller.signal, create, onEpoch });
  await assert.rejects(trying, { name: 'AbortError' });
});
