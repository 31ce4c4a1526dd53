/**
 * A training curve of any length at bounded size: decimation that keeps the extremes, done as epochs
 * arrive. A chart's own decimation would read the whole history again at every frame.
 */

/** Numbers in a row of metrics: epoch, trainLoss, testLoss, trainAccuracy, testAccuracy. */
const ROW_LENGTH = 5;
/** Rows that a bucket keeps: where each of the two series is lowest and highest. */
const SLOTS = 4;
/** Numbers kept of a row: epoch, training value, test value. */
const KEPT = 3;

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
   * @param {{ train: number, test: number }} columns where a row of metrics has the two series, 1…4
   * @param {number} [capacity] points at most, about; ≥ 16
   */
  constructor(columns, capacity = 1000) {
    this.#columns = columns;
    // An even number, so that buckets merge in pairs; two points are the first and the last.
    this.#bucketLimit = 2 * Math.floor((capacity - 2) / SLOTS / 2);
    this.#slots = new Float64Array(this.#bucketLimit * SLOTS * KEPT);
  }

  /**
   * @param {Float64Array} rows 5 numbers a row: epoch, trainLoss, testLoss, trainAccuracy,
   *   testAccuracy; epochs ascend
   */
  append(rows) {
    const { train, test } = this.#columns;
    // One array for all rows: a small network has many thousand a frame.
    const row = this.#last;
    for (let start = 0; start < rows.length; start += ROW_LENGTH) {
      row[0] = rows[start];
      row[1] = rows[start + train];
      row[2] = rows[start + test];
      this.#appendRow(row);
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

  /** @param {Float64Array} row */
  #appendRow(row) {
    if (this.#bucketCount === 0) this.#first.set(row);
    if (this.#fill === this.#bucketSize && this.#bucketCount === this.#bucketLimit) this.#merge();
    const startsBucket = this.#bucketCount === 0 || this.#fill === this.#bucketSize;
    if (startsBucket) {
      this.#bucketCount += 1;
      this.#fill = 0;
    }
    this.#fill += 1;
    const bucket = (this.#bucketCount - 1) * SLOTS * KEPT;
    for (let slot = 0; slot < SLOTS; slot += 1) {
      const start = bucket + slot * KEPT;
      if (startsBucket || this.#isBeyond(slot, row, 0, start)) this.#slots.set(row, start);
    }
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
        const kept = this.#isBeyond(slot, slots, right, left) ? right : left;
        slots.copyWithin((bucket * SLOTS + slot) * KEPT, kept, kept + KEPT);
      }
    }
    this.#fill = this.#bucketSize;
  }

  /**
   * @param {number} slot 0 lowest training value, 1 highest, 2 lowest test value, 3 highest
   * @param {ArrayLike<number>} rows
   * @param {number} start of the candidate in them
   * @param {number} kept start of the slot's row
   * @returns {boolean} whether the candidate should take the slot; any number beats NaN
   */
  #isBeyond(slot, rows, start, kept) {
    const offset = slot < 2 ? 1 : 2;
    const candidate = rows[start + offset];
    const current = this.#slots[kept + offset];
    if (Number.isNaN(current)) return !Number.isNaN(candidate);
    return slot % 2 === 0 ? candidate < current : candidate > current;
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
