/**
 * Networks that are trained side by side, epoch by epoch.
 *
 * @module
 */
import { parameterCount } from '../../state/parameters.js';
import {
  CONTENDERS,
  createContenders,
  createSeeded,
  createTrainer,
  multiplyAdds,
  NOTEBOOK,
} from './contenders.js';
import { CurvePoints } from './curve-points.js';

/** @typedef {import('./contenders.js').Data} Data */
/** @typedef {import('./contenders.js').Engine} Engine */
/** @typedef {import('./contenders.js').Init} Init */

/**
 * @typedef {object} StartFacts what a network is before the first step
 * @property {number} lowest probability that it gives a training point
 * @property {number} highest
 * @property {number[]} gradientSizes by layer, the root mean square of the weights' exact gradient
 * @property {number[]} weightSizes by layer, the root mean square of the weights
 */

/** @type {readonly Init[]} */
export const INITS = ['small', 'xavier', 'he'];

/** Epochs between two looks at the clock, while it is measured what an epoch takes. */
const TIMING_CHUNK = 20;
/** How often it is measured: the shortest counts, as anything else on the device only adds to it. */
const TIMING_ROUNDS = 3;

/**
 * One network on its way.
 */
class Lane {
  #trainer;
  #timings = 0;
  points;

  /**
   * @param {import('./contenders.js').Contender} contender
   * @param {import('../../engine/network.js').Trainer} trainer
   * @param {{ operations: number, epochs: number }} options
   */
  constructor(contender, trainer, { operations, epochs }) {
    this.contender = contender;
    this.#trainer = trainer;
    this.parameterCount = parameterCount(contender.layerSizes);
    /** Multiply-adds of one epoch. */
    this.operations = operations;
    /** Seconds that one epoch takes on this device. */
    this.seconds = Infinity;
    this.points = new CurvePoints(epochs);
    this.points.append(trainer.metricsRow());
  }

  get metrics() {
    return this.#trainer.metrics();
  }

  get isTimed() {
    return this.#timings === TIMING_ROUNDS;
  }

  /** @param {number} seconds that an epoch has taken */
  addTiming(seconds) {
    this.seconds = Math.min(this.seconds, seconds);
    this.#timings += 1;
  }

  /** @param {number} epochs */
  step(epochs) {
    this.points.append(this.#trainer.step(epochs));
  }

  /**
   * @param {readonly [number, number, number, number]} bounds
   * @param {number} resolution points a side
   */
  grid(bounds, resolution) {
    const network = this.#trainer.network();
    const grid = network.decisionGrid(bounds, resolution);
    network.dispose();
    return grid;
  }

  dispose() {
    this.#trainer.dispose();
  }
}

/**
 * The four networks, trained side by side, epoch by epoch.
 */
export class Race {
  #engine;
  #data;
  #options;
  #epoch = 0;

  /**
   * @param {Engine} engine
   * @param {Data} data
   * @param {object} options
   * @param {import('./contenders.js').Rule} options.rule
   * @param {import('./contenders.js').Init} options.init
   * @param {number} options.epochs where it ends
   */
  constructor(engine, data, options) {
    this.#engine = engine;
    this.#data = data;
    this.#options = options;
    const { rule, epochs } = options;
    const nSamples = data.train.y[0].length;
    this.lanes = this.#createTrainers().map((trainer, i) => {
      const { layerSizes } = CONTENDERS[i];
      const operations = multiplyAdds({ layerSizes, nSamples, rule });
      return new Lane(CONTENDERS[i], trainer, { operations, epochs });
    });
  }

  get epoch() {
    return this.#epoch;
  }

  /** Where it ends. */
  get epochs() {
    return this.#options.epochs;
  }

  get isFinished() {
    return this.#epoch === this.epochs;
  }

  /**
   * Measures what an epoch of a network takes, if that has not been done: with a training of
   * its own and for as long as may be, because browsers' clocks are coarse.
   *
   * @param {number} milliseconds
   * @returns {boolean} false: all had been measured
   */
  time(milliseconds) {
    const next = this.lanes.findIndex(({ isTimed }) => !isTimed);
    if (next < 0) return false;
    const trainers = this.#createTrainers();
    this.lanes[next].addTiming(timeEpoch(trainers[next], milliseconds));
    for (const trainer of trainers) trainer.dispose();
    return true;
  }

  /**
   * @param {number} epochs at most; it does not go beyond the end
   */
  step(epochs) {
    const count = Math.min(epochs, this.epochs - this.#epoch);
    for (const lane of this.lanes) lane.step(count);
    this.#epoch += count;
  }

  dispose() {
    for (const lane of this.lanes) lane.dispose();
  }

  #createTrainers() {
    const { rule, init } = this.#options;
    return createContenders(this.#engine, init).map((network) => {
      const trainer = createTrainer(this.#engine, network, this.#data, { rule });
      network.dispose();
      return trainer;
    });
  }
}

/**
 * @param {import('../../engine/network.js').Trainer} trainer
 * @param {number} milliseconds
 * @returns {number} seconds
 */
function timeEpoch(trainer, milliseconds) {
  const start = performance.now();
  let epochs = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    trainer.step(TIMING_CHUNK);
    epochs += TIMING_CHUNK;
    elapsed = performance.now() - start;
  }
  return elapsed / 1000 / epochs;
}

/**
 * One architecture from the same random numbers, scaled in three ways, by exact backpropagation.
 */
export class StartRuns {
  #limit;
  #epoch = 0;

  /**
   * @param {import('./contenders.js').Engine} engine
   * @param {import('./contenders.js').Data} data
   * @param {{ layerSizes: readonly number[], epochs: number }} options
   */
  constructor(engine, data, { layerSizes, epochs }) {
    this.#limit = epochs;
    this.runs = INITS.map((init) => {
      const network = createSeeded(engine, layerSizes, init, NOTEBOOK.seed);
      const trainer = createTrainer(engine, network, data, { rule: 'backprop' });
      const facts = startFacts(network, data.train);
      network.dispose();
      const points = new CurvePoints(epochs);
      points.append(trainer.metricsRow());
      return { init, trainer, points, facts };
    });
  }

  get epoch() {
    return this.#epoch;
  }

  /** Where it ends. */
  get epochs() {
    return this.#limit;
  }

  get isFinished() {
    return this.#epoch === this.#limit;
  }

  /** @param {number} epochs at most; it does not go beyond the end */
  step(epochs) {
    const count = Math.min(epochs, this.#limit - this.#epoch);
    for (const { trainer, points } of this.runs) points.append(trainer.step(count));
    this.#epoch += count;
  }

  dispose() {
    for (const { trainer } of this.runs) trainer.dispose();
  }
}

/**
 * @param {import('./contenders.js').Network} network
 * @param {import('../../engine/data.js').LabelledSet} train
 * @returns {StartFacts}
 */
export function startFacts(network, { X, y }) {
  const [output] = network.forward(X);
  return {
    lowest: Math.min(...output),
    highest: Math.max(...output),
    gradientSizes: network.gradient(X, y).map(({ weights }) => rootMeanSquare(weights)),
    weightSizes: network.layers().map(({ weights }) => rootMeanSquare(weights)),
  };
}

/** @param {ArrayLike<number>[]} rows */
function rootMeanSquare(rows) {
  const values = rows.flatMap((row) => Array.from(row));
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}
