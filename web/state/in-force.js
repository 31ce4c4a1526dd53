/**
 * The settings of a lab at the epoch that it has come to.
 *
 * @module
 */

import { settingsInForce } from './live.js';
import { SCHEDULED } from './schedule.js';

/** @import { LabState } from './lab-state.js' */
/** @import { Config } from './types.js' */

/**
 * @param {LabState} state
 * @param {LabState} before
 * @returns {Config} that which was in force before, where nothing of it has changed
 */
export function inForceBy({ config, metrics, status }, before) {
  const isSame = config === before.config;
  if (isSame && metrics === before.metrics && status === before.status) return before.inForce;
  // What is loading begins anew.
  const inForce = settingsInForce(config, status === 'loading' ? 0 : (metrics?.epoch ?? 0));
  const isSameThen = isSame && SCHEDULED.every((key) => inForce[key] === before.inForce[key]);
  return isSameThen ? before.inForce : inForce;
}
