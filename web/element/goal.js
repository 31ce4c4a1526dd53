import { goalText } from './goal-text.js';
import { GoalWatch } from './goal-watch.js';

/** @typedef {import('../state/types.js').Metrics} Metrics */

/**
 * A lab's goal: what is to be reached, and that it has been.
 */
export class Goal {
  #watch = new GoalWatch();
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

  /**
   * @param {string} goal
   * @param {import('./face.js').Face} face
   */
  show(goal, { view, texts, formats }) {
    const { reached } = this.#watch;
    view.goal.update(goalText(goal, reached, texts.goal, formats), reached !== null);
  }
}
