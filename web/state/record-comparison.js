/**
 * Holds the repetition of a record's training against it, number by number.
 *
 * @module
 */

import { refuse } from './fields.js';
import { ROW_LENGTH, columnsIn } from './metrics.js';

/** @import { Model } from './model.js' */
/** @import { CheckedRecord } from './record-check.js' */

/** @type {import('./types.js').Message} */
const DIFFERS = ({ problem }) => problem.notTrained;

export class RecordComparison {
  #record;
  /** Rows of the recorded history that have been met. */
  #met = 0;

  /** @param {CheckedRecord} record */
  constructor(record) {
    this.#record = record;
  }

  /**
   * @param {Float64Array} rows of a frame's history; all of them must come, in order
   * @throws {TypeError} at the first number that differs
   */
  take(rows) {
    const { history } = this.#record;
    for (let start = 0; start < rows.length; start += ROW_LENGTH) {
      // A long history holds every second epoch, or fewer.
      if (history.epoch[this.#met] !== rows[start]) continue;
      columnsIn(history).forEach((name, column) => {
        const [number, given] = [history[name]?.[this.#met], rows[start + column]];
        if (!Object.is(number, given))
          refuse(`record.history.${name}[${this.#met}]`, number, DIFFERS, given);
      });
      this.#met += 1;
    }
  }

  /**
   * @param {Model} model that the training ends with
   * @throws {TypeError}
   */
  finish(model) {
    const { history, model: recorded } = this.#record;
    for (const name of /** @type {const} */ (['mean', 'std'])) {
      const [written, given] = [recorded, model].map(({ scaler }) => scaler?.[name] ?? []);
      expectAll(`record.model.scaler.${name}`, written, given);
    }
    const { length } = history.epoch;
    // It diverges on the way.
    if (this.#met < length) refuse('record.history.epoch.length', length, DIFFERS, this.#met);
    recorded.layers.forEach(({ weights, biases }, i) => {
      const place = `record.model.layers[${i}]`;
      weights.forEach((row, r) =>
        expectAll(`${place}.weights[${r}]`, row, model.layers[i].weights[r]),
      );
      expectAll(`${place}.biases`, biases, model.layers[i].biases);
    });
  }
}

/**
 * @param {string} place
 * @param {number[]} numbers
 * @param {number[]} given by the training
 */
function expectAll(place, numbers, given) {
  const wrong = numbers.findIndex((number, index) => number !== given[index]);
  if (wrong >= 0) refuse(`${place}[${wrong}]`, numbers[wrong], DIFFERS, given[wrong]);
}
