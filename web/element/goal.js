import { goalText } from './goal-text.js';
import { GoalWatch } from './goal-watch.js';

/** @typedef {import('../state/types.js').Metrics} Metrics */

/**
 * A lab's goal: what is to be reached, and that it has been.
 */
export class Goal {
  #watch = new GoalWatch();
  #sign;
  #texts;
  #formats;

  /**
   * @param {ReturnType<typeof import('../views/goal-sign.js').goalSign>} sign
   * @param {import('../languages/en.js').Texts['goal']} texts
   * @param {import('../views/formats.js').Formats} formats
   */
  constructor(sign, texts, formats) {
    this.#sign = sign;
    this.#texts = texts;
    this.#formats = formats;
  }

  /**
   * @param {import('./session.js').Session} session
   * @returns {{ goal: string, metrics: Metrics } | null} what has been reached just now
   */
  update({ state, frame, history }) {
    const { goal } = state.config;
    const isNow = state.metrics !== null && this.#watch.update(goal, frame, history);
    const { reached } = this.#watch;
    return isNow && reached ? { goal, metrics: { ...reached } } : null;
  }

  /** @param {string} goal */
  show(goal) {
    const { reached } = this.#watch;
    this.#sign.update(goalText(goal, reached, this.#texts, this.#formats), reached !== null);
  }
}
