import { printText } from '../state/config.js';
import { SCHEMA } from '../state/schema.js';
import { followingKeys } from '../state/settle-problem.js';

/** @typedef {import('../state/types.js').Config} Config */

/** The settings that linked labs share: their data, and how fast they train. */
const SHARED = SCHEMA.filter(({ group, key }) => group === 'data' || key === 'speed').map(
  ({ key }) => key,
);

/**
 * @param {Config} config
 * @param {Config} [before]
 * @returns {Partial<Config>} the shared settings, or those of them that are other than before
 */
export function sharedSettings(config, before) {
  const isUntold = followingKeys(config).includes('data');
  const keys = SHARED.filter(
    (key) =>
      !(isUntold && key === 'data') &&
      (!before ||
        (config[key] !== before[key] && printText(config[key]) !== printText(before[key]))),
  );
  // Points without names would bring their own.
  if (keys.includes('data') && !keys.includes('classNames')) keys.push('classNames');
  return Object.fromEntries(keys.map((key) => [key, config[key]]));
}
