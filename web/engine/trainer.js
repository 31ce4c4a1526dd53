import { Handle } from './handle.js';
import { Network } from './network.js';

/**
 * @typedef {object} Metrics of the current weights
 * @property {number} epoch
 * @property {number} trainLoss
 * @property {number} testLoss
 * @property {number} trainAccuracy 0 … 1
 * @property {number} testAccuracy 0 … 1
 */

/** Numbers in a row of the history, in the order of Metrics. */
export const METRICS_PER_EPOCH = 5;

/**
 * @param {ArrayLike<number>} row
 * @returns {Metrics}
 */
export function toMetrics(row) {
  const [epoch, trainLoss, testLoss, trainAccuracy, testAccuracy] = Array.from(row);
  return { epoch, trainLoss, testLoss, trainAccuracy, testAccuracy };
}

/**
 * Trains its own copy of a network on one data set.
 *
 * @extends {Handle<import('./generated/moonlab.js').EmbindTrainer>}
 */
export class Trainer extends Handle {
  /**
   * @param {import('./generated/moonlab.js').EmbindTrainer} object
   * @param {number[]} layerSizes
   */
  constructor(object, layerSizes) {
    super(object);
    this.layerSizes = layerSizes;
  }

  /**
   * Trains for so many epochs, or until it diverges. Chunking does not change a digit.
   *
   * @param {number} epochs
   * @returns {Float64Array} METRICS_PER_EPOCH numbers for each epoch done
   */
  step(epochs = 1) {
    return this.object.step(epochs);
  }

  /**
   * @returns {Float64Array} the current weights' metrics, as a row of the history
   */
  metricsRow() {
    return this.object.metrics();
  }

  /**
   * @returns {Metrics}
   */
  metrics() {
    return toMetrics(this.metricsRow());
  }

  /**
   * Whether a loss or a weight is NaN or infinite; further steps do nothing then.
   */
  get diverged() {
    return this.object.diverged();
  }

  /**
   * @returns {Network} a copy as it is now; the caller disposes of it
   */
  network() {
    return new Network(this.object.network(), this.layerSizes);
  }
}
