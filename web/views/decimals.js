/**
 * Numbers in decimal digits as `Intl.NumberFormat` writes them, whose first format costs a page
 * tens of milliseconds before it shows anything.
 */

/** Between the digits of a whole number, from its end in threes. */
const BETWEEN_THOUSANDS = /\B(?=(\d{3})+$)/g;

/**
 * @typedef {object} Numerals what a language writes with digits
 * @property {string} decimal
 * @property {string} group between thousands
 * @property {string} percent with what stands between it and the number
 * @property {string} mark before a number in words of the other direction
 *
 * @typedef {object} Layout
 * @property {number} [decimals] how many there are
 * @property {number} [significant] digits instead of decimals
 * @property {boolean} [isShort] without the zeros at the end of its decimals
 * @property {boolean} [isGrouped]
 * @property {boolean} [isPercent]
 */

/**
 * @param {number} value
 * @param {Numerals} numerals
 * @param {Layout} layout
 * @returns {string} "-1,234.5", with the sign of JavaScript
 */
export function writeDecimal(value, numerals, layout) {
  const size = Math.abs(value);
  const digits = Number.isFinite(value)
    ? writeSize(size, numerals, layout)
    : String(size).replace('Infinity', '∞');
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  return `${sign}${digits}${layout.isPercent ? numerals.percent : ''}`;
}

/**
 * @param {number} size
 * @param {Numerals} numerals
 * @param {Layout} layout
 */
function writeSize(size, { decimal, group }, layout) {
  const { isShort = false, isGrouped = true } = layout;
  const { digits, decimals } = roundShortest(size, layout);
  const end = digits.length - decimals;
  const whole = digits.slice(0, end);
  const fraction = isShort ? digits.slice(end).replace(/0+$/, '') : digits.slice(end);
  const grouped = isGrouped ? whole.replace(BETWEEN_THOUSANDS, group) : whole;
  return fraction ? `${grouped}${decimal}${fraction}` : grouped;
}

/**
 * Rounds, halves up, the shortest decimal that no other double is nearer to.
 *
 * @param {number} size
 * @param {Layout} layout
 * @returns {{ digits: string, decimals: number }} at least one digit before the decimals
 */
function roundShortest(size, { decimals = 0, significant, isPercent }) {
  const [mantissa, exponent] = size.toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const wholes = Number(exponent) + (isPercent ? 3 : 1);
  const kept = significant ?? wholes + decimals;
  const places = kept - wholes;
  const before = digits.slice(0, Math.max(0, kept)).padEnd(kept, '0');
  const rounded = String(BigInt(before) + BigInt(digits[kept] >= '5'));
  return {
    digits: rounded.padEnd(rounded.length - places, '0').padStart(places + 1, '0'),
    decimals: Math.max(0, places),
  };
}
