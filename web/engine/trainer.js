import { metricsOf } from '../state/metrics.js';
import { Handle } from './handle.js';
import { Network } from './network.js';

/** @typedef {import('../state/types.js').Metrics} Metrics */

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
   * @returns {Float64Array} a row of the history for each epoch done, see state/metrics.js
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
    return metricsOf(this.metricsRow());
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
