import { METHODS } from './methods.js';
import { TrainingPath } from './path.js';

/** @typedef {import('./methods.js').OptimizerName} OptimizerName */
/** @typedef {import('./methods.js').Rates} Rates */
/** @typedef {import('./path.js').Problem} Problem */

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
