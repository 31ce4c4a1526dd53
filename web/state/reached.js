/**
 * Where a run has reached its goal.
 *
 * @module
 */

import { findReached, parseGoal } from './goal.js';
import { columnsIn } from './metrics.js';

/** @import { LabState } from './lab-state.js' */
/** @import { Frame, Metrics } from './types.js' */

/**
 * Whether a run has reached its goal, every epoch looked at once.
 *
 * @param {LabState} state with the latest frame in its history
 * @param {LabState} before
 * @returns {Metrics | null} of the first epoch of the run that has reached it
 */
export function reachedBy(state, before) {
  const { frame, history, status } = state;
  const isSame = state.config.goal === before.config.goal;
  // Other pictures of the same epoch bring no other history.
  if (isSame && frame?.history === before.frame?.history) return before.reached;
  // What is loading begins anew.
  if (!frame || status === 'loading') return null;
  // A run that was trained apart, such as a record's, comes as a whole.
  const goesOn = isSame && history === before.history && goesOnFrom(frame, before.frame);
  return goesOn
    ? reachedOnTheWay({ ...state, frame }, before.reached)
    : firstReached({ ...state, frame }, history.rows());
}

/**
 * @param {LabState & { frame: Frame }} state
 * @param {Metrics | null} reached
 */
function reachedOnTheWay(state, reached) {
  const { history } = state.frame;
  // That of an epoch whose row is replaced may be reached no more; without rows, it is one that it has been
  // at before.
  const isPast = reached && !(reached.epoch >= history[0]);
  return isPast ? reached : firstReached(state, history);
}

/**
 * How far training goes by itself.
 *
 * @param {Pick<LabState, 'config' | 'status' | 'metrics' | 'reached'>} state
 * @returns {{ limit: number, goal?: import('./goal.js').Condition[] }} not beyond this epoch, 0 is never; nor
 *   beyond the first that reaches this goal
 */
export function stopOf({ config, status, metrics, reached }) {
  const { epochs, stop, goal } = config;
  if (stop !== 'goal' || status !== 'training') return { limit: epochs };
  if (!reached) return { limit: epochs, goal: parseGoal(goal) };
  const isAhead = metrics !== null && metrics.epoch < reached.epoch;
  return { limit: isAhead ? reached.epoch : epochs };
}

/**
 * @param {LabState} state
 * @param {LabState} before
 * @returns {boolean} whether training has come to where the goal is reached, and is to pause there
 */
export function hasStopped({ config, status, metrics, reached }, before) {
  if (config.stop !== 'goal' || status !== 'training' || !reached) return false;
  return metrics?.epoch === reached.epoch && metrics.epoch !== before.metrics?.epoch;
}

/**
 * @param {LabState & { frame: Frame }} state
 * @param {Float64Array} rows of its history
 */
function firstReached({ config, frame, description }, rows) {
  const names = columnsIn(frame.metrics);
  return findReached(parseGoal(config.goal), rows, names, description?.parameterCount);
}

/**
 * @param {Frame} frame
 * @param {Frame | null} before
 * @returns {boolean} whether its epochs are the next ones, begin with the last one, changed, or are none
 */
function goesOnFrom({ history }, before) {
  if (before === null) return false;
  return history.length === 0 || [0, 1].includes(history[0] - before.metrics.epoch);
}
