import { METRICS_PER_EPOCH } from '../../engine/trainer.js';
import { LOG_INTERVAL } from './example.js';

/**
 * What the notebook's training cell prints. Its loop measures the loss first and updates the weights
 * then, so the line of epoch 200 has the loss after 199 updates.
 */
export class TrainingLog {
  #epochs;
  /** @type {string[]} */
  #lines = [];
  /** @type {ArrayLike<number>} the row before */
  #last = [];

  /** @param {number} epochs of the whole training */
  constructor(epochs) {
    this.#epochs = epochs;
  }

  /** @param {Float64Array} rows new epochs, as step() gives them, from epoch 0 on */
  append(rows) {
    for (let start = 0; start < rows.length; start += METRICS_PER_EPOCH) {
      const row = rows.subarray(start, start + METRICS_PER_EPOCH);
      const [epoch] = row;
      if (epoch > 0 && epoch % LOG_INTERVAL === 0) this.#print(epoch);
      if (epoch === this.#epochs) this.#finish(row);
      this.#last = row;
    }
  }

  get text() {
    return ['Training...\n', ...this.#lines].join('\n');
  }

  /** @param {number} epoch */
  #print(epoch) {
    const [, loss, , accuracy] = Array.from(this.#last);
    this.#lines.push(
      `Epoch ${epoch}/${this.#epochs} - Loss: ${loss.toFixed(4)}, Accuracy: ${accuracy.toFixed(4)}`,
    );
  }

  /** @param {ArrayLike<number>} row of the trained weights */
  #finish(row) {
    const [, , loss, , accuracy] = Array.from(row);
    this.#lines.push(
      '\nTraining complete!',
      '\nTest Set Performance:',
      `  Loss: ${loss.toFixed(4)}`,
      `  Accuracy: ${(100 * accuracy).toFixed(2)}%`,
    );
  }
}
