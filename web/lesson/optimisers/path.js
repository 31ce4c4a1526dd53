import { SETTINGS } from './methods.js';

/** @typedef {import('../../engine/engine.js').Engine} Engine */
/** @typedef {import('../../engine/data.js').LabelledSet} LabelledSet */

/**
 * @typedef {object} Problem what all four have in common
 * @property {number[]} layerSizes
 * @property {string[]} activations
 * @property {{ X: Float64Array[], y: Float64Array[] }} train
 * @property {{ X: Float64Array[], y: Float64Array[] } | null} test
 * @property {Float64Array} start parameters
 */

/**
 * The way of one optimiser from the start, epoch by epoch: all parameters, and how good they are. It
 * is computed piece by piece, as far as somebody wants to look.
 */
export class TrainingPath {
  #trainer;

  /**
   * @param {Engine} engine
   * @param {Problem} problem
   * @param {{ optimizer: import('./methods.js').OptimizerName, learningRate: number }} options
   */
  constructor(engine, { layerSizes, activations, train, test, start }, options) {
    const network = engine.createNetwork(layerSizes, activations);
    const randomState = engine.createRandomState(0);
    try {
      network.setParameters(start);
      // Full batches: nothing is drawn from the stream.
      this.#trainer = engine.createTrainer(
        network,
        train,
        test,
        { ...SETTINGS, ...options, batchSize: 0 },
        randomState,
      );
    } finally {
      network.dispose();
      randomState.dispose();
    }
    /** After 0, 1, 2, … epochs. @type {Float64Array[]} */
    this.points = [start];
    /** The same. @type {import('../../engine/trainer.js').Metrics[]} */
    this.metrics = [this.#trainer.metrics()];
  }

  /** Epochs done. */
  get length() {
    return this.points.length - 1;
  }

  /** Whether it has left the finite numbers; it then ends at the last that are. */
  get diverged() {
    return this.#trainer.diverged;
  }

  /** One epoch more, where there is one. */
  step() {
    this.#trainer.step(1);
    if (this.#trainer.diverged) return;
    const network = this.#trainer.network();
    this.points.push(network.parameters());
    this.metrics.push(this.#trainer.metrics());
    network.dispose();
  }

  /**
   * @param {number} epoch
   * @returns {number} the same, or the last one that there is
   */
  reached(epoch) {
    return Math.min(epoch, this.length);
  }

  dispose() {
    this.#trainer.dispose();
  }
}
