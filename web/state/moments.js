/**
 * What is worth going to in a run.
 *
 * @module
 */

/** @import { Curves } from './types.js' */

/**
 * @param {Curves} curves
 * @returns {number | null} the epoch held with the lowest test loss, the first of equals; null where none has
 *   one
 */
export function bestEpoch({ epoch, testLoss }) {
  let best = -1;
  for (let i = 0; i < testLoss.length; i += 1) {
    if (testLoss[i] < (best < 0 ? Infinity : testLoss[best])) best = i;
  }
  return best < 0 ? null : epoch[best];
}
