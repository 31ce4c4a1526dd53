import { CONTENDERS, createSeeded, createTrainer, EPOCHS, NOTEBOOK } from './contenders.js';

/** @typedef {import('./contenders.js').Engine} Engine */
/** @typedef {import('./contenders.js').Data} Data */

/**
 * @typedef {object} Run
 * @property {number} seed
 * @property {number} test share of the test points that are right
 * @property {number} fresh share of the fresh points that are right
 */

/** Points that no run has seen, so many that hardly any of a difference is their chance. */
export const FRESH_SAMPLES = 10_000;
/** Epochs that are trained without a look at the clock: below a millisecond. */
const CHUNK = 10;

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
  /** @type {import('../../engine/trainer.js').Trainer | null} */
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
