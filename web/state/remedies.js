import { applyPatch, changedKeys } from './config.js';
import { helpFor } from './divergence.js';

/** @import { Config } from './types.js' */

/** So many are offered. */
const MOST = 3;
/** Adaptive optimisers take steps as large as the rate, whatever the gradient. */
const ADAPTIVE_RATE = 0.01;

/**
 * What to try with a run that has diverged: settings of its own each, none of which it has already.
 *
 * @param {Config} config with the settings in force where it diverged
 * @returns {Partial<Config>[]} patches, up to three, the likeliest help first
 */
export function remediesFor(config) {
  const { optimizer, ...help } = helpFor(config);
  /** @type {Partial<Config>[]} */
  const found = Object.entries(help).map(([key, value]) => ({ [key]: value }));
  const rate = Math.min(config.learningRate, ADAPTIVE_RATE);
  if (optimizer) found.push({ optimizer, learningRate: rate });
  found.push({ scale: 'standard' }, { init: 'small' }, { regularization: 'l2' });
  return found.filter((patch) => isOther(config, patch)).slice(0, MOST);
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
