/**
 * Runs that take long: from many seeds, and on the plateau.
 *
 * @module
 */
import { commonOf } from './baselines.js';
import { CONTENDERS, createSeeded, createTrainer, EPOCHS, NOTEBOOK } from './contenders.js';
import { CurvePoints } from './curve-points.js';

/** @typedef {import('./contenders.js').Data} Data */
/** @typedef {import('./contenders.js').Engine} Engine */

/**
 * @typedef {object} Run
 * @property {number} seed
 * @property {number} test share of the test points that are right
 * @property {number} fresh share of the fresh points that are right
 */

/** Points that no run has seen, so many that hardly any of a difference is their chance. */
export const FRESH_SAMPLES = 10_000;
/** How long the plateau is watched. */
export const PLATEAU_EPOCHS = 10_000;
/** A loss below this has left the plateau. */
const PLATEAU_END = 0.69;
/** How many runs differ in their seed alone. */
export const SEEDS = 30;
/** Epochs that are trained without a look at the clock: about a millisecond. */
const CHUNK = 10;

export const [, MEDIUM, DEEP] = CONTENDERS;

/**
 * More points of the same two moons.
 *
 * @param {Engine} engine
 */
export function createFresh(engine) {
  const { noise, seed } = NOTEBOOK;
  // The next seed: points of their own.
  const randomState = seed + 1;
  const { X, y } = engine.makeMoons({ nSamples: FRESH_SAMPLES, noise, randomState });
  return { X, y: [y] };
}

/**
 * The four networks again and again, on the same data from other first weights: with seeds 1, 2, …
 */
export class SeedRuns {
  #engine;
  #data;
  #fresh;
  #options;
  /** @type {import('../../engine/network.js').Trainer | null} */
  #trainer = null;
  /** By network. @type {Run[][]} */
  runs = CONTENDERS.map(() => []);

  /**
   * @param {Engine} engine
   * @param {Data} data
   * @param {ReturnType<typeof createFresh>} fresh
   * @param {{ rule: import('./contenders.js').Rule, init: import('./contenders.js').Init }} options
   */
  constructor(engine, data, fresh, options) {
    this.#engine = engine;
    this.#data = data;
    this.#fresh = fresh;
    this.#options = options;
  }

  /** Runs that are done, of all networks together. */
  get count() {
    return this.runs.reduce((sum, { length }) => sum + length, 0);
  }

  /** The seeds that all networks have been through. */
  get seeds() {
    return Math.min(...this.runs.map(({ length }) => length));
  }

  /** Trains a little: a fraction of a run. */
  advance() {
    const index = this.count % CONTENDERS.length;
    const seed = this.runs[index].length + 1;
    this.#trainer ??= this.#start(index, seed);
    this.#trainer.step(CHUNK);
    const { epoch, testAccuracy } = this.#trainer.metrics();
    if (epoch < EPOCHS && !this.#trainer.diverged) return;
    const network = this.#trainer.network();
    const { accuracy } = network.evaluate(this.#fresh.X, this.#fresh.y);
    network.dispose();
    this.runs[index].push({ seed, test: testAccuracy, fresh: accuracy });
    this.dispose();
  }

  /** Gives up the run that is not finished. */
  dispose() {
    this.#trainer?.dispose();
    this.#trainer = null;
  }

  /**
   * @param {number} index of the network
   * @param {number} seed
   */
  #start(index, seed) {
    const { rule, init } = this.#options;
    const network = createSeeded(this.#engine, CONTENDERS[index].layerSizes, init, seed);
    const trainer = createTrainer(this.#engine, network, this.#data, { rule });
    network.dispose();
    return trainer;
  }
}

/**
 * Deep from small weights, by exact backpropagation, for long.
 *
 * @param {import('../../engine/engine.js').Engine} engine
 * @returns {Generator<number, { points: CurvePoints, leftAt: number | null, trainLoss: number }>}
 *   yields the epoch
 */
export function* watchPlateau(engine) {
  const { data } = commonOf(engine);
  const network = createSeeded(engine, DEEP.layerSizes, 'small', NOTEBOOK.seed);
  const trainer = createTrainer(engine, network, data, { rule: 'backprop' });
  network.dispose();
  const points = new CurvePoints(PLATEAU_EPOCHS);
  points.append(trainer.metricsRow());
  /** @type {number | null} */
  let leftAt = null;
  for (let epoch = 0; epoch < PLATEAU_EPOCHS; epoch += 1) {
    points.append(trainer.step(1));
    const { trainLoss } = trainer.metrics();
    if (leftAt === null && trainLoss < PLATEAU_END) leftAt = epoch + 1;
    if (epoch % CHUNK === 0) yield epoch;
  }
  const { trainLoss } = trainer.metrics();
  trainer.dispose();
  return { points, leftAt, trainLoss };
}

/**
 * Medium from He's weights, by exact backpropagation, seed by seed.
 *
 * @param {import('../../engine/engine.js').Engine} engine
 * @returns {Generator<number, number[]>} yields how many are done, and returns how many test points
 *   each has right
 */
export function* trainSeeds(engine) {
  const { data } = commonOf(engine);
  const nTest = data.test.y[0].length;
  const right = [];
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const network = createSeeded(engine, MEDIUM.layerSizes, 'he', seed);
    const trainer = createTrainer(engine, network, data, { rule: 'backprop' });
    network.dispose();
    for (let epoch = 0; epoch < EPOCHS; epoch += CHUNK) {
      trainer.step(CHUNK);
      yield seed - 1;
    }
    right.push(Math.round(trainer.metrics().testAccuracy * nTest));
    trainer.dispose();
  }
  return right;
}

/**
 * What has become of it: a loss that halves within a hundredth of the time falls.
 *
 * @param {{ leftAt: number | null, trainLoss: number, points: CurvePoints }} run
 * @returns {'stays' | 'creeps' | 'falls'}
 */
export function fateOf({ leftAt, trainLoss, points }) {
  if (leftAt === null) return 'stays';
  const soon = points.of('trainLoss').find(({ x }) => x >= leftAt + PLATEAU_EPOCHS / 100);
  return (soon?.y ?? trainLoss) < PLATEAU_END / 2 ? 'falls' : 'creeps';
}
