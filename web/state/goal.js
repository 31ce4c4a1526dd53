/**
 * What a training is to reach: `test-accuracy>=0.95`, or several of these, which must all hold.
 *
 * @module
 */

import { COLUMNS, ROW_LENGTH, metricsOf, spelt } from './metrics.js';
import { NUMBER, Refusal } from './reading.js';

/** @import { GoalEntry, Metrics } from './types.js' */

/**
 * @typedef {object} Condition
 * @property {number} column of a history's row
 * @property {keyof typeof COMPARISONS} comparison
 * @property {number} value
 */

/** The spellings of the metrics, in the order of a history's columns. */
export const GOAL_METRICS = COLUMNS.map((name) => spelt(name));

/** The longer ones first: `>` begins `>=`. */
const COMPARISONS = {
  '>=': (/** @type {number} */ a, /** @type {number} */ b) => a >= b,
  '<=': (/** @type {number} */ a, /** @type {number} */ b) => a <= b,
  '>': (/** @type {number} */ a, /** @type {number} */ b) => a > b,
  '<': (/** @type {number} */ a, /** @type {number} */ b) => a < b,
};

export const GOAL_COMPARISONS = Object.keys(COMPARISONS);

/**
 * @param {GoalEntry} entry
 * @param {unknown} given
 * @returns {string} in one spelling; empty where there is no goal
 * @throws {Refusal}
 */
export function acceptGoal(entry, given) {
  if (typeof given !== 'string') throw new Refusal(given, ({ problem }) => problem.notText);
  if (given.trim() === '') return '';
  const parts = given.split(',');
  if (parts.length > entry.maxItems) {
    throw new Refusal(given, ({ problem, number }) => problem.manyConditions(number(parts.length)));
  }
  return parts.map(acceptCondition).join(',');
}

/**
 * @param {string} goal as acceptGoal() gave it
 * @returns {Condition[]}
 */
export function parseGoal(goal) {
  if (goal === '') return [];
  return goal.split(',').map((part) => {
    const [name, comparison, value] = split(part);
    return {
      column: GOAL_METRICS.indexOf(name),
      comparison: /** @type {Condition['comparison']} */ (comparison),
      value: Number(value),
    };
  });
}

/**
 * @param {Condition[]} conditions none are never reached
 * @param {ArrayLike<number>} rows of a history
 * @returns {Metrics | null} of the first epoch at which all hold
 */
export function findReached(conditions, rows) {
  if (conditions.length === 0) return null;
  for (let start = 0; start < rows.length; start += ROW_LENGTH) {
    const holds = conditions.every(({ column, comparison, value }) =>
      COMPARISONS[comparison](rows[start + column], value),
    );
    if (holds) return metricsOf(rows, start);
  }
  return null;
}

/** @param {string} part */
function acceptCondition(part) {
  const [name, comparison, value] = split(part);
  if (!comparison) throw new Refusal(part, ({ problem }) => problem.noComparison);
  if (!GOAL_METRICS.includes(name)) throw new Refusal(part, ({ problem }) => problem.notMeasured);
  if (!NUMBER.test(value) || !Number.isFinite(Number(value))) {
    throw new Refusal(part, ({ problem }) => problem.comparesNoNumber);
  }
  return `${name}${comparison}${Number(value) + 0}`;
}

/**
 * @param {string} part
 * @returns {[name: string, comparison: string, value: string]} the latter two empty where nothing is
 *   compared
 */
function split(part) {
  const comparison = GOAL_COMPARISONS.find((sign) => part.includes(sign));
  if (!comparison) return [part.trim(), '', ''];
  const at = part.indexOf(comparison);
  return [part.slice(0, at).trim(), comparison, part.slice(at + comparison.length).trim()];
}
