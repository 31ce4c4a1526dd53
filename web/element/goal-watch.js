import { findReached, parseGoal } from '../state/goal.js';

/** @typedef {import('../state/types.js').Metrics} Metrics */

/**
 * Watches every epoch of a run for the goal, whether it is drawn or not.
 */
export class GoalWatch {
  #goal = '';
  /** The last epoch that has been looked at. */
  #epoch = 0;
  /** @type {import('../state/types.js').Frame | null} */
  #frame = null;
  /** @type {Metrics | null} */
  #reached = null;

  /** The metrics of the first epoch of this run that has reached it. */
  get reached() {
    return this.#reached;
  }

  /**
   * @param {string} goal
   * @param {import('../state/types.js').Frame | null} frame the latest
   * @param {import('../state/history.js').History} history with that frame
   * @returns {boolean} whether it has been reached just now
   */
  update(goal, frame, history) {
    const isOther = goal !== this.#goal;
    if (!frame || (!isOther && frame === this.#frame)) return false;
    const [first] = frame.history;
    if (isOther || first === 0) this.#reached = null;
    // A run that was trained apart, such as a record's, comes as a whole.
    const isNext = first === 0 || first === this.#epoch + 1;
    this.#goal = goal;
    this.#frame = frame;
    this.#epoch = frame.metrics.epoch;
    if (this.#reached) return false;
    const rows = isOther || !isNext ? history.rows() : frame.history;
    this.#reached = findReached(parseGoal(goal), rows);
    return this.#reached !== null;
  }
}
