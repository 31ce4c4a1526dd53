/**
 * The ways of the optimisers from one start, and what the section's questions ask of them.
 *
 * @module
 */
import { METHODS, SETTINGS } from './methods.js';
import { SHAPES, Valley } from './problems.js';

/** @typedef {import('../../engine/engine.js').Engine} Engine */
/** @typedef {import('./methods.js').OptimizerName} OptimizerName */
/** @typedef {import('./methods.js').Rates} Rates */
/** @typedef {import('./problems.js').Problem} Problem */

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
    /** The same. @type {import('../../state/types.js').Metrics[]} */
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

/**
 * The four optimisers from one start on one problem, each with its learning rate.
 */
export class Race {
  #engine;
  /** @type {Problem} */
  #problem;
  /** @type {Rates} */
  #rates;
  #epochs;
  /** @type {Map<OptimizerName, TrainingPath>} */
  #paths = new Map();

  /**
   * @param {import('../../engine/engine.js').Engine} engine
   * @param {Problem} problem
   * @param {Rates} rates
   * @param {number} epochs how far each goes
   */
  constructor(engine, problem, rates, epochs) {
    this.#engine = engine;
    this.#problem = problem;
    this.#rates = { ...rates };
    this.#epochs = epochs;
    for (const { id } of METHODS) this.#begin(id);
  }

  /** @returns {Readonly<Rates>} */
  get rates() {
    return this.#rates;
  }

  /** @param {OptimizerName} method */
  path(method) {
    return /** @type {TrainingPath} */ (this.#paths.get(method));
  }

  /** Whether all have gone as far as they go. */
  get isDone() {
    return [...this.#paths.values()].every((path) => path.length >= this.#epochs || path.diverged);
  }

  /** @param {number} deadline on the clock of performance.now() */
  advance(deadline) {
    for (const path of this.#paths.values()) {
      while (path.length < this.#epochs && !path.diverged) {
        if (performance.now() >= deadline) return;
        path.step();
      }
    }
  }

  /**
   * Sends one off again, with another learning rate.
   *
   * @param {OptimizerName} method
   * @param {number} rate
   */
  setRate(method, rate) {
    this.#rates[method] = rate;
    this.#begin(method);
  }

  dispose() {
    for (const path of this.#paths.values()) path.dispose();
  }

  /** @param {OptimizerName} method */
  #begin(method) {
    this.#paths.get(method)?.dispose();
    const options = { optimizer: method, learningRate: this.#rates[method] };
    this.#paths.set(method, new TrainingPath(this.#engine, this.#problem, options));
  }
}

/** The shifted valley's learning rate of SGD, and twice that. */
const [SHIFTED, , STANDARDISED] = SHAPES;
export const CAREFUL_RATE = SHIFTED.rates.sgd;
export const BOLD_RATE = 2 * CAREFUL_RATE;
/** The feature of the first question: standardised, and then so many times as large. */
export const MAGNIFIED = { ...STANDARDISED, id: 'magnified', factor: 100 };
export const FIRST_STEP_RATE = 0.1;
/** Long after it has arrived, or settled into not arriving. */
const LONG = 1000;

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {import('./problems.js').Shape} shape
 * @returns {{ slope: number, step: number }} of the weight, from 0
 */
export function firstStepOfAdam(engine, shape) {
  const valley = new Valley(engine, shape);
  const path = new TrainingPath(engine, valley.problem([0, 0]), {
    optimizer: 'adam',
    learningRate: FIRST_STEP_RATE,
  });
  try {
    const [slope] = valley.gradient([0, 0]);
    path.step();
    return { slope, step: path.points[1][0] };
  } finally {
    path.dispose();
    valley.dispose();
  }
}

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {number} rate of SGD in the shifted valley
 * @param {number} [epochs]
 * @returns {number[]} the loss above the lowest, from epoch 0
 */
export function descend(engine, rate, epochs = LONG) {
  const valley = new Valley(engine, SHIFTED);
  const path = new TrainingPath(engine, valley.problem(SHIFTED.start), {
    optimizer: 'sgd',
    learningRate: rate,
  });
  try {
    while (path.length < epochs && !path.diverged) path.step();
    return path.metrics.map(({ trainLoss }) => trainLoss - valley.lowest);
  } finally {
    path.dispose();
    valley.dispose();
  }
}
