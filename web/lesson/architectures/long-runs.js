/**
 * Runs that take long: from many seeds, and on the plateau.
 *
 * @module
 */
import { metricsOfAll } from '../../state/metrics.js';
import { createClient } from '../../worker/client.js';
import { trainAll, trainTo } from '../../worker/training.js';
import {
  configOf,
  CONTENDERS,
  createSeeded,
  EPOCHS,
  NOTEBOOK,
  trainingFrom,
} from './contenders.js';
import { CurvePoints } from './curve-points.js';

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
 * Trains one network from the weights of a seed, so long as the notebook does.
 *
 * @param {Engine} engine
 * @param {import('../../worker/client.js').Client} client
 * @param {{ layerSizes: readonly number[], seed: number, rule: import('./contenders.js').Rule, init: import('./contenders.js').Init }} run
 */
async function trainSeed(engine, client, { layerSizes, seed, rule, init }) {
  const config = configOf(layerSizes, { rule, init, epochs: EPOCHS });
  const { start } = trainingFrom(config, createSeeded(engine, layerSizes, init, seed));
  await client.create(config, { ...start, look: { resolution: 0 } });
  return trainTo(client, EPOCHS);
}

/**
 * The four networks again and again, on the same data from other first weights: with seeds 1, 2, …, as
 * many at a time as there are workers.
 */
export class SeedRuns {
  #engine;
  #fresh;
  #options;
  /** By network, in the order of the seeds; there may be gaps. @type {Run[][]} */
  #runs = CONTENDERS.map(() => []);

  /**
   * @param {Engine} engine
   * @param {ReturnType<typeof createFresh>} fresh
   * @param {{ rule: import('./contenders.js').Rule, init: import('./contenders.js').Init }} options
   */
  constructor(engine, fresh, options) {
    this.#engine = engine;
    this.#fresh = fresh;
    this.#options = options;
  }

  /**
   * @param {number} seeds
   * @returns {Run[][]} by network, those of the seeds from 1 to this that are done
   */
  upTo(seeds) {
    return this.#runs.map((runs) => runs.filter(({ seed }) => seed <= seeds));
  }

  /**
   * Trains those that are missing.
   *
   * @param {number} seeds
   * @param {object} [options]
   * @param {() => void} [options.onRun] called after each
   * @param {AbortSignal} [options.signal]
   * @param {import('../../worker/pool.js').Pool} [options.pool]
   */
  train(seeds, { onRun = () => {}, ...options } = {}) {
    return trainAll(
      this.#missing(seeds),
      async (client, { index, seed }) => {
        const { layerSizes } = CONTENDERS[index];
        const run = { layerSizes, seed, ...this.#options };
        const { metrics } = await trainSeed(this.#engine, client, run);
        const { accuracy = NaN } = await client.evaluate(this.#fresh);
        this.#runs[index].push({ seed, test: metrics.testAccuracy, fresh: accuracy });
        this.#runs[index].sort((a, b) => a.seed - b.seed);
        onRun();
      },
      options,
    );
  }

  /** @param {number} seeds */
  #missing(seeds) {
    return Array.from({ length: seeds }, (_, i) => i + 1)
      .flatMap((seed) => CONTENDERS.map((_, index) => ({ seed, index })))
      .filter(({ seed, index }) => !this.#runs[index].some((run) => run.seed === seed));
  }
}

/**
 * Deep from small weights, by exact backpropagation, for long.
 *
 * @param {object} [options]
 * @param {(epoch: number) => void} [options.onProgress]
 * @param {import('../../worker/pool.js').Pool} [options.pool]
 * @returns {Promise<{ points: CurvePoints, leftAt: number | null, trainLoss: number }>}
 */
export async function watchPlateau({ onProgress = () => {}, pool } = {}) {
  const epochs = PLATEAU_EPOCHS;
  const config = configOf(DEEP.layerSizes, { rule: 'backprop', init: 'small', epochs });
  const points = new CurvePoints(epochs);
  /** @type {number | null} */
  let leftAt = null;
  const client = createClient({ pool });
  const { frame } = await client.create(config, { look: { resolution: 0 } });
  points.append(frame.history);
  const { metrics } = await trainTo(client, epochs, ({ history }) => {
    points.append(history);
    const rows = metricsOfAll(history);
    leftAt ??= rows.find(({ trainLoss }) => trainLoss < PLATEAU_END)?.epoch ?? null;
    onProgress(rows[rows.length - 1].epoch);
  });
  client.dispose();
  return { points, leftAt, trainLoss: metrics.trainLoss };
}

/**
 * Medium from He's weights, by exact backpropagation, seed by seed.
 *
 * @param {Engine} engine
 * @param {number} nTest test points
 * @param {object} [options]
 * @param {(done: number) => void} [options.onProgress]
 * @param {import('../../worker/pool.js').Pool} [options.pool]
 * @returns {Promise<number[]>} by seed, how many test points it has right
 */
export async function trainSeeds(engine, nTest, { onProgress = () => {}, pool } = {}) {
  /** @type {number[]} */
  const right = [];
  let done = 0;
  const seeds = Array.from({ length: SEEDS }, (_, i) => i + 1);
  await trainAll(
    seeds,
    async (client, seed) => {
      const run = { layerSizes: MEDIUM.layerSizes, seed, rule: /** @type {const} */ ('backprop') };
      const { metrics } = await trainSeed(engine, client, { ...run, init: 'he' });
      right[seed - 1] = Math.round(metrics.testAccuracy * nTest);
      onProgress((done += 1));
    },
    { pool },
  );
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
