import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';

import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { COLUMNS, metricsOfAll } from '../../web/state/metrics.js';
import { loadShippedEngine } from './support.js';

/**
 * @typedef {object} Case
 * @property {Record<string, unknown>} config
 * @property {number[]} parameters in the end, in the order of state/parameters.js
 *
 * @typedef {object} Runs
 * @property {number} tolerance absolute
 * @property {Record<string, unknown[]>} factors settings, and the values of which every pair occurs
 * @property {(Case & Record<string, number[]>)[]} cases
 */

const FILE = new URL('../golden/runs/runs.json', import.meta.url);
/** @type {Runs} */
const { tolerance, factors, cases } = JSON.parse(readFileSync(FILE, 'utf8'));

/**
 * @param {string} what
 * @param {ArrayLike<number>} ours
 * @param {ArrayLike<number>} theirs
 */
function expectNear(what, ours, theirs) {
  assert.equal(ours.length, theirs.length, what);
  for (let i = 0; i < ours.length; i += 1) {
    const error = Math.abs(ours[i] - theirs[i]);
    assert.ok(error <= tolerance, `${what}[${i}]: ${ours[i]}, in NumPy ${theirs[i]}`);
  }
}

describe('runs that NumPy accounts for', () => {
  /** @type {import('../../web/package/engine.js').Engine} */
  let engine;
  before(async () => {
    engine = await loadShippedEngine();
  });

  it('hold every pair of values of two settings', () => {
    const keys = Object.keys(factors);
    const seen = new Set();
    for (const { config } of cases) {
      for (const [i, a] of keys.entries()) {
        for (const b of keys.slice(i + 1)) seen.add(JSON.stringify([a, config[a], b, config[b]]));
      }
    }
    for (const [i, a] of keys.entries()) {
      for (const b of keys.slice(i + 1)) {
        for (const one of factors[a]) {
          for (const other of factors[b]) {
            assert.ok(seen.has(JSON.stringify([a, one, b, other])), `${a}=${one} ${b}=${other}`);
          }
        }
      }
    }
  });

  for (const [index, { config: patch, parameters, ...columns }] of cases.entries()) {
    const { dataset, loss, optimizer, schedule } = patch;
    it(`come out the same: ${index}, ${dataset} ${loss} ${optimizer} ${schedule}`, () => {
      const { config, errors } = applyPatch(defaultConfig(), patch);
      assert.deepEqual(errors, []);
      assert.deepEqual({ ...config, ...patch }, config, 'in the schema’s own spelling');
      const experiment = engine.createExperiment(config);
      try {
        const rows = [experiment.metrics()];
        const epochs = columns.trainLoss.length - 1;
        // In chunks that end at changes, before them and after.
        for (const chunk of [7, 1, 3, 2, epochs - 13]) {
          rows.push(...metricsOfAll(experiment.step(chunk)));
        }
        for (const name of COLUMNS.slice(1)) {
          expectNear(
            name,
            rows.map((row) => row[name] ?? NaN),
            columns[name],
          );
        }
        assert.deepEqual(experiment.metrics(), rows.at(-1));
        expectNear('parameters', experiment.parameters(), parameters);
      } finally {
        experiment.dispose();
      }
    });
  }
});
