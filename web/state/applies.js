/**
 * Which settings there is something to set of.
 *
 * @module
 */

import { idleKeys } from './config.js';
import { endsOf, problemOf } from './problem.js';

/** @import { Config } from './types.js' */

/**
 * @param {Config} config
 * @returns {ReadonlySet<keyof Config>} the settings that decide nothing now, or can be one thing only
 */
export function withoutChoice(config) {
  const problem = problemOf(config);
  const isOfClasses = problem.kind === 'classification';
  /** @type {(keyof Config | false)[]} */
  const keys = [
    ...idleKeys(config),
    !isOfClasses && 'loss',
    !isOfClasses && 'classNames',
    endsOf(problem).outputs > 1 && 'rule',
  ];
  return new Set(keys.filter((key) => key !== false));
}
