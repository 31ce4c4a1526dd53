/**
 * Where settings, each valid alone, must also agree with one another.
 *
 * @module
 */

import { allowedValues, complaint } from './messages.js';
import { entryOfKey } from './schema.js';

/** @import { Config, ConfigError, Entry } from './types.js' */

/**
 * Puts valid changes into a configuration, except those that do not agree with the rest.
 *
 * @param {Config} before
 * @param {Partial<Config>} changes
 * @returns {{ config: Config, errors: ConfigError[] }}
 */
export function settle(before, changes) {
  const split = settleSplit(before, { ...before, ...changes });
  const { config, errors } = settleActivation(before, split.config);
  return { config, errors: [...split.errors, ...errors] };
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
  let { samples, testSize } = config;
  if (!leavesTraining(samples, testSize) && testSize !== before.testSize) {
    errors.push(testSizeError(samples, testSize));
    testSize = before.testSize;
  }
  if (!leavesTraining(samples, testSize)) {
    errors.push(samplesError(samples, testSize));
    samples = before.samples;
  }
  return { config: { ...config, samples, testSize }, errors };
}

/**
 * @param {number} samples
 * @param {number} testSize
 */
function leavesTraining(samples, testSize) {
  return Math.ceil(testSize * samples) < samples;
}

/**
 * @param {number} samples
 * @param {number} testSize
 * @returns {ConfigError}
 */
function testSizeError(samples, testSize) {
  const { min } = /** @type {{ min: number }} */ (entryOfKey('testSize'));
  const most = Math.floor(((samples - 1) / samples) * 100) / 100;
  const problem = `of ${samples} samples leaves none to train on`;
  const message = complaint('test-size', testSize, problem, `${min} to ${most}`);
  return { key: 'testSize', message };
}

/**
 * @param {number} samples
 * @param {number} testSize
 * @returns {ConfigError}
 */
function samplesError(samples, testSize) {
  const { max } = /** @type {{ max: number }} */ (entryOfKey('samples'));
  let fewest = samples;
  while (!leavesTraining(fewest, testSize)) fewest += 1;
  const problem = `with a test-size of ${testSize} leaves none to train on`;
  return { key: 'samples', message: complaint('samples', samples, problem, `${fewest} to ${max}`) };
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
    const problem = `is ${activation.length} names for ${countLayers(layers)}`;
    const message = complaint('activation', activation, problem, allowedValues(entry));
    errors.push({ key: 'activation', message });
  }
  const kept = errors.length > 0 ? before.activation : activation;
  return { config: { ...config, activation: fitActivation(kept, layers.length) }, errors };
}

/** @param {number[]} layers */
function countLayers(layers) {
  return layers.length === 1 ? '1 hidden layer' : `${layers.length} hidden layers`;
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
