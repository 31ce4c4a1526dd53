/** Linear scales, round tick values and numbers in print. */

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
 * @param {number} value a tick
 * @param {number} step the distance of the ticks, which decides the decimals
 * @returns {string}
 */
export function formatTick(value, step) {
  return typeset(value.toFixed(stepDecimals(step)));
}

/**
 * @param {number} value
 * @param {number} [digits] significant digits
 * @returns {string} with a true minus sign; exponents only where the digits would run away
 */
export function formatNumber(value, digits = 3) {
  if (Number.isNaN(value)) return 'undefined';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e6 || size < 1e-4)) return typeset(value.toExponential(digits - 1));
  const decimals = size === 0 ? 0 : digits - 1 - Math.floor(Math.log10(size));
  return typeset(value.toFixed(Math.min(20, Math.max(0, decimals))));
}

/**
 * @param {number} share 0…1
 * @param {number} [decimals]
 * @returns {string} "93.3 %"; whole numbers without decimals
 */
export function formatPercent(share, decimals = 1) {
  const percent = Number((100 * share).toFixed(decimals));
  return Number.isNaN(percent) ? 'undefined' : `${percent} %`;
}

/**
 * @param {number} probability 0…1
 * @returns {string} three decimals; never 0 or 1 for what is only near them
 */
export function formatProbability(probability) {
  if (Number.isNaN(probability)) return 'undefined';
  if (probability > 0 && probability < 0.001) return '< 0.001';
  if (probability < 1 && probability > 0.999) return '> 0.999';
  return probability.toFixed(3);
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

/** @param {number} step */
function stepDecimals(step) {
  return Math.min(20, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
}

/** @param {string} digits */
function typeset(digits) {
  return digits
    .replace(/^-(?=0(\.0*)?$)/, '')
    .replaceAll('-', '−')
    .replace('e+', 'e');
}
