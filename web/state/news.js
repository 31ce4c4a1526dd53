/**
 * What the page is to be told of a run.
 *
 * @module
 */

/** @import { LabState } from './lab-state.js' */

/**
 * @param {LabState} state
 * @param {LabState} before
 * @returns {boolean} whether its metrics are others: of a later epoch, or of changed weights
 */
export function hasProgress(state, before) {
  if (!state.metrics || !before.metrics) return false;
  return state.metrics.epoch > before.metrics.epoch || isChanged(state, before);
}

/**
 * @param {LabState} state
 * @param {LabState} before
 * @returns {boolean} whether it has reached its goal, which it does once
 */
export function hasReachedGoal(state, before) {
  const { reached } = state;
  if (!reached || reached === before.reached) return false;
  return !(isChanged(state, before) && reached.epoch === before.reached?.epoch);
}

/**
 * @param {LabState} state
 * @param {LabState} before
 * @returns {boolean} whether it has been changed where it is
 */
function isChanged({ config, metrics }, before) {
  return (
    config.schedule !== before.config.schedule &&
    metrics !== before.metrics &&
    metrics?.epoch === before.metrics?.epoch
  );
}
