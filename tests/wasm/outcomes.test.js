import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { outcomesOf } from '../../web/engine/outcomes.js';
import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { countConfusions } from '../../web/state/confusion.js';
import { loadShippedEngine } from './support.js';

describe('the classes that points are taken for', () => {
  /** @type {import('../../web/package/engine.js').Engine} */
  let engine;
  before(async () => {
    engine = await loadShippedEngine();
  });

  for (const [dataset, classes] of /** @type {const} */ ([
    ['moons', 2],
    ['blobs', 3],
    ['spirals', 6],
    ['classification', 4],
  ])) {
    it(`are right as often as the accuracy says, ${dataset} of ${classes} classes`, () => {
      const patch = { dataset, classes, noise: 0.3, features: 'x1,x2,x1^2', scale: 'standard' };
      const { config, errors } = applyPatch(defaultConfig(), patch);
      assert.deepEqual(errors, []);
      const experiment = engine.createExperiment(config);
      for (const epochs of [0, 1, 20]) {
        if (epochs > 0) experiment.step(epochs);
        const { description } = experiment;
        const outcomes = experiment.outcomes();
        const { trainAccuracy, testAccuracy } = experiment.metrics();
        for (const [set, accuracy] of /** @type {const} */ ([
          ['train', trainAccuracy],
          ['test', testAccuracy],
        ])) {
          const counts = countConfusions(description[set].y, outcomes[set], classes);
          const right = counts.reduce((sum, row, label) => sum + row[label], 0);
          assert.equal(right / outcomes[set].length, accuracy, `${set} after ${epochs}`);
        }
      }
      experiment.dispose();
    });
  }

  it('are the first of equals, and class 0 at exactly one half, as the accuracy has it', () => {
    /** @param {number[][]} rows outputs of a network */
    const take = (rows) => {
      const outputs = rows.map((row) => Float64Array.from(row));
      const network = /** @type {any} */ ({ forward: () => outputs });
      const set = /** @type {any} */ ({ X: [] });
      return [...outcomesOf(network, set, set).train];
    };
    assert.deepEqual(take([[0.5, 0.5000001, 0, 1, NaN]]), [0, 1, 0, 1, 0]);
    const several = [
      [0.4, 0.3, 0.2],
      [0.4, 0.3, 0.4],
      [0.2, 0.4, 0.4],
    ];
    assert.deepEqual(take(several), [0, 2, 1]);
    const truth = [0, 2, 1].map((label) => [0, 1, 2].map((one) => Number(one === label)));
    const columns = [0, 1, 2].map((row) => truth.map((column) => column[row]));
    assert.equal(engine.accuracy(columns, several), 1);
  });
});
