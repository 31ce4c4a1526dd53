/**
 * A row of the history: what stands in it, and where. The engine's bindings write rows so; in the
 * page nothing else knows their order or their length.
 *
 * @module
 */

/** @import { Curves, Metrics } from './types.js' */

/** The numbers of a row, in order. */
export const COLUMNS = /** @type {const} */ ([
  'epoch',
  'trainLoss',
  'testLoss',
  'trainAccuracy',
  'testAccuracy',
]);

/** @typedef {typeof COLUMNS[number]} MetricName */

/** Numbers in a row. */
export const ROW_LENGTH = COLUMNS.length;

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
 */
export function mapColumns(make) {
  const entries = COLUMNS.map((name, column) => [name, make(name, column)]);
  return /** @type {Record<MetricName, T>} */ (Object.fromEntries(entries));
}

/**
 * @param {ArrayLike<number>} rows
 * @param {number} [start] of the row
 * @returns {Metrics}
 */
export function metricsOf(rows, start = 0) {
  return mapColumns((_, column) => rows[start + column]);
}

/**
 * @param {Record<MetricName, ArrayLike<number>>} curves
 * @param {number} index of the epoch among those held
 * @returns {Metrics}
 */
export function metricsAt(curves, index) {
  return mapColumns((name) => curves[name][index]);
}

/**
 * @param {Curves} curves
 * @param {number} [first] of the epochs held that are wanted
 * @returns {Float64Array} the same row by row
 */
export function toRows(curves, first = 0) {
  const { length } = curves.epoch;
  const rows = new Float64Array((length - first) * ROW_LENGTH);
  COLUMNS.forEach((name, column) => {
    const values = curves[name];
    for (let i = first; i < length; i += 1) rows[(i - first) * ROW_LENGTH + column] = values[i];
  });
  return rows;
}

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
 * @returns {Metrics[]} of each
 */
export function metricsOfAll(rows) {
  const count = rows.length / ROW_LENGTH;
  return Array.from({ length: count }, (_, i) => metricsOf(rows, i * ROW_LENGTH));
}

/**
 * Where a row has the two series of a chart.
 *
 * @param {'loss' | 'accuracy'} name
 */
export function seriesColumns(name) {
  const column = (/** @type {'train' | 'test'} */ set) =>
    COLUMNS.findIndex((metric) => spelt(metric) === `${set}-${name}`);
  return { train: column('train'), test: column('test'), rowLength: ROW_LENGTH };
}
