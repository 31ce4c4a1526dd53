/**
 * The configuration as a whole: how a change is merged into it, and whether its values agree.
 *
 * @module
 */

import { DATASETS, datasetOf } from './choices.js';
import { complaint, configError, unknownSetting } from './messages.js';
import { defaultConfig, presetValues } from './presets.js';
import { isScheduled } from './schedule.js';
import { SCHEMA, entryOfKey } from './schema.js';
import { settle } from './settle.js';
import { toClasses } from './classes.js';
import { checkValue, printText } from './values.js';

/** @import { Config, ConfigError, Entry, OwnPoint, ProblemName } from './types.js' */

export { defaultConfig, isOfPreset } from './presets.js';
export { parseQuery, printQuery, toldSettings } from './query.js';
export { printLines } from './points.js';
export { parseText, printText } from './values.js';

/** What decides the points of some data set or other. */
const OF_POINTS = [...new Set(DATASETS.flatMap(({ settings }) => [...settings]))];

const keys = SCHEMA.map((entry) => entry.key);

/**
 * Merges changes into a configuration. What is valid is applied; everything else is reported and
 * keeps its previous value.
 *
 * A `preset` lays its values down first, whatever the order of the keys. `null` sets a key back to
 * its preset's value, `undefined` leaves it. Values may also come as text.
 *
 * @param {Config} config
 * @param {unknown} patch what to change, by key: `{ samples: 500, layers: [4] }`
 * @returns {{ config: Config, errors: ConfigError[] }}
 */
export function applyPatch(config, patch) {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) {
    const say = complaint(
      'config',
      patch,
      ({ problem }) => problem.notObject,
      ({ allowed }) => allowed.settings,
    );
    return { config, errors: [configError('config', say)] };
  }
  const { preset, ...changes } = /** @type {Record<string, unknown>} */ (patch);
  const start = choosePreset(config, preset);
  const { data, ...others } = changes;
  const { values, errors } = checkChanges(start.config, others);
  const problem = problemOfPoints(start.config, values);
  const own = checkChanges(start.config, { data }, problem);
  errors.push(...own.errors);
  if (own.values.data) {
    const points = own.values.data;
    Object.assign(values, nameClasses(start.config, points, values.classNames, problem));
  }
  const settled = settle(start.config, values);
  // Own points that were refused say why; that they are missing now follows from it.
  const hasBadData = errors.some(({ key }) => key === 'data');
  const later = settled.errors.filter(({ key }) => !(hasBadData && key === 'dataset'));
  return { config: settled.config, errors: [...start.errors, ...errors, ...later] };
}

/**
 * Whether going from one configuration to another takes a new experiment: other data, another
 * network or another way of training it.
 *
 * @param {Config} before
 * @param {Config} after
 */
export function needsNewExperiment(before, after) {
  return changedKeys(before, after).length > 0;
}

/**
 * @param {Config} before
 * @param {Config} after
 * @returns {(keyof Config)[]} the settings that differ, of those that decide the digits
 */
export function changedKeys(before, after) {
  const idle = idleKeys(after);
  return keys.filter(
    (key) =>
      entryOfKey(key)?.scope === 'experiment' &&
      !idle.includes(key) &&
      printText(before[key]) !== printText(after[key]),
  );
}

/**
 * Whether a configuration trains what the notebook trains.
 *
 * @param {Config} config
 */
export function isNotebookRun(config) {
  return !needsNewExperiment(config, defaultConfig('notebook'));
}

/**
 * @param {Config} config
 * @returns {readonly (keyof Config)[]} the settings that decide nothing: of the data, those that the data
 *   set leaves be; without a hidden layer, its activation; without regularisation, its rate
 */
export function idleKeys(config) {
  const { settings } = datasetOf(config.dataset);
  /** @type {(keyof Config)[]} */
  const idle = OF_POINTS.filter((key) => !settings.includes(key));
  if (config.layers.length === 0) idle.push('activation');
  if (config.regularization === 'none' && !isScheduled(config, 'regularization')) {
    idle.push('regularizationRate');
  }
  return idle;
}

/**
 * @param {Config} config
 * @param {unknown} preset
 * @returns {{ config: Config, errors: ConfigError[] }}
 */
function choosePreset(config, preset) {
  if (preset === undefined) return { config, errors: [] };
  const entry = /** @type {Entry} */ (entryOfKey('preset'));
  const { value, error } = checkValue(entry, preset ?? entry.default);
  if (error) return { config, errors: [error] };
  const name = /** @type {Config['preset']} */ (value);
  return { config: { ...config, ...presetValues(name) }, errors: [] };
}

/**
 * What points that come are for: the problem that comes with them, or that of the data set that does;
 * otherwise that which there is.
 *
 * @param {Config} before
 * @param {Partial<Config>} values
 * @returns {ProblemName}
 */
function problemOfPoints(before, { problem, dataset }) {
  const kinds = dataset ? datasetOf(dataset).kinds : [];
  if (kinds.length === 1) return kinds[0];
  return problem ?? before.problem;
}

/**
 * Labels of own points become the numbers of classes, and the names of these; unless names come along, or
 * those that there are were given to the same points, or before there were any. Values stay as they are.
 *
 * @param {Config} before
 * @param {OwnPoint[]} points that still have the labels that they came with
 * @param {string[] | undefined} names that come with them
 * @param {ProblemName} problem
 * @returns {Partial<Config>}
 */
function nameClasses(before, points, names, problem) {
  const isSame = printText(points) === printText(before.data);
  const keeps = isSame || before.data.length === 0;
  const { data, classNames } =
    problem === 'regression' ? { data: points, classNames: names ?? [] } : toClasses(points, names);
  const isNamed = classNames.length > 0 || !keeps;
  return { data, ...(isNamed ? { classNames } : {}) };
}

/**
 * @param {Config} config
 * @param {Record<string, unknown>} changes
 * @param {ProblemName} [problem] that own points are for
 */
function checkChanges(config, changes, problem) {
  const fallback = defaultConfig(config.preset);
  /** @type {Partial<Config>} */
  const values = {};
  /** @type {ConfigError[]} */
  const errors = [];
  for (const [key, given] of Object.entries(changes)) {
    const entry = entryOfKey(key);
    if (!entry) {
      errors.push(configError(key, unknownSetting(key, keys)));
      continue;
    }
    if (given === undefined) continue;
    const { value, error } = checkValue(entry, given ?? fallback[entry.key], problem);
    if (error) errors.push(error);
    else Object.assign(values, { [key]: value });
  }
  return { values, errors };
}
