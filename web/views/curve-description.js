/** A training curve in words. */

import { formatNumber, formatPercent } from './scale.js';

/**
 * @param {'loss' | 'accuracy'} name
 * @param {import('./curve-buffer.js').CurvePoints} points
 * @returns {string} one or two sentences: where each series started and is now, and where the test
 *   series was best
 */
export function describeCurve(name, { epoch, train, test }) {
  const last = epoch.length - 1;
  if (last < 0) return 'No epochs yet.';
  const format = name === 'loss' ? (/** @type {number} */ v) => formatNumber(v) : formatPercent;
  if (last === 0) {
    return `At epoch ${epoch[0]}: training ${name} ${format(train[0])}, test ${name} ${format(test[0])}.`;
  }
  const best = bestIndex(test, name === 'loss' ? -1 : 1);
  return (
    `From epoch ${epoch[0]} to ${epoch[last]}, training ${name} went from ${format(train[0])} to ` +
    `${format(train[last])} and test ${name} from ${format(test[0])} to ${format(test[last])}. ` +
    `Test ${name} was best at epoch ${epoch[best]}: ${format(test[best])}.`
  );
}

/**
 * @param {number[]} values
 * @param {1 | -1} direction 1 if more is better
 * @returns {number} the index of the first best value
 */
function bestIndex(values, direction) {
  return values.reduce(
    (best, value, index) => (direction * value > direction * values[best] ? index : best),
    0,
  );
}
