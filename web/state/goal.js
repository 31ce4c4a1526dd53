/**
 * What a training is to reach: `test-accuracy>=0.95`, or several of these, which must all hold.
 *
 * @module
 */

import { COLUMNS, METRICS, ROW_LENGTH, metricsOf, spelt } from './metrics.js';
import { NUMBER, Refusal } from './reading.js';

/** @import { MetricName } from './metrics.js' */
/** @import { GoalEntry, Metrics } from './types.js' */

/**
 * @typedef {object} Condition
 * @property {GoalMetric} metric
 * @property {keyof typeof COMPARISONS} comparison
 * @property {number} value
 */

/** @typedef {MetricName | 'parameters'} GoalMetric the latter: how many the network has, which stays */

/** @type {readonly GoalMetric[]} */
const COMPARED = [...METRICS, 'parameters'];

/** The spellings of what can be compared. */
export const GOAL_METRICS = COMPARED.map((name) => spelt(name));

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
      metric: COMPARED[GOAL_METRICS.indexOf(name)],
      comparison: /** @type {Condition['comparison']} */ (comparison),
      value: Number(value),
    };
  });
}

/**
 * @param {Condition[]} conditions none are never reached
 * @param {ArrayLike<number>} rows of a history
 * @param {readonly MetricName[]} [names] what the numbers of a row are
 * @param {number} [parameters] of the network
 * @returns {Metrics | null} of the first epoch at which all hold; a metric that the problem lacks never
 *   does
 */
export function findReached(conditions, rows, names = COLUMNS, parameters = NaN) {
  if (conditions.length === 0 || lackingIn(conditions, names).length > 0) return null;
  const columns = conditions.map(({ metric }) => columnOf(metric, names));
  for (let start = 0; start < rows.length; start += ROW_LENGTH) {
    const holds = conditions.every(({ comparison, value }, i) =>
      COMPARISONS[comparison](columns[i] < 0 ? parameters : rows[start + columns[i]], value),
    );
    if (holds) return metricsOf(rows, start, names);
  }
  return null;
}

/**
 * @param {Condition[]} conditions
 * @param {readonly MetricName[]} names
 * @returns {GoalMetric[]} those that a problem with these metrics can never reach
 */
export function lackingIn(conditions, names) {
  return conditions
    .map(({ metric }) => metric)
    .filter((metric) => metric !== 'parameters' && !names.includes(metric));
}

/**
 * @param {GoalMetric} metric
 * @param {readonly MetricName[]} names
 * @returns {number} where a row has it; −1 where it is in none
 */
function columnOf(metric, names) {
  return metric === 'parameters' ? -1 : names.indexOf(metric);
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
