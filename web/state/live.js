/**
 * Settings of a run that is under way: which are in force, and what a change of them comes to.
 *
 * @module
 */

import { applyPatch, changedKeys } from './config.js';
import { spelt } from './metrics.js';
import { SCHEDULED, parseSchedule, printSchedule, scheduledKey } from './schedule.js';

/** @import { LiveChange, ScheduledKey } from './schedule.js' */
/** @import { Config, ConfigError, Metrics, Status } from './types.js' */

/**
 * @param {Config} config
 * @param {number} epoch
 * @returns {Config} with the settings that the update after this epoch is made with; itself where these
 *   are its own
 */
export function settingsInForce(config, epoch) {
  const entries = parseSchedule(config.schedule).flatMap(({ epoch: from, name, value }) => {
    const key = scheduledKey(name);
    return key && from <= epoch ? [[key, value]] : [];
  });
  return entries.length === 0 ? config : { ...config, ...Object.fromEntries(entries) };
}

/**
 * Whether a change of a setting that can be scheduled is one of the run, not of its start: while it trains,
 * and at an epoch from which it has gone on before, whatever has been changed there since.
 *
 * @param {object} state of a lab
 * @param {Status} state.status
 * @param {Metrics | null} state.metrics
 * @param {{ readonly last: number }} state.history
 * @param {number | null} state.branch
 * @param {unknown} state.failure where it has failed, or diverged, nothing goes on
 */
export function isUnderWay({ status, metrics, history, branch, failure }) {
  if (status === 'training') return true;
  if (!metrics || status === 'loading' || failure) return false;
  return metrics.epoch < history.last || metrics.epoch === branch;
}

/**
 * What a change of settings comes to where the run goes on with them.
 *
 * @param {Config} inForce
 * @param {object} patch
 * @returns {{ changes: LiveChange[], errors: ConfigError[] } | null} null where it takes a new experiment
 */
export function liveChanges(inForce, patch) {
  if (!Object.keys(patch).every((key) => SCHEDULED.some((one) => one === key))) return null;
  const { config, errors } = applyPatch(inForce, patch);
  const changed = changedKeys(inForce, config);
  const changes = SCHEDULED.filter((key) => changed.includes(key)).map((key) => ({
    name: spelt(key),
    value: config[key],
  }));
  return changes.length === changed.length ? { changes, errors } : null;
}

/**
 * What a change of settings comes to where the run starts again with them. A control shows the setting in
 * force: what it is set to holds from the start, in place of the entries that had come into force; those
 * to come stay.
 *
 * @param {Config} config
 * @param {number} epoch that the run is at
 * @param {object} patch of the settings in force; one that names the schedule is of the configuration already
 * @returns {Partial<Config>} the patch of the configuration
 */
export function startingPatch(config, epoch, patch) {
  if ('schedule' in patch) return /** @type {Partial<Config>} */ (patch);
  const inForce = settingsInForce(config, epoch);
  const { config: wanted, errors } = applyPatch(inForce, patch);
  const named = SCHEDULED.filter((key) => key in patch);
  const changed = named.filter((key) => wanted[key] !== inForce[key]);
  const isSame = (/** @type {string} */ key) =>
    named.some((one) => one === key && inForce[one] !== config[one] && !changed.includes(one)) &&
    !errors.some((error) => error.key === key);
  const kept = Object.entries(patch).filter(([key]) => !isSame(key));
  const schedule = printSchedule(
    parseSchedule(config.schedule).filter(
      ({ epoch: from, name }) =>
        from > epoch || !changed.includes(/** @type {ScheduledKey} */ (scheduledKey(name))),
    ),
  );
  return Object.fromEntries(
    schedule === config.schedule ? kept : [...kept, ['schedule', schedule]],
  );
}
