import { METRICS_PER_EPOCH } from '../../engine/trainer.js';

/** Points of a curve at most, about one for each pixel of a chart on a small screen. */
const MOST_POINTS = 500;

/** Where a row of metrics has them. */
const COLUMNS = { trainLoss: 1, testLoss: 2, trainAccuracy: 3, testAccuracy: 4 };

/** @typedef {keyof typeof COLUMNS} Metric */

/**
 * The curves of a training whose end is known: evenly many of its epochs, and always the last.
 */
export class CurvePoints {
  #stride;
  /** @type {Float64Array[]} */
  #rows = [];
  /** @type {Float64Array | null} */
  #last = null;

  /** @param {number} epochs of the whole training */
  constructor(epochs) {
    this.#stride = Math.max(1, Math.ceil(epochs / MOST_POINTS));
  }

  /** @param {Float64Array} rows METRICS_PER_EPOCH numbers an epoch, as step() gives them */
  append(rows) {
    for (let start = 0; start < rows.length; start += METRICS_PER_EPOCH) {
      this.#last = rows.slice(start, start + METRICS_PER_EPOCH);
      if (this.#last[0] % this.#stride === 0) this.#rows.push(this.#last);
    }
  }

  /**
   * @param {Metric} metric
   * @param {number} [perEpoch] what an epoch is on the horizontal axis
   * @returns {{ x: number, y: number }[]}
   */
  of(metric, perEpoch = 1) {
    const rows = this.#last && this.#rows.at(-1) !== this.#last ? [this.#last] : [];
    return [...this.#rows, ...rows].map((row) => ({
      x: row[0] * perEpoch,
      y: row[COLUMNS[metric]],
    }));
  }
}
