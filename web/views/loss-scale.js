/** Losses in logarithmic bands. */

import { powerOfTen } from './power.js';

/** Over fewer decades than this, powers of ten alone would be too few. */
const FEW_DECADES = 3;
/** Smaller numbers are printed as powers of ten. */
const LEAST_PLAIN = 0.001;

/**
 * @typedef {object} LossScale
 * @property {number} floor what is subtracted first: 0, or the lowest loss there is
 * @property {number} low power of ten at the lower end, which stands for everything below it too
 * @property {number} high power of ten at the upper end
 * @property {string} label
 */

/**
 * @param {Float64Array} losses
 * @param {LossScale} scale
 * @returns {Float64Array} 0 (the lower end and below) … 1 (the upper end and above); NaN stays
 */
export function lossHeights(losses, { floor, low, high }) {
  return losses.map((loss) => {
    if (Number.isNaN(loss)) return NaN;
    const height = (Math.log10(Math.max(loss - floor, Number.MIN_VALUE)) - low) / (high - low);
    return Math.min(1, Math.max(0, height));
  });
}

/**
 * Round losses, a few of them: powers of ten, and where there are not many, what lies between.
 *
 * @param {LossScale} scale
 * @returns {{ value: number, at: number }[]} ascending; at: their heights
 */
export function roundLosses({ low, high }) {
  const mantissas = high - low < FEW_DECADES ? [1, 2, 5] : [1];
  const values = [];
  for (let power = Math.floor(low); power <= high; power += 1) {
    values.push(...mantissas.map((mantissa) => Number(`${mantissa}e${power}`)));
  }
  return values
    .map((value) => ({ value, at: (Math.log10(value) - low) / (high - low) }))
    .filter(({ at }) => at >= 0 && at <= 1);
}

/**
 * @param {LossScale} scale
 * @param {import('./palette.js').Theme} theme
 * @returns {import('./plot-frame.js').BarScale}
 */
export function lossBar(scale, { palettes }) {
  const ticks = roundLosses(scale).map(({ value, at }) => ({ at, text: tickText(value) }));
  return { bands: palettes.sequential.bands, ticks, label: scale.label };
}

/** @param {number} value */
function tickText(value) {
  return value < LEAST_PLAIN ? powerOfTen(Math.round(Math.log10(value))) : String(value);
}
