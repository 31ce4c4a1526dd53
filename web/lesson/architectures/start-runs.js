import { createSeeded, createTrainer, NOTEBOOK } from './contenders.js';
import { CurvePoints } from './curve-points.js';

/** @typedef {import('./contenders.js').Init} Init */

/** @type {readonly Init[]} */
export const INITS = ['small', 'xavier', 'he'];

/**
 * @typedef {object} StartFacts what a network is before the first step
 * @property {number} lowest probability that it gives a training point
 * @property {number} highest
 * @property {number[]} gradientSizes by layer, the root mean square of the weights' exact gradient
 * @property {number[]} weightSizes by layer, the root mean square of the weights
 */

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
