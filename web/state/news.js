/**
 * What the page is to be told of a run.
 *
 * @module
 */

import { inEnglish } from './messages.js';

/** @import { LabState } from './lab-state.js' */
/** @import { Status } from './types.js' */
/** @typedef {[type: string, detail?: unknown]} News an event */

/**
 * What the page is told: a lab is ready once all of it can be seen, or once somebody has used it; then it
 * is ready whenever it is back at epoch 0.
 *
 * @param {LabState} state
 * @returns {Status}
 */
export function statusOf({ status, isWhole, isUsed }) {
  return isWhole || isUsed || status !== 'ready' ? status : 'loading';
}

/**
 * @param {LabState} state
 * @param {LabState} before
 * @returns {News[]} what has happened, in the order in which it is told
 */
export function newsOf(state, before) {
  const { config, metrics, reached } = state;
  /** @type {News[]} */
  const news = [];
  if (hasProgress(state, before)) news.push(['progress', { ...metrics }]);
  if (hasReachedGoal(state, before)) {
    news.push(['goal', { goal: config.goal, metrics: { ...reached } }]);
  }
  const former = statusOf(before);
  return statusOf(state) === former ? news : [...news, ...newsOfStatus(state, former)];
}

/**
 * @param {LabState} state
 * @param {Status} former
 * @returns {News[]}
 */
function newsOfStatus(state, former) {
  const { frame, failure } = state;
  const status = statusOf(state);
  /** @type {News[]} */
  const news = [];
  if (former === 'loading' && status !== 'failed') news.push(['ready']);
  if (status === 'finished') news.push(['finish']);
  if (status === 'failed' && failure) {
    const type = frame?.diverged ? 'divergence' : 'engine';
    news.push(['error', { type, message: inEnglish(failure) }]);
  }
  return news;
}

/**
 * @param {LabState} state
 * @param {LabState} before
 * @returns {boolean} whether its metrics are others: of another epoch of the run, or of changed weights
 */
function hasProgress(state, before) {
  // What a hand has passed by is no other's business.
  if (!state.metrics || !before.metrics || state.status === 'loading') return false;
  if (state.metrics.epoch > before.metrics.epoch || isChanged(state, before)) return true;
  // What begins anew brings a history.
  return state.metrics.epoch < before.metrics.epoch && state.frame?.history.length === 0;
}

/**
 * @param {LabState} state
 * @param {LabState} before
 * @returns {boolean} whether it has reached its goal, which it does once
 */
function hasReachedGoal(state, before) {
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
