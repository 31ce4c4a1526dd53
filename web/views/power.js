/** Very small numbers in print. */

import { formatNumber } from './scale.js';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Sizes that are read with ease without a power of ten. */
const PLAIN = { from: 1e-3, to: 1e6 };

/**
 * @param {number} exponent a whole number
 * @returns {string} "10⁻⁵"
 */
export function powerOfTen(exponent) {
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]);
  return `10${exponent < 0 ? '⁻' : ''}${digits.join('')}`;
}

/**
 * @param {number} value
 * @param {number} [digits] significant digits
 * @returns {string} "0.0123" or "1.23·10⁻⁷"
 */
export function formatScientific(value, digits = 3) {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size === 0 || (size >= PLAIN.from && size < PLAIN.to)) {
    return formatNumber(value, digits);
  }
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e');
  return `${mantissa.replace('-', '−')}·${powerOfTen(Number(exponent))}`;
}
