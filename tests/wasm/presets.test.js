import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { columnsOf, metricsOf, ROW_LENGTH } from '../../web/state/metrics.js';
import { loadShippedEngine } from './support.js';

/** At the default speed, five seconds. */
const EPOCHS = 1500;
/** Of the first weights: chance is not to decide whether a point is seen. */
const WEIGHT_SEEDS = [null, 1, 2, 3, 4, 5];

/** @typedef {import('../../web/state/types.js').Metrics} Metrics */
/** @typedef {Record<Exclude<keyof Metrics, 'epoch'>, number>} Last */

describe('a preset shows its point within five seconds, whatever the first weights', () => {
  /** @type {import('../../web/package/engine.js').Engine} */
  let engine;
  before(async () => {
    engine = await loadShippedEngine();
  });

  /**
   * @param {object} patch
   * @returns {Metrics[]} of every epoch
   */
  function run(patch) {
    const { config, errors } = applyPatch(defaultConfig(), patch);
    assert.deepEqual(errors, []);
    const experiment = engine.createExperiment(config);
    try {
      const rows = experiment.step(EPOCHS);
      const columns = columnsOf(config.problem);
      return Array.from({ length: rows.length / ROW_LENGTH }, (_, i) =>
        metricsOf(rows, i * ROW_LENGTH, columns),
      );
    } finally {
      experiment.dispose();
    }
  }

  /**
   * @param {object} patch
   * @param {(last: Last, epochs: Metrics[], who: string) => void} check
   */
  function each(patch, check) {
    for (const weightSeed of WEIGHT_SEEDS) {
      const epochs = run({ ...patch, weightSeed });
      const last = /** @type {Last} */ (epochs[epochs.length - 1]);
      check(last, epochs, JSON.stringify({ weightSeed, ...last }));
    }
  }

  /** @param {Metrics[]} epochs */
  const bestOf = (epochs) => Math.max(...epochs.map(({ testAccuracy = NaN }) => testAccuracy));

  it('playground: small steps in small batches close the boundary round the inner circle', () => {
    each({ preset: 'playground' }, (last, [first], who) => {
      assert.ok((first.testAccuracy ?? NaN) < 0.8, who);
      assert.ok(last.testAccuracy >= 0.95, who);
    });
  });

  it('straight-line: parts no circles, until there is a layer, or the squares', () => {
    each({ preset: 'straight-line' }, (_, epochs, who) => assert.ok(bestOf(epochs) < 0.8, who));
    for (const help of [{ layers: [8] }, { features: 'x1,x2,x1^2,x2^2' }]) {
      each({ preset: 'straight-line', ...help }, (last, _, who) =>
        assert.ok(last.testAccuracy >= 0.95, who),
      );
    }
  });

  it('xor: a few hidden neurons part what no straight line does', () => {
    each({ preset: 'xor' }, (last, _, who) => assert.ok(last.testAccuracy >= 0.95, who));
    each({ preset: 'xor', layers: [] }, (_, epochs, who) => assert.ok(bestOf(epochs) < 0.85, who));
  });

  it('spiral: the boundary follows both arms all the way', () => {
    each({ preset: 'spiral' }, ({ trainAccuracy, testAccuracy }, _, who) =>
      assert.ok(trainAccuracy >= 0.98 && testAccuracy >= 0.95, who),
    );
  });

  it('overfitting: the test loss rises while the training loss falls, and L2 cures it', () => {
    each({ preset: 'overfitting' }, ({ trainLoss, testLoss, trainAccuracy }, epochs, who) => {
      const best = epochs.reduce((one, other) => (other.testLoss < one.testLoss ? other : one));
      assert.ok(best.epoch < 100, `${best.epoch}: ${who}`);
      assert.ok(testLoss > 3 * best.testLoss && trainLoss < best.trainLoss / 3, who);
      assert.ok(trainAccuracy >= 0.95, who);
      const cure = { regularization: 'l2', regularizationRate: 0.01 };
      const cured = run({ preset: 'overfitting', ...cure })[EPOCHS - 1];
      assert.ok(cured.testLoss < 1.25 * best.testLoss, `${cured.testLoss}: ${who}`);
    });
  });

  it('three-classes: straight lines part three clouds', () => {
    each({ preset: 'three-classes' }, (last, [first], who) => {
      assert.ok(last.testAccuracy >= 0.95 && last.trainAccuracy >= 0.97, who);
      assert.ok((first.trainLoss ?? NaN) > 4 * last.trainLoss, who);
    });
  });

  it('regression: follows hills, which a plane does not', () => {
    each({ preset: 'regression' }, ({ testR2 }, _, who) => assert.ok(testR2 >= 0.95, who));
    each({ preset: 'regression', layers: [] }, ({ testR2 }, _, who) =>
      assert.ok(testR2 < 0.05, who),
    );
  });
});
