/**
 * What has become of the last thing that a reader changed: the lab says so, and offers the other.
 *
 * @module
 */

import { applyPatch } from './config.js';
import { scheduledKey } from './schedule.js';
import { SCHEMA } from './schema.js';
import { printText } from './values.js';

/** @import { Change, LiveChange } from './schedule.js' */
/** @import { Config } from './types.js' */

/**
 * @typedef {object} WentOn the run goes on with changes
 * @property {'wentOn'} kind
 * @property {readonly Change[]} changes all at one epoch
 * @property {boolean} hasOther whether it can start again with them instead
 *
 * @typedef {object} StartedAgain the run has started again
 * @property {'startedAgain'} kind
 * @property {readonly string[]} keys of the settings that were changed, the telling one first
 * @property {number} epoch that the former run was at
 * @property {boolean} hasOther whether that can go on from there instead
 *
 * @typedef {object} Removed a change is no longer in the run
 * @property {'removed'} kind
 * @property {Change} change
 *
 * @typedef {object} Undone the former run is back
 * @property {'undone'} kind
 * @property {number} epoch
 *
 * @typedef {object} Restored a kept run is there again
 * @property {'restored'} kind
 * @property {string} name of the run
 * @property {number} epoch
 *
 * @typedef {object} Opened one of many runs is the lab's
 * @property {'opened'} kind
 * @property {number} epoch
 *
 * @typedef {object} Repeating a run is trained again
 * @property {'repeating'} kind
 * @property {number} epoch up to which
 *
 * @typedef {WentOn | StartedAgain | Removed | Undone | Opened | Restored | Repeating} Deed
 */

/**
 * @typedef {object} Run that can be had again
 * @property {Config} config
 * @property {number} epoch
 * @property {number} [furthest] epoch that it had been trained to, where that is later
 * @property {import('./model.js').StartingModel | null} model that it began from; null: from drawn weights
 *
 * @typedef {object} Step to be taken back
 * @property {Run} run that there was before
 * @property {string} what has been changed
 * @property {number} epoch that the run has been at since
 * @property {readonly (keyof Config)[]} keys of the settings that are other than before
 * @property {LiveChange[]} changes with which that run can go on; none where it must start again
 */

/** What is only shown, or how the page embeds the lab. */
const OF_VIEW = SCHEMA.filter(
  ({ key, group }) => group === 'view' || group === 'embedding' || key === 'speed',
).map(({ key }) => key);

/**
 * @param {object} patch
 * @returns {boolean} whether no run is another by it
 */
export function isOfView(patch) {
  return Object.keys(patch).every((name) => OF_VIEW.some((key) => key === name));
}

/**
 * @param {Config} config of a run
 * @param {Config} present
 * @returns {Config} with what has been set meanwhile of what is only shown
 */
export function withView(config, present) {
  return { ...config, ...Object.fromEntries(OF_VIEW.map((key) => [key, present[key]])) };
}

/**
 * @param {Config} before
 * @param {Config} after
 */
export function differentKeys(before, after) {
  return SCHEMA.map(({ key }) => key).filter(
    (key) => before[key] !== after[key] && printText(before[key]) !== printText(after[key]),
  );
}

/**
 * @param {readonly Step[]} steps the last one last
 * @param {Config} config since the last
 * @returns {Run} before the first; what has been set besides, such as the speed, stays
 */
export function formerRun(steps, config) {
  const former = { ...config };
  for (const { keys, run } of [...steps].reverse()) {
    for (const key of keys) Object.assign(former, { [key]: run.config[key] });
  }
  // A neuron that is looked at may not be in it.
  const { config: settled } = applyPatch(former, {});
  return { ...steps[0].run, config: settled };
}

/**
 * @param {Pick<Step, 'run' | 'changes'>} step
 * @param {string[]} keys of the settings that were named
 * @returns {StartedAgain}
 */
export function startedAgain({ run, changes }, keys) {
  const hasOther = changes.length > 0 && run.epoch > 0;
  return { kind: 'startedAgain', keys, epoch: run.epoch, hasOther };
}

/**
 * @param {Pick<Step, 'run' | 'changes'>} step
 * @returns {WentOn}
 */
export function wentOn({ run: { epoch }, changes }) {
  const hasOther = epoch > 0 && changes.every(({ name }) => scheduledKey(name));
  return { kind: 'wentOn', changes: changes.map((change) => ({ ...change, epoch })), hasOther };
}
