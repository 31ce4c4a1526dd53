/**
 * A training curve of any length at bounded size: decimation that keeps the extremes, done as epochs
 * arrive. A chart's own decimation would read the whole history again at every frame.
 */

/** Rows that a bucket keeps: where each of the two series is lowest and highest. */
const SLOTS = 4;
/** Numbers kept of a row: epoch, training value, test value. */
const KEPT = 3;

/**
 * @typedef {object} CurveColumns where a row of metrics has the two series; the epoch is its first
 * @property {number} train
 * @property {number} test
 * @property {number} rowLength
 */

/**
 * @typedef {object} CurvePoints of equal length, ascending epochs
 * @property {number[]} epoch
 * @property {number[]} train
 * @property {number[]} test
 */

/**
 * Rows fall into buckets of equal size. A bucket keeps the rows with the least and the greatest value
 * of either series, so no peak is lost. When the buckets run out, they merge in pairs and each holds
 * twice as many rows from then on. Both series share their epochs: a value exists at every one.
 */
export class CurveBuffer {
  #columns;
  #bucketLimit;
  /** Per bucket SLOTS rows: lowest and highest training value, lowest and highest test value. */
  #slots;
  #bucketSize = 1;
  /** Rows in the last bucket. */
  #fill = 0;
  #bucketCount = 0;
  #first = new Float64Array(KEPT);
  #last = new Float64Array(KEPT);

  /**
   * @param {CurveColumns} columns
   * @param {number} [capacity] points at most, about; ≥ 16
   */
  constructor(columns, capacity = 1000) {
    this.#columns = columns;
    // An even number, so that buckets merge in pairs; two points are the first and the last.
    this.#bucketLimit = 2 * Math.floor((capacity - 2) / SLOTS / 2);
    this.#slots = new Float64Array(this.#bucketLimit * SLOTS * KEPT);
  }

