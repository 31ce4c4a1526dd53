/**
 * Whether the values of a configuration agree with each other, and which of them give way.
 *
 * @module
 */

import { hasOwnPoints } from './choices.js';
import { allowedValues, complaint, configError } from './messages.js';
import { networkOf } from './model.js';
import { isInNetwork, parseSchedule, printSchedule } from './schedule.js';
import { entryOfKey } from './schema.js';

/** @import { Config, ConfigError, Entry } from './types.js' */

/** @typedef {{ config: Config, errors: ConfigError[] }} Settled */

/** In this order; each finds what those before it have left. */
const RULES = [settleOwn, settleSplit, settleActivation, settleSchedule];

/**
 * Puts valid changes into a configuration, except those that do not agree with the rest.
 *
 * @param {Config} before
 * @param {Partial<Config>} changes
 * @returns {Settled}
 */
export function settle(before, changes) {
  /** @type {ConfigError[]} */
  const errors = [];
  let config = { ...before, ...changes };
  for (const rule of RULES) {
    const settled = rule(before, config);
    config = settled.config;
    errors.push(...settled.errors);
  }
  return { config, errors };
}

/**
 * The data set `own` needs points. Whichever of the two has just changed gives way.
 *
 * @param {Config} before
 * @param {Config} config
 * @returns {Settled}
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
 * @returns {Settled}
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
 * @returns {Settled}
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

/**
 * What is scheduled for parameters that the network no longer has is dropped; a schedule that comes
 * with such is refused.
 *
 * @param {Config} before
 * @param {Config} config
 * @returns {Settled}
 */
function settleSchedule(before, config) {
  const { layerSizes } = networkOf(config);
  const changes = parseSchedule(config.schedule);
  const missing = changes.filter((change) => !isInNetwork(change, layerSizes));
  if (missing.length === 0) return { config, errors: [] };
  const isNew = config.schedule !== before.schedule;
  const say = complaint(
    'schedule',
    printSchedule(missing),
    ({ problem }) => (isNew ? problem.notInNetwork : problem.droppedChanges),
    allowedValues(/** @type {Entry} */ (entryOfKey('schedule'))),
  );
  const kept = changes.filter((change) => !missing.includes(change));
  const error = configError('schedule', say);
  if (!isNew) return { config: { ...config, schedule: printSchedule(kept) }, errors: [error] };
  const { config: settled, errors } = settleSchedule(before, {
    ...config,
    schedule: before.schedule,
  });
  return { config: settled, errors: [error, ...errors] };
}
