import assert from 'node:assert/strict';
import { before, test } from 'node:test';

import { sweepResults } from '../../web/element/trials/sweep.js';
import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { createDispatcher } from '../../web/worker/dispatcher.js';
import { Pool } from '../../web/worker/pool.js';
import { loadShippedEngine } from './support.js';

/** @type {import('../../web/package/engine.js').Engine} */
let engine;
before(async () => {
  engine = await loadShippedEngine();
});

/** A page without workers: the digits are the engine's, wherever it runs. */
const newPool = () =>
  new Pool({
    startWorker() {
      throw new Error('no workers here');
    },
    loadDispatcher: async () => createDispatcher(async () => engine),
  });

/** @type {[name: string, patch: object, sweep: import('../../web/state/sweep.js').Sweep][]} */
const SWEEPS = [
  [
    'learning rate and layers',
    {},
    {
      x: { key: 'learningRate', values: [0.003, 0.3] },
      y: { key: 'layers', values: ['', [4, 3]] },
    },
  ],
  [
    'optimiser and batches',
    { scale: 'standard' },
    {
      x: { key: 'optimizer', values: ['sgd', 'momentum', 'rmsprop', 'adam'] },
      y: { key: 'batchSize', values: [0, 16] },
    },
  ],
  [
    'noise and samples of values',
    { dataset: 'hills', schedule: '10:learning-rate=0.001' },
    { x: { key: 'noise', values: [0, 0.3] }, y: { key: 'samples', values: [40, 100] } },
  ],
];

for (const [name, patch, { x, y }] of SWEEPS) {
  test(`every cell has the digits of the run alone: ${name}`, async () => {
    const { config } = applyPatch(defaultConfig(), patch);
    const epochs = 33;
    const results = await sweepResults(config, { x, y, seeds: 2, epochs, pool: newPool() });
    assert.equal(results.length, x.values.length * (y?.values.length ?? 1) * 2);
    for (const result of results) {
      const named = { [x.key]: result.x, [String(y?.key)]: result.y, weightSeed: result.seed };
      const alone = engine.createExperiment(applyPatch(config, named).config);
      alone.step(epochs);
      assert.deepEqual(result.metrics, alone.metrics());
      alone.dispose();
    }
    const losses = results.map(({ metrics }) => metrics?.testLoss);
    assert.equal(new Set(losses).size, results.length, 'no two are the same');
  });
}

test('a cell that diverges tells the epoch at which its run alone does', async () => {
  const { config } = applyPatch(defaultConfig('notebook'), { dataset: 'hills' });
  const x = { key: 'learningRate', values: [0.01, 10] };
  const [, cell] = await sweepResults(config, { x, epochs: 500, pool: newPool() });
  const alone = engine.createExperiment(applyPatch(config, { learningRate: 10 }).config);
  alone.step(500);
  assert.ok(alone.diverged);
  assert.deepEqual(cell, { x: 10, seed: 42, metrics: null, diverged: alone.metrics().epoch });
  alone.dispose();
});