  /** @param {Float64Array} rows of metrics; epochs ascend */
  append(rows) {
    if (rows.length === 0) return;
    if (this.#bucketCount === 0) this.#keep(rows, 0, this.#first, 0);
    this.#keep(rows, rows.length - this.#columns.rowLength, this.#last, 0);
    for (let start = 0; start < rows.length;) {
      if (this.#bucketCount === 0 || this.#fill === this.#bucketSize) {
        this.#startBucket(rows, start);
      }
      const room = (this.#bucketSize - this.#fill) * this.#columns.rowLength;
      const end = Math.min(rows.length, start + room);
      this.#fillBucket(rows, start, end);
      start = end;
    }
  }

  clear() {
    this.#bucketSize = 1;
    this.#bucketCount = 0;
    this.#fill = 0;
  }

  /** Rows that a bucket stands for: 1 while the curve is complete, then powers of two. */
  get bucketSize() {
    return this.#bucketSize;
  }

  /** @returns {CurvePoints} the first and the last row, and the extremes between them */
  points() {
    /** @type {CurvePoints} */
    const points = { epoch: [], train: [], test: [] };
    if (this.#bucketCount === 0) return points;
    const add = (/** @type {ArrayLike<number>} */ row, start = 0) => {
      if (row[start] === points.epoch[points.epoch.length - 1]) return;
      points.epoch.push(row[start]);
      points.train.push(row[start + 1]);
      points.test.push(row[start + 2]);
    };
    add(this.#first);
    for (let bucket = 0; bucket < this.#bucketCount; bucket += 1) {
      for (const start of this.#sortedSlots(bucket)) add(this.#slots, start);
    }
    add(this.#last);
    return points;
  }

  /**
   * @param {Float64Array} rows
   * @param {number} start of the bucket's first row, which has every slot until others are beyond it
   */
  #startBucket(rows, start) {
    if (this.#bucketCount === this.#bucketLimit) this.#merge();
    const bucket = this.#bucketCount * SLOTS * KEPT;
    for (let slot = 0; slot < SLOTS; slot += 1) {
      this.#keep(rows, start, this.#slots, bucket + slot * KEPT);
    }
    this.#bucketCount += 1;
    this.#fill = 0;
  }

  /**
   * @param {Float64Array} rows
   * @param {number} start of the first row for the last bucket
   * @param {number} end of the last
   */
  #fillBucket(rows, start, end) {
    const bucket = (this.#bucketCount - 1) * SLOTS * KEPT;
    for (let slot = 0; slot < SLOTS; slot += 2) {
      this.#widen(rows, start, end, slot, bucket + slot * KEPT);
    }
    this.#fill += (end - start) / this.#columns.rowLength;
  }

  /**
   * A small network has many thousand rows a frame: nothing but two comparisons for each.
   *
   * @param {Float64Array} rows
   * @param {number} start of the first row
   * @param {number} end of the last
   * @param {number} slot the lowest value's of a series; the highest value's is the next
   * @param {number} kept where the slot's row is
   */
  #widen(rows, start, end, slot, kept) {
    const { train, test, rowLength } = this.#columns;
    const column = slot === 0 ? train : test;
    const slots = this.#slots;
    let lowest = slots[kept + valueOf(slot)];
    let highest = slots[kept + KEPT + valueOf(slot)];
    // Any number beats NaN, which is neither below nor above.
    if (Number.isNaN(lowest)) lowest = Infinity;
    if (Number.isNaN(highest)) highest = -Infinity;
    let low = -1;
    let high = -1;
    for (let row = start; row < end; row += rowLength) {
      const value = rows[row + column];
      if (value < lowest) {
        lowest = value;
        low = row;
      }
      if (value > highest) {
        highest = value;
        high = row;
      }
    }
    if (low >= 0) this.#keep(rows, low, slots, kept);
    if (high >= 0) this.#keep(rows, high, slots, kept + KEPT);
  }

  /**
   * @param {Float64Array} rows
   * @param {number} start of a row of metrics
   * @param {Float64Array} kept
   * @param {number} at where to keep what is kept of it
   */
  #keep(rows, start, kept, at) {
    kept[at] = rows[start];
    kept[at + 1] = rows[start + this.#columns.train];
    kept[at + 2] = rows[start + this.#columns.test];
  }

  /** Joins each pair of buckets to one; the number of buckets is even here. */
  #merge() {
    const slots = this.#slots;
    this.#bucketCount /= 2;
    this.#bucketSize *= 2;
    for (let bucket = 0; bucket < this.#bucketCount; bucket += 1) {
      for (let slot = 0; slot < SLOTS; slot += 1) {
        const left = (2 * bucket * SLOTS + slot) * KEPT;
        const right = left + SLOTS * KEPT;
        const value = valueOf(slot);
        const kept = isBeyond(slot, slots[right + value], slots[left + value]) ? right : left;
        slots.copyWithin((bucket * SLOTS + slot) * KEPT, kept, kept + KEPT);
      }
    }
    this.#fill = this.#bucketSize;
  }

  /**
   * @param {number} bucket
   * @returns {number[]} where its rows start, by epoch
   */
  #sortedSlots(bucket) {
    const starts = [0, 1, 2, 3].map((slot) => (bucket * SLOTS + slot) * KEPT);
    return starts.sort((a, b) => this.#slots[a] - this.#slots[b]);
  }
}

/**
 * @param {number} slot 0 lowest training value, 1 highest, 2 lowest test value, 3 highest
 * @returns {number} where a kept row has the value that counts
 */
function valueOf(slot) {
  return slot < 2 ? 1 : 2;
}

/**
 * @param {number} slot
 * @param {number} candidate
 * @param {number} current the value that counts of the slot's row
 * @returns {boolean} whether the candidate should take the slot; any number beats NaN
 */
function isBeyond(slot, candidate, current) {
  if (Number.isNaN(current)) return !Number.isNaN(candidate);
  return slot % 2 === 0 ? candidate < current : candidate > current;
}

/**
 * @param {number[]} sorted
 * @param {number} wanted
 * @returns {number} index of the nearest; −1 where there is none
 */
export function nearest(sorted, wanted) {
  const after = sorted.findIndex((value) => value >= wanted);
  if (after <= 0) return after < 0 ? sorted.length - 1 : 0;
  return sorted[after] - wanted < wanted - sorted[after - 1] ? after : after - 1;
}
