import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { metricsOfAll } from '../../web/state/metrics.js';
import { loadShippedEngine } from './support.js';

/** At the default speed, five seconds. */
const EPOCHS = 1500;

describe('a preset shows its point within five seconds', () => {
  /** @type {import('../../web/package/engine.js').Engine} */
  let engine;
  before(async () => {
    engine = await loadShippedEngine();
  });

  /**
   * @param {object} patch
   * @returns the metrics of every epoch
   */
  function run(patch) {
    const { config, errors } = applyPatch(defaultConfig(), patch);
    assert.deepEqual(errors, []);
    const experiment = engine.createExperiment(config);
    try {
      return metricsOfAll(experiment.step(EPOCHS));
    } finally {
      experiment.dispose();
    }
  }

  /** @param {ReturnType<typeof run>} epochs */
  const lastOf = (epochs) => epochs[epochs.length - 1];

  it('playground: small steps in small batches close the boundary round the inner circle', () => {
    const epochs = run({ preset: 'playground' });
    assert.ok(epochs[0].testAccuracy < 0.8);
    assert.ok(lastOf(epochs).testAccuracy >= 0.95);
  });

  it('straight-line: parts no circles, until there is a layer, or the squares', () => {
    const best = Math.max(...run({ preset: 'straight-line' }).map((one) => one.testAccuracy));
    assert.ok(best < 0.8, `${best}`);
    for (const help of [{ layers: [8] }, { features: 'x1,x2,x1^2,x2^2' }]) {
      assert.ok(lastOf(run({ preset: 'straight-line', ...help })).testAccuracy >= 0.95);
    }
  });

  it('xor: a few hidden neurons part what no straight line does', () => {
    assert.ok(lastOf(run({ preset: 'xor' })).testAccuracy >= 0.95);
    const line = run({ preset: 'xor', layers: [] }).map((one) => one.testAccuracy);
    assert.ok(Math.max(...line) < 0.85, `${Math.max(...line)}`);
  });

  it('spiral: the boundary follows both arms all the way', () => {
    const { trainAccuracy, testAccuracy } = lastOf(run({ preset: 'spiral' }));
    assert.ok(trainAccuracy >= 0.98 && testAccuracy >= 0.95, `${trainAccuracy} ${testAccuracy}`);
  });

  it('overfitting: the test loss rises while the training loss falls, and L2 cures it', () => {
    const epochs = run({ preset: 'overfitting' });
    const least = Math.min(...epochs.map((one) => one.testLoss));
    const { trainAccuracy, testLoss } = lastOf(epochs);
    assert.ok(trainAccuracy === 1 && testLoss > 3 * least, `${trainAccuracy} ${testLoss} ${least}`);
    const cured = lastOf(run({ preset: 'overfitting', regularization: 'l2' }));
    assert.ok(cured.testLoss < 1.25 * least, `${cured.testLoss} ${least}`);
    assert.ok(cured.testLoss < testLoss / 2);
  });
});
