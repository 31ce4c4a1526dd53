/**
 * What the runs of a sweep have come to: pair by pair, in a few numbers, and as a table for other programs
 * (RFC 4180).
 *
 * @module
 */

import { columnsOf, spelt } from './metrics.js';
import { printText } from './values.js';

/** @import { Config, Metrics, ProblemName } from './types.js' */
/** @import { Cell } from './sweep.js' */

/** @typedef {'testScore' | 'testLoss'} Measure by which pairs are compared: accuracy or R², or loss */

/**
 * @typedef {object} Result of a run
 * @property {Metrics} metrics of its last epoch, or of that at which it has diverged
 * @property {boolean} diverged
 * @property {number} parameterCount of its network
 *
 * @typedef {object} Spread of a measure over the seeds that have not diverged
 * @property {number} count how many these are
 * @property {number} diverged how many have
 * @property {number} mean NaN where there are none, as the others
 * @property {number} deviation the standard deviation over all of them (NumPy's `np.std`)
 * @property {number} lowest
 * @property {number} highest
 */

/**
 * @param {Metrics} metrics
 * @param {Measure} measure
 * @returns {number}
 */
export function measureOf({ testLoss, testAccuracy, testR2 = testAccuracy }, measure) {
  return measure === 'testLoss' ? testLoss : testR2;
}

/**
 * @param {readonly Result[]} results of one configuration from several seeds
 * @param {Measure} measure
 * @returns {Spread}
 */
export function spreadOf(results, measure) {
  const values = results
    .filter(({ diverged }) => !diverged)
    .map(({ metrics }) => measureOf(metrics, measure));
  const count = values.length;
  const diverged = results.length - count;
  if (count === 0) {
    return { count, diverged, mean: NaN, deviation: NaN, lowest: NaN, highest: NaN };
  }
  const average = (/** @type {number[]} */ list) =>
    list.reduce((sum, value) => sum + value, 0) / count;
  const mean = average(values);
  return {
    count,
    diverged,
    mean,
    deviation: Math.sqrt(average(values.map((value) => (value - mean) ** 2))),
    lowest: Math.min(...values),
    highest: Math.max(...values),
  };
}

/**
 * @param {readonly number[]} means of pairs; NaN where none is known
 * @param {Measure} measure
 * @returns {number[]} how good each is, from 0, the worst of them, to 1, the best; 0 where it is not known
 */
export function rankMeans(means, measure) {
  const known = means.filter((mean) => !Number.isNaN(mean));
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return means.map((mean) => {
    if (Number.isNaN(mean)) return 0;
    if (high === low) return 1;
    return (measure === 'testLoss' ? high - mean : mean - low) / (high - low);
  });
}

/**
 * @typedef {object} Found
 * @property {number} best index of the pair with the best mean, the first of equals
 * @property {number | null} smallest index of the pair with the smallest network that comes as near to it as
 *   `tolerance` says; null where all networks are of one size
 */

/**
 * @param {readonly (readonly Result[])[]} pairs the results of each
 * @param {Measure} measure
 * @param {number} tolerance how much worse than the best is as good
 * @returns {Found | null} null where all have diverged
 */
export function findBest(pairs, measure, tolerance) {
  const sign = measure === 'testLoss' ? -1 : 1;
  const all = pairs.map((results, index) => ({
    index,
    size: results[0]?.parameterCount ?? Infinity,
    value: sign * spreadOf(results, measure).mean,
  }));
  const known = all.filter(({ value }) => !Number.isNaN(value));
  if (known.length === 0) return null;
  const best = known.reduce((a, b) => (b.value > a.value ? b : a));
  const near = known.filter(({ value }) => value >= best.value - tolerance);
  const smallest = near.reduce((a, b) =>
    b.size < a.size || (b.size === a.size && b.value > a.value) ? b : a,
  );
  const isOneSize = all.every(({ size }) => size === all[0].size);
  return { best: best.index, smallest: isOneSize ? null : smallest.index };
}

const LINE_END = '\r\n';

/**
 * A line a run, below a line of names; numbers with all their digits.
 *
 * @param {readonly { cell: Cell, result: Result }[]} runs
 * @param {{ keys: (keyof Config)[], problem: ProblemName }} sweep
 * @returns {string}
 */
export function sweepCsv(runs, { keys, problem }) {
  const metrics = columnsOf(problem);
  const names = [...keys, 'weightSeed', ...metrics].map((name) => spelt(name, '_'));
  const lines = runs.map(({ cell, result }) =>
    [
      ...keys.map((key) => quoted(printText(cell.config[key]))),
      cell.seed,
      ...metrics.map((name) => numberText(result.metrics[name] ?? NaN)),
      result.parameterCount,
      result.diverged,
    ].join(','),
  );
  const head = [...names, 'parameters', 'diverged'].join(',');
  return [head, ...lines].join(LINE_END) + LINE_END;
}

/** @param {number} value */
function numberText(value) {
  return Number.isFinite(value) ? String(value) : '';
}

/** @param {string} text */
function quoted(text) {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
