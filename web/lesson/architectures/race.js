import { parameterCount } from '../../state/parameters.js';
import { CONTENDERS, createContenders, createTrainer } from './contenders.js';
import { multiplyAdds } from './cost.js';
import { CurvePoints } from './curve-points.js';

/** @typedef {import('./contenders.js').Engine} Engine */
/** @typedef {import('./contenders.js').Data} Data */

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
   * @param {import('../../engine/trainer.js').Trainer} trainer
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
 * @param {import('../../engine/trainer.js').Trainer} trainer
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
