/** Linear scales, round tick values; and numbers in print, in English. */

import { stepDecimals } from './text/formats.js';
import { ENGLISH_PICTURES } from './text/picture-words.js';

export const {
  count: formatCount,
  number: formatNumber,
  probability: formatProbability,
  tick: formatTick,
  share: formatPercent,
} = ENGLISH_PICTURES.formats;

/**
 * @typedef {object} LinearScale
 * @property {(value: number) => number} toPixel
 * @property {(pixel: number) => number} toValue
 */

/**
 * @param {[number, number]} domain values at the two ends
 * @param {[number, number]} range pixels at the two ends
 * @returns {LinearScale}
 */
export function linearScale([value0, value1], [pixel0, pixel1]) {
  const slope = (pixel1 - pixel0) / (value1 - value0);
  return {
    toPixel: (value) => pixel0 + (value - value0) * slope,
    toValue: (pixel) => value0 + (pixel - pixel0) / slope,
  };
}

/**
 * Round values that divide an interval: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param {number} minimum
 * @param {number} maximum > minimum
 * @param {number} count how many are wanted, about
 * @returns {{ values: number[], step: number }} ascending, within the interval
 */
export function niceTicks(minimum, maximum, count) {
  const step = niceStep((maximum - minimum) / Math.max(1, count));
  const first = Math.ceil(minimum / step - 1e-9);
  const last = Math.floor(maximum / step + 1e-9);
  const decimals = stepDecimals(step);
  const values = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toFixed(decimals)),
  );
  return { values, step };
}

/**
 * @param {number} rough > 0
 * @returns {number} the nearest round step, by ratio: as many ticks too few as too many
 */
function niceStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  const ratio = rough / power;
  if (ratio < Math.sqrt(1 * 2)) return power;
  if (ratio < Math.sqrt(2 * 5)) return 2 * power;
  return (ratio < Math.sqrt(5 * 10) ? 5 : 10) * power;
}
