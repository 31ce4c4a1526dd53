import { applyPatch, changedKeys } from './config.js';
import { helpFor } from './divergence.js';
import { withinLimit } from './limit.js';

/** @import { Config } from './types.js' */

/** Adaptive optimisers take steps as large as the rate, whatever the gradient. */
const ADAPTIVE_RATE = 0.01;
/** Of the rate, where a tenth is not small enough. */
const SMALLER = [1, 0.1, 0.01];
/** A rate that is a little smaller often takes but a little longer to diverge. */
const LONGER = 2;
const FEWEST_EPOCHS = 2000;

/**
 * What to try with a run that has diverged: settings that it has not already.
 *
 * @param {Config} config with the settings in force where it diverged
 * @returns {Partial<Config>[][]} the likeliest help first; of each list, whichever helps first is enough
 */
export function remediesFor(config) {
  const { learningRate, optimizer, ...others } = helpFor(config);
  const rates = SMALLER.map((part) => ({
    learningRate: Number((part * learningRate).toPrecision(1)),
  }));
  const rate = { learningRate: Math.min(config.learningRate, ADAPTIVE_RATE) };
  /** @type {Partial<Config>[][]} */
  const found = [
    rates,
    optimizer ? [{ optimizer, ...rate }] : [],
    [{ regularization: 'none' }],
    ...Object.entries(others).map(([key, value]) => [{ [key]: value }]),
    [{ scale: 'standard' }],
    [{ init: 'small' }],
    optimizer ? [{ optimizer: 'rmsprop', ...rate }] : [],
    [{ regularization: 'l2' }],
    // Which may have set what it diverges with.
    [{ schedule: '' }],
  ];
  return found
    .map((list) => list.filter((patch) => isOther(config, patch)))
    .filter((list) => list.length > 0);
}

/**
 * @param {Config} config
 * @param {number} last epoch, at which it has diverged
 * @returns {number} epochs that it is to be trained for without diverging, to be helped
 */
export function epochsToTry({ epochs }, last) {
  return withinLimit(Math.max(LONGER * last, FEWEST_EPOCHS), epochs);
}

/**
 * @param {Config} config
 * @param {Partial<Config>} patch
 * @returns {boolean} whether it is allowed, and each of its settings another than now
 */
function isOther(config, patch) {
  const { config: patched, errors } = applyPatch(config, patch);
  return errors.length === 0 && changedKeys(config, patched).length > 0;
}
