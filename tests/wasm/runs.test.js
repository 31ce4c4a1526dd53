import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';

import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { ROW_LENGTH, columnsOf, joinRows, metricsOf } from '../../web/state/metrics.js';
import { loadShippedEngine } from './support.js';

/**
 * @typedef {object} Case
 * @property {Record<string, unknown>} config
 * @property {number[]} parameters in the end, in the order of state/parameters.js
 *
 * @typedef {[one: string, its: unknown[], other: string, others: unknown[], why: string]} Exclusion
 *
 * @typedef {object} Runs
 * @property {number} tolerance absolute
 * @property {Record<string, unknown[]>} factors settings, and the values of which every pair occurs
 * @property {Exclusion[]} impossible settings, and their values of which no pair can be
 * @property {(Case & Record<string, number[]>)[]} cases
 */

const FILE = new URL('../golden/runs/runs.json', import.meta.url);
/** @type {Runs} */
const { tolerance, factors, impossible, cases } = JSON.parse(readFileSync(FILE, 'utf8'));

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

/**
 * @param {string} a setting
 * @param {unknown} one of its values
 * @param {string} b another
 * @param {unknown} other
 * @returns {string} in which what is missing is null
 */
const pairName = (a, one, b, other) =>
  [JSON.stringify([a, one]), JSON.stringify([b, other])].sort().join(' ');

/** @returns {[string, unknown, string, unknown][]} */
function impossiblePairs() {
  return impossible.flatMap(([a, its, b, others]) =>
    its.flatMap((one) =>
      others.map((other) => /** @type {[string, unknown, string, unknown]} */ ([a, one, b, other])),
    ),
  );
}

describe('runs that NumPy accounts for', () => {
  /** @type {import('../../web/package/engine.js').Engine} */
  let engine;
  before(async () => {
    engine = await loadShippedEngine();
  });

  it('hold every pair of values of two settings, but those that exclude each other', () => {
    const keys = Object.keys(factors);
    const seen = new Set();
    for (const { config } of cases) {
      for (const [i, a] of keys.entries()) {
        for (const b of keys.slice(i + 1)) seen.add(pairName(a, config[a], b, config[b]));
      }
    }
    const excluded = new Set(impossiblePairs().map((pair) => pairName(...pair)));
    for (const [i, a] of keys.entries()) {
      for (const b of keys.slice(i + 1)) {
        for (const one of factors[a]) {
          for (const other of factors[b]) {
            const name = pairName(a, one, b, other);
            assert.notEqual(seen.has(name), excluded.has(name), name);
          }
        }
      }
    }
  });

  it('leave out only what the lab refuses, too', () => {
    for (const [a, one, b, other] of impossiblePairs()) {
      // Where values are learned there are no classes; the setting keeps its 2, and nobody asks.
      if ([one, other].some((value) => value === null || value === 2)) continue;
      const dataset = a === 'classes' ? { dataset: 'blobs' } : {};
      const { errors } = applyPatch(defaultConfig(), { ...dataset, [a]: one, [b]: other });
      assert.ok(errors.length > 0, pairName(a, one, b, other));
    }
  });

  for (const [index, { config: patch, parameters, ...columns }] of cases.entries()) {
    const { dataset, classes = 'values', loss, optimizer, schedule } = patch;
    it(`come out the same: ${index}, ${dataset} ${classes} ${loss} ${optimizer} ${schedule}`, () => {
      const { config, errors } = applyPatch(defaultConfig(), patch);
      assert.deepEqual(errors, []);
      assert.deepEqual({ ...config, ...patch }, config, 'in the schema’s own spelling');
      const experiment = engine.createExperiment(config);
      try {
        const epochs = columns.trainLoss.length - 1;
        const names = columnsOf(config.problem);
        const parts = [experiment.metricsRow()];
        // In chunks that end at changes, before them and after.
        for (const chunk of [7, 1, 3, 2, epochs - 13]) parts.push(experiment.step(chunk));
        const rows = joinRows(parts);
        for (const [column, name] of names.entries()) {
          if (name === 'epoch') continue;
          const ours = rows.filter((_, i) => i % ROW_LENGTH === column);
          expectNear(name, ours, columns[name]);
        }
        const last = metricsOf(rows, rows.length - ROW_LENGTH, names);
        assert.deepEqual(experiment.metrics(), last);
        expectNear('parameters', experiment.parameters(), parameters);
      } finally {
        experiment.dispose();
      }
    });
  }
});
