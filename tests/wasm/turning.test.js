import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { searchTurn } from '../../web/element/diverged/search.js';
import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { createClient } from '../../web/worker/client.js';
import { poolOf } from './session-support.js';
import { loadShippedEngine } from './support.js';

/** @type {import('../../web/package/engine.js').Engine} */
let engine;
before(async () => {
  engine = await loadShippedEngine();
});

/** @type {typeof createClient} */
const create = (options) => createClient({ ...options, pool: poolOf(engine) });

/** @param {object} patch */
const configOf = (patch) => applyPatch(defaultConfig(), { preset: 'regression', ...patch }).config;

/** Trains until it diverges. @param {import('../../web/state/types.js').Config} config */
function diverge(config) {
  const experiment = engine.createExperiment(config);
  const losses = [experiment.metrics().trainLoss];
  while (!experiment.diverged && losses.length < 20_000) {
    experiment.step(1);
    losses.push(experiment.metrics().trainLoss);
  }
  assert.ok(experiment.diverged, 'it is to diverge');
  return { last: experiment.metrics().epoch, losses };
}

/**
 * @param {import('../../web/state/types.js').Config} config
 * @param {number} last
 * @param {import('../../web/state/deed.js').Run['model']} [model]
 */
function search(config, last, model = null) {
  const { signal } = new AbortController();
  return searchTurn({ config, epoch: last, model }, last, { signal, create });
}

/** @type {[name: string, patch: object, kind: string][]} */
const RUNS = [
  ['gradient descent', { optimizer: 'sgd', learningRate: 3 }, 'gradient'],
  ['a larger rate', { optimizer: 'sgd', learningRate: 10 }, 'loss'],
  ['momentum', { optimizer: 'momentum', learningRate: 1 }, 'step'],
  ['mini-batches', { optimizer: 'sgd', learningRate: 3, batchSize: 16 }, 'loss'],
];

for (const [name, patch, kind] of RUNS) {
  test(`what grew first is told: ${name}`, async () => {
    const config = configOf(patch);
    const { last, losses } = diverge(config);
    const found = await search(config, last);
    assert.equal(found?.kind, kind, JSON.stringify(found));
    assert.ok(found.turn.epoch < found.grown.epoch && found.grown.epoch <= last);
    assert.ok(found.grown.value > 10 * found.turn.value);
    if (kind === 'loss') assert.equal(found.turn.value, losses[found.turn.epoch]);
  });
}

test('a change of the schedule is where it turned', async () => {
  const schedule = '200:learning-rate=10';
  const config = configOf({ optimizer: 'sgd', learningRate: 0.01, activation: 'relu', schedule });
  const { last } = diverge(config);
  const found = await search(config, last);
  assert.equal(found?.kind, 'step');
  assert.deepEqual([found.turn.epoch, found.grown.epoch], [199, 200]);
});

test('a model that somebody brings is repeated from its own weights, at the first epoch too', async () => {
  const config = configOf({ optimizer: 'sgd', learningRate: 10, layers: [], activation: 'linear' });
  const experiment = engine.createExperiment(config);
  const { metrics, ...model } = experiment.exportModel();
  for (const { weights } of model.layers) for (const row of weights) row.fill(1e153);
  experiment.importModel({ ...model, metrics });
  const { trainLoss } = experiment.metrics();
  assert.ok(trainLoss > 1e305 && trainLoss < Infinity, String(trainLoss));
  while (!experiment.diverged) experiment.step(1);
  const { epoch: last } = experiment.metrics();
  const found = await search(config, last, model);
  assert.equal(found?.turn.epoch, 0);
  assert.ok(found.grown.epoch <= last);
  if (found.kind === 'loss') assert.equal(found.turn.value, trainLoss);
});

test('it ends when nobody wants to know any more', async () => {
  const controller = new AbortController();
  const config = configOf({ optimizer: 'sgd', learningRate: 3 });
  const searching = searchTurn({ config, epoch: 94, model: null }, 94, {
    signal: controller.signal,
    create,
    onEpoch: (epoch) => epoch > 10 && controller.abort(),
  });
  await assert.rejects(searching, { name: 'AbortError' });
});
