import { findReached } from '../state/goal.js';
import { withinLimit } from '../state/limit.js';
import { ROW_LENGTH, columnsOf, joinRows } from '../state/metrics.js';
import { Pace } from './pace.js';

/** @import { Advance } from './protocol.js' */
/** @import { Memory } from './memory.js' */

/**
 * What a run needs of the engine's experiment.
 *
 * @typedef {Pick<import('../engine/experiment.js').Experiment, 'description' | 'step' | 'seek' | 'metrics'
 *   | 'metricsRow' | 'diverged' | 'parameters' | 'answer' | 'neuronMap' | 'allNeuronMaps' | 'best' | 'predict' | 'evaluate'
 *   | 'reset' | 'exportModel' | 'importModel' | 'change' | 'gradientCheck' | 'activities' | 'neuronActivity' | 'featureMaps'
 *   | 'shares' | 'outcomes' | 'butterfly' | 'dispose'> & { readonly memory: Memory }} ExperimentHandle
 */

/**
 * How far an experiment has been trained, wherever it is now, and what of its history has not been sent.
 */
export class Course {
  #experiment;
  #pace;
  /** @type {Float64Array[]} */
  #unsent = [];
  /** Epoch of the last row of the history, sent or not. */
  #furthest = 0;

  /**
   * @param {ExperimentHandle} experiment
   * @param {() => number} now milliseconds
   */
  constructor(experiment, now) {
    this.#experiment = experiment;
    this.#pace = new Pace(now);
  }

  /** At which it is. */
  get epoch() {
    return this.#experiment.metrics().epoch;
  }

  /** Has the history go on from the present epoch: what came after it was another run's. */
  begin() {
    this.#unsent = [this.#experiment.metricsRow()];
    this.#furthest = this.epoch;
  }

  /**
   * @param {Advance} how
   * @returns {boolean} whether it has come to what the goal asks for
   */
  advance({ epochs = Infinity, budgetMs = Infinity, limit = 0, goal = [] }) {
    const left = withinLimit(Infinity, limit) - this.epoch;
    const parts = this.#pace.advance(this.#experiment, Math.min(left, epochs), budgetMs);
    const reached = goal.length > 0 ? this.#firstReached(goal, joinRows(parts)) : null;
    this.#take(parts, reached?.epoch);
    if (reached) this.goto(reached.epoch);
    return reached !== null;
  }

  /**
   * Comes to an epoch, before or after the present one, or as near as it can in that time.
   *
   * @param {number} epoch
   * @param {Pick<Advance, 'budgetMs' | 'limit'>} [how]
   * @returns {boolean} whether it is there, or where its training ends before
   */
  goto(epoch, { budgetMs = Infinity, limit = 0 } = {}) {
    const target = withinLimit(epoch, limit);
    this.#experiment.seek(target);
    const left = target - this.epoch;
    if (left > 0) this.#take(this.#pace.advance(this.#experiment, left, budgetMs));
    return this.epoch === target || this.#experiment.diverged;
  }

  /** @returns {Float64Array} the rows that have come since the last time */
  takeHistory() {
    return joinRows(this.#unsent.splice(0));
  }

  /**
   * Keeps of the rows those that are new: an epoch that it comes to once more has the same.
   *
   * @param {Float64Array[]} parts
   * @param {number} [last] epoch that counts
   */
  #take(parts, last = Infinity) {
    for (const rows of parts) {
      const [first] = rows;
      const end = Math.min(rows[rows.length - ROW_LENGTH], last);
      const known = Math.max(0, this.#furthest + 1 - first);
      const fresh = rows.slice(known * ROW_LENGTH, Math.max(0, end + 1 - first) * ROW_LENGTH);
      if (fresh.length > 0) this.#unsent.push(fresh);
      this.#furthest = Math.max(this.#furthest, end);
    }
  }

  /**
   * @param {import('../state/goal.js').Condition[]} goal
   * @param {Float64Array} rows
   */
  #firstReached(goal, rows) {
    const { problem, parameterCount } = this.#experiment.description;
    return findReached(goal, rows, columnsOf(problem), parameterCount);
  }
}
