/**
 * The configuration as a whole: how a change is merged into it, and whether its values agree.
 *
 * @module
 */

import { DATASETS, datasetOf, hasOwnPoints } from './choices.js';
import { allowedValues, complaint, configError, unknownSetting } from './messages.js';
import { defaultConfig, presetValues } from './presets.js';
import { SCHEMA, entryOfKey } from './schema.js';
import { checkValue, printText } from './values.js';

/** @import { Config, ConfigError, Entry } from './types.js' */

export { defaultConfig, isOfPreset } from './presets.js';
export { parseQuery, printQuery } from './query.js';
export { printLines } from './points.js';
export { parseRows, parseText, printText } from './values.js';

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
  const { values, errors } = checkChanges(start.config, changes);
  const settled = settle(start.config, values);
  // Own points that were refused say why; that they are missing now follows from it.
  const hasBadData = errors.some(({ key }) => key === 'data');
  const others = settled.errors.filter(({ key }) => !(hasBadData && key === 'dataset'));
  return { config: settled.config, errors: [...start.errors, ...errors, ...others] };
}

/**
 * Whether going from one configuration to another takes a new experiment: other data, another
 * network or another way of training it.
 *
 * @param {Config} before
 * @param {Config} after
 */
export function needsNewExperiment(before, after) {
  const idle = idleKeys(after);
  return SCHEMA.some(
    ({ key, scope }) =>
      scope === 'experiment' &&
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
 *   set leaves be; without a hidden layer, its activation
 */
export function idleKeys({ dataset, layers }) {
  const { settings } = datasetOf(dataset);
  const ofData = OF_POINTS.filter((key) => !settings.includes(key));
  return layers.length > 0 ? ofData : [...ofData, 'activation'];
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
 * @param {Config} config
 * @param {Record<string, unknown>} changes
 */
function checkChanges(config, changes) {
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
    const { value, error } = checkValue(entry, given ?? fallback[entry.key]);
    if (error) errors.push(error);
    else Object.assign(values, { [key]: value });
  }
  return { values, errors };
}

/**
 * Puts valid changes into a configuration, except those that do not agree with the rest.
 *
 * @param {Config} before
 * @param {Partial<Config>} changes
 * @returns {{ config: Config, errors: ConfigError[] }}
 */
function settle(before, changes) {
  const own = settleOwn(before, { ...before, ...changes });
  const split = settleSplit(before, own.config);
  const { config, errors } = settleActivation(before, split.config);
  return { config, errors: [...own.errors, ...split.errors, ...errors] };
}

/**
 * The data set `own` needs points. Whichever of the two has just changed gives way.
 *
 * @param {Config} before
 * @param {Config} config
 * @returns {{ config: Config, errors: ConfigError[] }}
 */
function settleOwn(before, config) {
  if (!hasOwnPoints(config) || config.data.length > 0) return { config, errors: [] };
  const points = allowedValues(/** @type {Entry} */ (entryOfKey('data')));
  const { dataset, data } = before;
  if (hasOwnPoints(before)) {
    const say = complaint('data', '', ({ problem }) => problem.dataNeeded, points);
    return { config: { ...config, data }, errors: [configError('data', say)] };
  }
  const others = allowedValues(/** @type {Entry} */ (entryOfKey('dataset')));
  const say = complaint(
    'dataset',
    config.dataset,
    ({ problem }) => problem.noData,
    (words) => words.allowed.ownDataset(others(words), points(words)),
  );
  return { config: { ...config, dataset }, errors: [configError('dataset', say)] };
}

/**
 * Both sets need a sample. The test set always has one; the training set may be left without. As
 * in scikit-learn, the test set is rounded up.
 *
 * @param {Config} before
 * @param {Config} config
 */
function settleSplit(before, config) {
  /** @type {ConfigError[]} */
  const errors = [];
  let settled = config;
  if (!leavesTraining(settled) && config.testSize !== before.testSize) {
    errors.push(testSizeError(config));
    settled = { ...settled, testSize: before.testSize };
  }
  if (!leavesTraining(settled)) {
    errors.push(samplesError(settled));
    const { dataset, data, samples } = before;
    settled = { ...settled, dataset, data, samples };
  }
  return { config: settled, errors };
}

/**
 * @param {Pick<Config, 'dataset' | 'data' | 'samples'>} config
 * @returns {number} points for training and testing together
 */
function pointCount(config) {
  return hasOwnPoints(config) ? config.data.length : config.samples;
}

/** @param {Config} config */
function leavesTraining(config) {
  return leaves(pointCount(config), config.testSize);
}

/**
 * @param {number} count of points
 * @param {number} testSize
 */
function leaves(count, testSize) {
  return Math.ceil(testSize * count) < count;
}

/**
 * @param {Config} config
 * @returns {ConfigError}
 */
function testSizeError(config) {
  const { min } = /** @type {{ min: number }} */ (entryOfKey('testSize'));
  const count = pointCount(config);
  const most = Math.floor(((count - 1) / count) * 100) / 100;
  const say = complaint(
    'test-size',
    config.testSize,
    ({ problem }) => problem.noTraining(count),
    ({ allowed, number }) => allowed.range(number(min), number(most)),
  );
  return configError('testSize', say);
}

/**
 * @param {Config} config
 * @returns {ConfigError}
 */
function samplesError(config) {
  const { samples, testSize, data } = config;
  const key = hasOwnPoints(config) ? 'data' : 'samples';
  const { max } = /** @type {{ max: number }} */ (entryOfKey(key));
  let fewest = pointCount(config);
  while (!leaves(fewest, testSize)) fewest += 1;
  const say = complaint(
    key,
    key === 'data' ? data : samples,
    ({ problem, number }) => problem.noTrainingLeft(number(testSize)),
    ({ allowed, number }) =>
      (key === 'data' ? allowed.pointCount : allowed.range)(number(fewest), number(max)),
  );
  return configError(key, say);
}

/**
 * One activation per hidden layer, or one for all. A list that was right for the layers before
 * grows and shrinks with them; a list that comes with the wrong length is refused.
 *
 * @param {Config} before
 * @param {Config} config
 */
function settleActivation(before, config) {
  const { activation, layers } = config;
  const wrongLength = Array.isArray(activation) && activation.length !== layers.length;
  /** @type {ConfigError[]} */
  const errors = [];
  if (wrongLength && activation !== before.activation) {
    const entry = /** @type {Entry} */ (entryOfKey('activation'));
    const say = complaint(
      'activation',
      activation,
      ({ problem }) => problem.activationCount(activation.length, layers.length),
      allowedValues(entry),
    );
    errors.push(configError('activation', say));
  }
  const kept = errors.length > 0 ? before.activation : activation;
  return { config: { ...config, activation: fitActivation(kept, layers.length) }, errors };
}

/**
 * @param {Config['activation']} activation
 * @param {number} layerCount
 * @returns {Config['activation']} a list only if it holds different names
 */
function fitActivation(activation, layerCount) {
  if (!Array.isArray(activation)) return activation;
  const last = activation.length - 1;
  const fitted = Array.from({ length: layerCount }, (_, i) => activation[Math.min(i, last)]);
  return fitted.every((name) => name === activation[0]) ? activation[0] : fitted;
}
