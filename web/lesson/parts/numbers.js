/** Numbers in print, as everywhere in the lesson: in English. */

import { ENGLISH_PICTURES } from '../../views/text/picture-words.js';

export { powerOfTen } from '../../views/text/formats.js';
export const {
  count: formatCount,
  loss: formatLoss,
  number: formatNumber,
  percent: formatPercent,
  probability: formatProbability,
  scientific: formatScientific,
  share: formatShare,
  tick: formatTick,
} = ENGLISH_PICTURES.formats;

/**
 * @param {import('../../state/types.js').Metrics[]} all of each network
 * @returns {string[][]} a row each: training loss, test loss, training accuracy, test accuracy
 */
export function metricRows(all) {
  return [
    all.map(({ trainLoss }) => formatLoss(trainLoss)),
    all.map(({ testLoss }) => formatLoss(testLoss)),
    all.map(({ trainAccuracy }) => formatPercent(trainAccuracy)),
    all.map(({ testAccuracy }) => formatPercent(testAccuracy)),
  ];
}

/** Smaller numbers get fewer digits, or a power of ten, to stay short. */
const SMALL = 0.1;

/**
 * A number for a narrow place.
 *
 * @param {number} value
 * @returns {string} two or three significant digits, such as "0.0062" or "1.1·10⁻⁴"; "0" for −0 too
 */
export function short(value) {
  return formatScientific(value + 0, Math.abs(value) < SMALL ? 2 : 3);
}

/**
 * A number that somebody has set, as they would write it.
 *
 * @param {number} value
 * @returns {string} all its digits, with a true minus sign
 */
export function exact(value) {
  return String(value + 0).replace('-', '−');
}
