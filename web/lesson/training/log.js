import { metricsOf, ROW_LENGTH } from '../../state/metrics.js';
import { LOG_INTERVAL } from './example.js';

/** @typedef {import('../../state/types.js').Metrics} Metrics */

/**
 * What the notebook's training cell prints. Its loop measures the loss first and updates the weights
 * then, so the line of epoch 200 has the loss after 199 updates.
 */
export class TrainingLog {
  #epochs;
  /** @type {string[]} */
  #lines = [];
  /** Of the epoch before. @type {Metrics | null} */
  #last = null;

  /** @param {number} epochs of the whole training */
  constructor(epochs) {
    this.#epochs = epochs;
  }

  /** @param {Float64Array} rows new epochs, as step() gives them, from epoch 0 on */
  append(rows) {
    for (let start = 0; start < rows.length; start += ROW_LENGTH) {
      const metrics = metricsOf(rows, start);
      const { epoch } = metrics;
      if (this.#last && epoch % LOG_INTERVAL === 0) this.#print(epoch, this.#last);
      if (epoch === this.#epochs) this.#finish(metrics);
      this.#last = metrics;
    }
  }

  get text() {
    return ['Training...\n', ...this.#lines].join('\n');
  }

  /**
   * @param {number} epoch
   * @param {Metrics} before its update
   */
  #print(epoch, { trainLoss, trainAccuracy }) {
    const [loss, accuracy] = [trainLoss.toFixed(4), trainAccuracy.toFixed(4)];
    this.#lines.push(`Epoch ${epoch}/${this.#epochs} - Loss: ${loss}, Accuracy: ${accuracy}`);
  }

  /** @param {Metrics} metrics of the trained weights */
  #finish({ testLoss, testAccuracy }) {
    this.#lines.push(
      '\nTraining complete!',
      '\nTest Set Performance:',
      `  Loss: ${testLoss.toFixed(4)}`,
      `  Accuracy: ${(100 * testAccuracy).toFixed(2)}%`,
    );
  }
}
