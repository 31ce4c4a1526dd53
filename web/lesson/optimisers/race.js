/**
 * The ways of the optimisers from one start, and what the section's questions ask of them.
 *
 * @module
 */
import { using } from '../../engine/handle.js';
import { createClient } from '../../worker/client.js';
import { METHODS, SETTINGS } from './methods.js';
import { SHAPES, Valley } from './problems.js';

/** @typedef {import('../../engine/engine.js').Engine} Engine */
/** @import { OptimizerName, Rates } from './methods.js' */
/** @typedef {import('./problems.js').Problem} Problem */
/** @typedef {import('../../state/types.js').Metrics} Metrics */
/** @typedef {{ optimizer: OptimizerName, learningRate: number }} Options */

/** So many epochs are asked for at once of a worker, whose every answer is an epoch. */
const ASKED_AT_ONCE = 20;

/**
 * The way of one optimiser from the start, epoch by epoch: all parameters, and how good they are.
 */
class Path {
  /** Whether it has left the finite numbers; it then ends at the last that are. */
  diverged = false;

  /**
   * @param {Float64Array} start
   * @param {Metrics} metrics there
   */
  constructor(start, metrics) {
    /** After 0, 1, 2, … epochs. */
    this.points = [start];
    /** The same. */
    this.metrics = [metrics];
  }

  /** Epochs done. */
  get length() {
    return this.points.length - 1;
  }

  /**
   * @param {number} epoch
   * @returns {number} the same, or the last one that there is
   */
  reached(epoch) {
    return Math.min(epoch, this.length);
  }

  /** @param {{ parameters: Float64Array, metrics: Metrics, diverged: boolean }} frame of the next epoch */
  take({ parameters, metrics, diverged }) {
    this.diverged = diverged;
    if (diverged) return;
    this.points.push(parameters);
    this.metrics.push(metrics);
  }
}

/**
 * One that is computed here, piece by piece, as far as somebody wants to look: for problems that no lab
 * has, which are small.
 */
export class TrainingPath extends Path {
  #trainer;

  /**
   * @param {Engine} engine
   * @param {Problem} problem
   * @param {Options} options
   */
  constructor(engine, problem, options) {
    const trainer = createTrainer(engine, problem, options);
    super(problem.start, trainer.metrics());
    this.#trainer = trainer;
  }

  /** One epoch more, where there is one. */
  step() {
    this.#trainer.step(1);
    const { diverged } = this.#trainer;
    const network = this.#trainer.network();
    this.take({ parameters: network.parameters(), metrics: this.#trainer.metrics(), diverged });
    network.dispose();
  }

  /**
   * @param {number} epochs how far it goes
   * @param {number} deadline on the clock of performance.now()
   */
  advance(epochs, deadline) {
    while (this.length < epochs && !this.diverged && performance.now() < deadline) this.step();
  }

  dispose() {
    this.#trainer.dispose();
  }
}

/**
 * @param {Engine} engine
 * @param {Problem} problem
 * @param {Options} options
 */
function createTrainer(engine, { layerSizes, activations, train, test, start }, options) {
  const network = engine.createNetwork(layerSizes, activations);
  const randomState = engine.createRandomState(0);
  return using([network, randomState], () => {
    network.setParameters(start);
    // Full batches: nothing is drawn from the stream.
    const all = { ...SETTINGS, ...options, batchSize: 0 };
    return engine.createTrainer(network, train, test, all, randomState);
  });
}

/** One of a lab's network, which a worker computes. */
export class LabPath extends Path {
  #client;

  /**
   * @param {Path} start
   * @param {import('../../state/types.js').Config} config
   * @param {number} epochs how far it goes
   * @param {import('../../worker/pool.js').Pool} [pool]
   */
  constructor(start, config, epochs, pool) {
    super(start.points[0], start.metrics[0]);
    this.#client = createClient({ pool });
    // Where it ends, whatever has ended it.
    this.#train(config, epochs).catch(() => (this.diverged = true));
  }

  /**
   * @param {import('../../state/types.js').Config} config
   * @param {number} epochs
   */
  async #train(config, epochs) {
    await this.#client.create({ ...config, epochs }, { look: { resolution: 0 } });
    while (this.length < epochs && !this.diverged) {
      const count = Math.min(ASKED_AT_ONCE, epochs - this.length);
      const answers = Array.from({ length: count }, () => this.#client.advance({ epochs: 1 }));
      for (const frame of await Promise.all(answers)) this.take(frame);
    }
  }

  /** It goes on by itself. */
  advance() {}

  dispose() {
    this.#client.dispose();
  }
}

/** The four optimisers from one start on one problem, each with its learning rate. */
export class Race {
  #start;
  /** @type {Rates} */
  #rates;
  #epochs;
  /** @type {Map<OptimizerName, TrainingPath | LabPath>} */
  #paths = new Map();

  /**
   * @param {(options: Options) => TrainingPath | LabPath} start sends one off
   * @param {Rates} rates
   * @param {number} epochs how far each goes
   */
  constructor(start, rates, epochs) {
    this.#start = start;
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
    return /** @type {TrainingPath | LabPath} */ (this.#paths.get(method));
  }

  /** Whether all have gone as far as they go. */
  get isDone() {
    return [...this.#paths.values()].every((path) => path.length >= this.#epochs || path.diverged);
  }

  /** @param {number} deadline on the clock of performance.now() */
  advance(deadline) {
    for (const path of this.#paths.values()) path.advance(this.#epochs, deadline);
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
    this.#paths.set(method, this.#start(options));
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
  const adam = /** @type {const} */ ({ optimizer: 'adam', learningRate: FIRST_STEP_RATE });
  const path = new TrainingPath(engine, valley.problem([0, 0]), adam);
  return using([path, valley], () => {
    const [slope] = valley.gradient([0, 0]);
    path.step();
    return { slope, step: path.points[1][0] };
  });
}

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {number} rate of SGD in the shifted valley
 * @param {number} [epochs]
 * @returns {number[]} the loss above the lowest, from epoch 0
 */
export function descend(engine, rate, epochs = LONG) {
  const valley = new Valley(engine, SHIFTED);
  const sgd = /** @type {const} */ ({ optimizer: 'sgd', learningRate: rate });
  const path = new TrainingPath(engine, valley.problem(SHIFTED.start), sgd);
  return using([path, valley], () => {
    while (path.length < epochs && !path.diverged) path.step();
    return path.metrics.map(({ trainLoss }) => trainLoss - valley.lowest);
  });
}
