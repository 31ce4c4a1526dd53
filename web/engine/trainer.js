/**
 * What trains a network.
 *
 * @module
 */

import { columnsOf, metricsOf } from '../state/metrics.js';
import { Handle } from './handle.js';
import { Network } from './network.js';

/** @import { LossName, Metrics, OptimizerName, RuleName } from '../state/types.js' */
/** @import { EmbindTrainer, UpdateShares } from './generated/moonlab.js' */

/**
 * @typedef {import('../state/parameters.js').Place} Place of a parameter
 *
 * @typedef {object} TrainerOptions
 * @property {RuleName} [rule]
 * @property {LossName} [loss]
 * @property {OptimizerName} [optimizer]
 * @property {number} [learningRate] above 0
 * @property {number} [momentum] momentum's share of the last step
 * @property {number} [decay] RMSProp's, PyTorch's alpha
 * @property {number} [beta1] Adam's
 * @property {number} [beta2] Adam's
 * @property {number} [epsilon] RMSProp's and Adam's
 * @property {number} [batchSize] 0 is all
 * @property {'in_order' | 'reversed'} [summation] of a full batch's samples
 * @property {'none' | 'l1' | 'l2'} [penalty] on the weights
 * @property {number} [penaltyRate] 0 or more
 * @property {'accuracy' | 'r2'} [score] what a row of the history has besides the losses
 *
 * What may change during a run.
 * @typedef {Omit<TrainerOptions, 'loss' | 'summation' | 'score'>} TrainerChange
 */

/**
 * Trains its own copy of a network on one data set.
 *
 * @extends {Handle<EmbindTrainer>}
 */
export class Trainer extends Handle {
  #columns;

  /**
   * @param {EmbindTrainer} object
   * @param {number[]} layerSizes
   * @param {TrainerOptions['score']} [score]
   */
  constructor(object, layerSizes, score) {
    super(object);
    this.layerSizes = layerSizes;
    this.#columns = columnsOf(score === 'r2' ? 'regression' : 'classification');
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
   * Goes on under other options, from the next update on. What is not named stays, as do the order of
   * the samples and the optimiser's state; an optimiser that is named begins anew, the same one, too.
   *
   * @param {TrainerChange} options
   * @throws {Error} that names what is out of range; everything stays as it was
   */
  change(options) {
    this.object.change(options);
  }

  /**
   * Gives the network other parameters; the optimiser's state stays.
   *
   * @param {Float64Array} values in the order of state/parameters.js
   */
  setParameters(values) {
    this.object.setParameters(values);
  }

  /**
   * The present moment, for restore(): all that it takes to go on from there but the data, in as many
   * numbers at every epoch.
   *
   * @returns {Float64Array} whose numbers are the engine's own business
   */
  snapshot() {
    return this.object.snapshot();
  }

  /**
   * Goes to a moment of this training; from there it goes on with the same digits.
   *
   * @param {Float64Array} snapshot as snapshot() gave it
   * @throws {Error} for any other; everything stays as it was
   */
  restore(snapshot) {
    this.object.restore(snapshot);
  }

  /** @returns {Float64Array} the current weights' metrics, as a row of the history */
  metricsRow() {
    return this.object.metrics();
  }

  /** @returns {Metrics} */
  metrics() {
    return metricsOf(this.metricsRow(), 0, this.#columns);
  }

  /**
   * Which training samples have pushed a parameter, and how far: each one's share of the gradient of the
   * last update, which is the sum of all, and of what the penalty added.
   *
   * @param {Place} place
   * @returns {UpdateShares} in the samples' order
   * @throws {Error} for a parameter that the network does not have
   */
  shares({ layer, neuron, input }) {
    return this.object.shares(layer, neuron, input);
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
