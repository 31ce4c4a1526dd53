/**
 * Changes during a run: `200:learning-rate=0.01 500:w1.3.2=0.5`. Settings are in force from the update
 * that follows their epoch; parameters are set as soon as it is reached, so that its metrics are of
 * the changed weights.
 *
 * @module
 */

import { spelt } from './metrics.js';
import { NUMBER, Refusal } from './reading.js';

/** @import { Place } from './parameters.js' */
/** @import { Config, ScheduleEntry } from './types.js' */

/** What can be changed while a network trains. */
export const SCHEDULED = /** @type {const} */ ([
  'learningRate',
  'batchSize',
  'optimizer',
  'rule',
  'regularization',
  'regularizationRate',
]);

/** How many changes a run may have. */
export const MOST_CHANGES = 1000;

/** @typedef {typeof SCHEDULED[number]} ScheduledKey */

/**
 * @typedef {object} Change of a setting, or of a parameter
 * @property {number} epoch
 * @property {string} name as it is spelt: `learning-rate`, `w1.3.2`, `b2.1`
 * @property {number | string} value
 *
 * @typedef {Omit<Change, 'epoch'>} LiveChange one that is made at the epoch that a run is at
 */

/** Layer, neuron and input, or layer and neuron, counted from 1. */
const PARAMETER = /^(?:w([1-9]\d*)\.([1-9]\d*)\.([1-9]\d*)|b([1-9]\d*)\.([1-9]\d*))$/;

/**
 * @param {ScheduleEntry} entry
 * @param {unknown} given
 * @param {(key: ScheduledKey, text: string) => unknown} read a setting's value; throws Refusal
 * @returns {string} in one spelling: by epoch, then as given; of several changes of the same at one
 *   epoch, the last
 * @throws {Refusal}
 */
export function acceptSchedule({ max, maxItems }, given, read) {
  if (typeof given !== 'string') throw new Refusal(given, ({ problem }) => problem.notText);
  /** @type {Map<string, Change>} */
  const changes = new Map();
  for (const text of given.split(/\s+/).filter(Boolean)) {
    const change = acceptChange(text, max, read);
    const target = `${change.epoch}:${change.name}`;
    changes.delete(target);
    changes.set(target, change);
  }
  if (changes.size > maxItems) {
    throw new Refusal(given, ({ problem, number }) => problem.manyChanges(number(changes.size)));
  }
  return printSchedule([...changes.values()].sort((a, b) => a.epoch - b.epoch));
}

/**
 * @param {string} schedule as acceptSchedule() gave it
 * @returns {Change[]} by epoch
 */
export function parseSchedule(schedule) {
  return schedule === '' ? [] : schedule.split(' ').map(split);
}

/**
 * @param {Change[]} changes
 * @returns {string}
 */
export function printSchedule(changes) {
  return changes.map(({ epoch, name, value }) => `${epoch}:${name}=${value}`).join(' ');
}

/**
 * A schedule with changes made at the epoch that a run has come to: what was still to come falls away,
 * and of several changes of the same at one epoch the last holds.
 *
 * @param {readonly Change[]} schedule by epoch
 * @param {number} epoch
 * @param {readonly LiveChange[]} changes
 * @returns {Change[]} by epoch
 */
export function changedAt(schedule, epoch, changes) {
  /** @type {Map<string, Change>} */
  const present = new Map();
  const past = schedule.filter((change) => change.epoch <= epoch);
  const made = changes.map(({ name, value }) => ({
    epoch,
    name,
    // -0 prints as 0, so it must be 0 to come back as the same value.
    value: value === 0 ? 0 : value,
  }));
  for (const change of [...past.filter((one) => one.epoch === epoch), ...made]) {
    present.delete(change.name);
    present.set(change.name, change);
  }
  return [...past.filter((change) => change.epoch < epoch), ...present.values()];
}

/**
 * @param {string} name as it is spelt
 * @returns {ScheduledKey | undefined} the setting; undefined where it is none
 */
export const scheduledKey = (name) => SCHEDULED.find((key) => spelt(key) === name);

/**
 * @param {string} name as it is spelt
 * @returns {Place | null} of the parameter, counted from 0; null where it is none
 */
export function placeOf(name) {
  const [, ...numbers] = PARAMETER.exec(name) ?? [];
  const [layer, neuron, input] = numbers.filter(Boolean).map((number) => Number(number) - 1);
  return neuron === undefined ? null : { layer, neuron, input: input ?? null };
}

/**
 * @param {Change} change
 * @param {readonly number[]} layerSizes of the network, from the inputs to the outputs
 * @returns {boolean} whether the network has what it changes
 */
export function isInNetwork({ name }, layerSizes) {
  const place = placeOf(name);
  if (!place) return true;
  const { layer, neuron, input } = place;
  const inputs = layerSizes[layer];
  return neuron < (layerSizes[layer + 1] ?? 0) && (input === null || input < inputs);
}

/**
 * @param {Pick<Config, 'schedule'>} config
 * @param {ScheduledKey} key
 * @returns {boolean} whether the schedule changes this setting
 */
export function isScheduled({ schedule }, key) {
  return parseSchedule(schedule).some(({ name }) => scheduledKey(name) === key);
}

/**
 * @param {string} text
 * @param {number} max the last epoch that there can be
 * @param {(key: ScheduledKey, text: string) => unknown} read
 * @returns {Change}
 * @throws {Refusal}
 */
function acceptChange(text, max, read) {
  const { epoch, name, value } = split(text);
  if (!(epoch <= max)) throw new Refusal(text, ({ problem }) => problem.notChange);
  const key = scheduledKey(name);
  if (key) return { epoch, name, value: /** @type {number | string} */ (read(key, `${value}`)) };
  if (!placeOf(name)) throw new Refusal(text, ({ problem }) => problem.notScheduled);
  if (!Number.isFinite(value)) throw new Refusal(text, ({ problem }) => problem.setsNoNumber);
  return { epoch, name, value: Number(value) + 0 };
}

/**
 * @param {string} text
 * @returns {Change} of epoch NaN where it is none
 */
function split(text) {
  const [, epoch, name, value] = /^(\d+):([^=]+)=(.+)$/.exec(text) ?? [];
  return { epoch: Number(epoch), name, value: NUMBER.test(value) ? Number(value) : value };
}
