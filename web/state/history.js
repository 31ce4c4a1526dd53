/**
 * The curves of a training, however long: all epochs while they fit, then every second, fourth, …
 *
 * @module
 */

import { COLUMNS, ROW_LENGTH, mapColumns, metricsOf, toRows } from './metrics.js';

/** @import { MetricName } from './metrics.js' */
/** @import { Curves, Metrics } from './types.js' */

/** Up to here every epoch is kept; the curves take 5 MB then. */
const FULL_EPOCHS = 131_072;
/** Rows that a lab's curves have at most. */
export const CAPACITY = FULL_EPOCHS + 1;
const INITIAL_CAPACITY = 1024;

/**
 * Every how many epochs one is held, once a training is so far.
 *
 * @param {number} lastEpoch
 * @returns {number} a power of two
 */
export function strideAt(lastEpoch) {
  let stride = 1;
  while (lastEpoch > FULL_EPOCHS * stride) stride *= 2;
  return stride;
}

/**
 * Rows in the order of their epochs. All but the last are at multiples of a stride, which doubles
 * whenever the store is full; the last is always the latest.
 */
export class History {
  #length = 0;
  #stride = 1;
  #capacity;
  /** What the numbers of a row are. @type {readonly MetricName[]} */
  #names = COLUMNS;
  /** An array a column of a row. @type {Float64Array[]} */
  #columns;

  /** @param {number} [capacity] rows kept at most; odd, so that halving keeps both ends */
  constructor(capacity = CAPACITY) {
    this.#capacity = capacity;
    this.#columns = allocate(Math.min(capacity, INITIAL_CAPACITY));
  }

  /** How many epochs are held. */
  get length() {
    return this.#length;
  }

  /** The latest epoch held; −1 where there is none. */
  get last() {
    return this.#length > 0 ? this.#columns[0][this.#length - 1] : -1;
  }

  /** Every how many epochs one is held, the latest apart: 1 while all are, then a power of two. */
  get stride() {
    return this.#stride;
  }

  /**
   * Forgets everything.
   *
   * @param {readonly MetricName[]} [names] what the numbers of the next rows are
   */
  clear(names = this.#names) {
    this.#names = names;
    this.#length = 0;
    this.#stride = 1;
  }

  /**
   * @param {ArrayLike<number>} rows as in a frame, that follow those held; the first may also be of an
   *   epoch held, where another run has branched off: its rows take the place of that epoch's and all after
   */
  append(rows) {
    const last = rows.length - ROW_LENGTH;
    if (last >= 0 && rows[0] <= this.last) {
      this.#length = lowerBound(this.#columns[0], this.#length, rows[0]);
    }
    for (let start = 0; start <= last; start += ROW_LENGTH) {
      // It would give way to the next: a small network has many thousand such rows a frame.
      if (start < last && !isMultiple(rows[start], this.#stride)) continue;
      this.#dropProvisional();
      if (this.#length === this.#capacity) this.#thin();
      this.#write(rows, start);
    }
  }

  /**
   * The curves as they are now. They are views: the next append() may overwrite them.
   *
   * @returns {Curves}
   */
  curves() {
    return mapColumns((_, column) => this.#columns[column].subarray(0, this.#length), this.#names);
  }

  /**
   * @param {Metrics} metrics of an epoch not after the last
   * @returns {Curves} up to that one
   */
  until(metrics) {
    const end = lowerBound(this.#columns[0], this.#length, metrics.epoch);
    return mapColumns((name, column) => {
      const values = this.#columns[column].slice(0, end + 1);
      values[end] = /** @type {number} */ (metrics[name]);
      return values;
    }, this.#names);
  }

  /** @returns {Float64Array} all that is held, as {@link append} takes it */
  rows() {
    return toRows(this.curves());
  }

  /**
   * The metrics of one epoch, if it is held.
   *
   * @param {number} epoch
   * @returns {Metrics | undefined}
   */
  at(epoch) {
    const [epochs] = this.#columns;
    const index = lowerBound(epochs, this.#length, epoch);
    if (index === this.#length || epochs[index] !== epoch) return undefined;
    const row = this.#columns.map((column) => column[index]);
    return metricsOf(row, 0, this.#names);
  }

  /** A last row between two strides gives way to the next. */
  #dropProvisional() {
    const last = this.#length - 1;
    if (last >= 0 && !isMultiple(this.#columns[0][last], this.#stride)) this.#length = last;
  }

  /** Rows come without gaps, so every other one is at the next stride. */
  #thin() {
    this.#stride *= 2;
    const first = isMultiple(this.#columns[0][0], this.#stride) ? 0 : 1;
    const kept = Math.ceil((this.#length - first) / 2);
    for (const column of this.#columns) keepEveryOther(column, first, kept);
    this.#length = kept;
  }

  /**
   * @param {ArrayLike<number>} rows
   * @param {number} start
   */
  #write(rows, start) {
    if (this.#length === this.#columns[0].length) this.#grow();
    for (let column = 0; column < ROW_LENGTH; column += 1) {
      this.#columns[column][this.#length] = rows[start + column];
    }
    this.#length += 1;
  }

  #grow() {
    const former = this.#columns;
    this.#columns = allocate(Math.min(this.#capacity, 2 * this.#length));
    this.#columns.forEach((column, i) => column.set(former[i]));
  }
}

/**
 * @param {number} epoch
 * @param {number} stride a power of two: the bits below it tell, much sooner than a division
 */
function isMultiple(epoch, stride) {
  return (epoch & (stride - 1)) === 0;
}

/**
 * As little as can be: it runs once in a long training, before the browser has optimised it.
 *
 * @param {Float64Array} column
 * @param {number} first of those to keep
 * @param {number} count of those to keep
 */
function keepEveryOther(column, first, count) {
  for (let row = 0; row < count; row += 1) column[row] = column[first + 2 * row];
}

/** @param {number} capacity */
function allocate(capacity) {
  return Array.from({ length: ROW_LENGTH }, () => new Float64Array(capacity));
}

/**
 * @param {Float64Array} sorted
 * @param {number} length how much of it counts
 * @param {number} wanted
 * @returns {number} index of the first number that is not below
 */
function lowerBound(sorted, length, wanted) {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
