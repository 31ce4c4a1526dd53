/**
 * A row of the history: what stands in it, and where. The engine's bindings write rows so; in the
 * page nothing else knows their order or their length.
 *
 * @module
 */

/** @import { Curves, Metrics, ProblemName } from './types.js' */

/** @typedef {keyof Metrics} MetricName */

const LOSSES = /** @type {const} */ (['epoch', 'trainLoss', 'testLoss']);

/** The numbers of a row, in order, where classes are learned. @type {readonly MetricName[]} */
export const COLUMNS = [...LOSSES, 'trainAccuracy', 'testAccuracy'];

/** The same where values are. @type {readonly MetricName[]} */
const VALUE_COLUMNS = [...LOSSES, 'trainR2', 'testR2'];

/** All that there are, of any problem. */
export const METRICS = [...new Set([...COLUMNS, ...VALUE_COLUMNS])];

/** Numbers in a row. */
export const ROW_LENGTH = COLUMNS.length;

/**
 * @param {ProblemName} problem
 * @returns {readonly MetricName[]} what the numbers of a row are
 */
export const columnsOf = (problem) => (problem === 'regression' ? VALUE_COLUMNS : COLUMNS);

/**
 * @param {object} metrics or curves
 * @returns {readonly MetricName[]} those that it has, in the order of a row
 */
export const columnsIn = (metrics) => ('trainR2' in metrics ? VALUE_COLUMNS : COLUMNS);

/**
 * What there is besides the losses.
 *
 * @param {Metrics} metrics
 * @returns {{ name: 'accuracy' | 'r2', train: number, test: number }}
 */
export function scoresOf(metrics) {
  const { trainAccuracy, testAccuracy, trainR2, testR2 = NaN } = metrics;
  if (trainR2 !== undefined) return { name: 'r2', train: trainR2, test: testR2 };
  return { name: 'accuracy', train: trainAccuracy, test: testAccuracy };
}

/**
 * @param {string} name as in `trainLoss`
 * @param {string} [hyphen]
 * @returns {string} as in `train-loss`
 */
export function spelt(name, hyphen = '-') {
  return name.replace(/[A-Z]/g, (letter) => hyphen + letter.toLowerCase());
}

/**
 * @template T
 * @param {(name: MetricName, column: number) => T} make
 * @param {readonly MetricName[]} [columns]
 * @returns {{ [Name in keyof Metrics]: T }}
 */
export function mapColumns(make, columns = COLUMNS) {
  const entries = columns.map((name, column) => [name, make(name, column)]);
  return /** @type {any} */ (Object.fromEntries(entries));
}

/**
 * @param {ArrayLike<number>} rows
 * @param {number} [start] of the row
 * @param {readonly MetricName[]} [columns]
 * @returns {Metrics}
 */
export function metricsOf(rows, start = 0, columns = COLUMNS) {
  return mapColumns((_, column) => rows[start + column], columns);
}

/**
 * @param {{ [Name in keyof Metrics]: ArrayLike<number> }} curves
 * @param {number} index of the epoch among those held
 * @returns {Metrics}
 */
export function metricsAt(curves, index) {
  return mapColumns((name) => (curves[name] ?? [])[index], columnsIn(curves));
}

/**
 * @param {Curves} curves
 * @param {number} [first] of the epochs held that are wanted
 * @returns {Float64Array} the same row by row
 */
export function toRows(curves, first = 0) {
  const { length } = curves.epoch;
  const rows = new Float64Array((length - first) * ROW_LENGTH);
  columnsIn(curves).forEach((name, column) => {
    const values = /** @type {Float64Array} */ (curves[name]);
    for (let i = first; i < length; i += 1) rows[(i - first) * ROW_LENGTH + column] = values[i];
  });
  return rows;
}

/**
 * @param {number} value of a metric
 * @returns {number} null in place of the R² of a single point, which there is not: JSON has no NaN
 */
export const toJson = (value) => /** @type {number} */ (Number.isNaN(value) ? null : value);

/**
 * @param {Float64Array[]} parts
 * @returns {Float64Array} the rows of all
 */
export function joinRows(parts) {
  const all = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let start = 0;
  for (const part of parts) {
    all.set(part, start);
    start += part.length;
  }
  return all;
}

/**
 * @param {ArrayLike<number>} rows
 * @returns {Metrics[]} of each, where classes are learned
 */
export function metricsOfAll(rows) {
  const count = rows.length / ROW_LENGTH;
  return Array.from({ length: count }, (_, i) => metricsOf(rows, i * ROW_LENGTH));
}

/**
 * Where a row has the two series of a chart: the losses, or what there is besides.
 *
 * @param {'loss' | 'accuracy'} name
 */
export function seriesColumns(name) {
  const column = (/** @type {'train' | 'test'} */ set) =>
    COLUMNS.findIndex((metric) => spelt(metric) === `${set}-${name}`);
  return { train: column('train'), test: column('test'), rowLength: ROW_LENGTH };
}
