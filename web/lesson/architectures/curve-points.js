import { COLUMNS, ROW_LENGTH } from '../../state/metrics.js';

/** Points of a curve at most, about one for each pixel of a chart on a small screen. */
const MOST_POINTS = 500;

/** The curves of a training whose end is known: evenly many of its epochs, and always the last. */
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

  /** @param {Float64Array} rows as step() gives them */
  append(rows) {
    for (let start = 0; start < rows.length; start += ROW_LENGTH) {
      this.#last = rows.slice(start, start + ROW_LENGTH);
      if (this.#last[0] % this.#stride === 0) this.#rows.push(this.#last);
    }
  }

  /**
   * @param {import('../../state/metrics.js').MetricName} metric
   * @param {number} [perEpoch] what an epoch is on the horizontal axis
   * @returns {{ x: number, y: number }[]}
   */
  of(metric, perEpoch = 1) {
    const column = COLUMNS.indexOf(metric);
    const rows = this.#last && this.#rows.at(-1) !== this.#last ? [this.#last] : [];
    return [...this.#rows, ...rows].map((row) => ({ x: row[0] * perEpoch, y: row[column] }));
  }
}
