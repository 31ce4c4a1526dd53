/**
 * Whether the values of a configuration agree with each other, and which of them give way.
 *
 * @module
 */

import { hasOwnPoints } from './choices.js';
import { allowedValues, settingError, settingName } from './messages.js';
import { networkOf } from './model.js';
import { hasNeuron, parseNeuron } from './neuron.js';
import { isInNetwork, parseSchedule, printSchedule } from './schedule.js';
import { entryOfKey } from './schema.js';
import {
  settleClasses,
  settleLoss,
  settleOwn,
  settleOwnLabels,
  settleProblem,
  settleRule,
} from './settle-problem.js';

/** @import { Settled } from './settle-problem.js' */
/** @import { Config, ConfigError, Entry } from './types.js' */

/** In this order; each finds what those before it have left. */
const RULES = [
  settleOwn,
  settleProblem,
  settleSplit,
  settleOwnLabels,
  settleClasses,
  settleLoss,
  settleRule,
  settleActivation,
  settleSchedule,
  settleNeuron,
];

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
  const named = { ...changes };
  for (const rule of RULES) {
    const settled = rule(before, config, named);
    config = settled.config;
    errors.push(...settled.errors);
    // What has been refused has not been named for those that follow.
    for (const { key } of settled.errors) delete named[/** @type {keyof Config} */ (key)];
  }
  return { config, errors };
}

/** Of one point there is no R²; of a class, one is enough to be right or wrong. */
const FEWEST_TEST = { classification: 1, regression: 2 };

/**
 * Both sets need points. The training set may be left without. As in scikit-learn, the test set is
 * rounded up.
 *
 * @param {Config} before
 * @param {Config} config
 * @returns {Settled}
 */
function settleSplit(before, config) {
  /** @type {ConfigError[]} */
  const errors = [];
  let settled = config;
  if (!parts(settled) && config.testSize !== before.testSize) {
    errors.push(testSizeError(config));
    settled = { ...settled, testSize: before.testSize };
  }
  if (!parts(settled)) {
    errors.push(samplesError(settled));
    const { problem, dataset, data, classNames, samples } = before;
    settled = { ...settled, problem, dataset, data, classNames, samples };
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

/**
 * @param {Config} config
 * @param {number} [count] of points
 * @returns {boolean} whether both sets are given enough
 */
function parts({ problem, testSize, ...config }, count = pointCount(config)) {
  const test = Math.ceil(testSize * count);
  return test >= FEWEST_TEST[problem] && test < count;
}

/**
 * @param {Config} config
 * @returns {ConfigError}
 */
function testSizeError(config) {
  const { min } = /** @type {{ min: number }} */ (entryOfKey('testSize'));
  const count = pointCount(config);
  const fewest = FEWEST_TEST[config.problem] - 1;
  const least = Math.max(min, Math.floor((fewest / count) * 100 + 1) / 100);
  const most = Math.floor(((count - 1) / count) * 100) / 100;
  return settingError(
    'testSize',
    config.testSize,
    ({ problem }) => (config.testSize > most ? problem.noTraining(count) : problem.fewTest(count)),
    ({ allowed, number }) => allowed.range(number(least), number(most)),
  );
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
  const isWithoutTraining = Math.ceil(testSize * fewest) === fewest;
  while (!parts(config, fewest)) fewest += 1;
  return settingError(
    key,
    key === 'data' ? data : samples,
    (words) => {
      const { noTrainingLeft, fewTestLeft } = words.problem;
      const left = isWithoutTraining ? noTrainingLeft : fewTestLeft;
      return left(words.number(testSize), settingName('testSize')(words));
    },
    ({ allowed, number }) =>
      (key === 'data' ? allowed.pointCount : allowed.range)(number(fewest), number(max)),
  );
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
    errors.push(
      settingError(
        'activation',
        activation,
        ({ problem }) => problem.activationCount(activation.length, layers.length),
        allowedValues(entry),
      ),
    );
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
 * What is scheduled for parameters that the network no longer has, or for a rule that is not for its
 * outputs, is dropped; a schedule that comes with such is refused.
 *
 * @param {Config} before
 * @param {Config} config
 * @returns {Settled}
 */
function settleSchedule(before, config) {
  const { layerSizes } = networkOf(config);
  const changes = parseSchedule(config.schedule);
  const missing = changes.filter(
    (change) => !isInNetwork(change, layerSizes) || !isForOutputs(change, layerSizes),
  );
  if (missing.length === 0) return { config, errors: [] };
  const isNew = config.schedule !== before.schedule;
  const error = settingError(
    'schedule',
    printSchedule(missing),
    ({ problem }) => (isNew ? problem.notInNetwork : problem.droppedChanges),
    allowedValues(/** @type {Entry} */ (entryOfKey('schedule'))),
  );
  const kept = changes.filter((change) => !missing.includes(change));
  if (!isNew) return { config: { ...config, schedule: printSchedule(kept) }, errors: [error] };
  const { config: settled, errors } = settleSchedule(before, {
    ...config,
    schedule: before.schedule,
  });
  return { config: settled, errors: [error, ...errors] };
}

/**
 * @param {import('./schedule.js').Change} change
 * @param {readonly number[]} layerSizes
 * @returns {boolean} whether it is no rule, or one for so many outputs
 */
function isForOutputs({ name, value }, layerSizes) {
  return name !== 'rule' || value !== 'simplified' || layerSizes[layerSizes.length - 1] === 1;
}

/**
 * A neuron that the network no longer has is let go of; one that it has not is refused.
 *
 * @param {Config} before
 * @param {Config} config
 * @returns {Settled}
 */
function settleNeuron(before, config) {
  const neuron = parseNeuron(config.neuron);
  if (!neuron || hasNeuron(neuron, networkOf(config).layerSizes)) return { config, errors: [] };
  const isNew = config.neuron !== before.neuron;
  const error = settingError(
    'neuron',
    config.neuron,
    ({ problem }) => (isNew ? problem.noSuchNeuron : problem.goneNeuron),
    allowedValues(/** @type {Entry} */ (entryOfKey('neuron'))),
  );
  if (!isNew) return { config: { ...config, neuron: '' }, errors: [error] };
  const { config: settled, errors } = settleNeuron(before, { ...config, neuron: before.neuron });
  return { config: settled, errors: [error, ...errors] };
}
