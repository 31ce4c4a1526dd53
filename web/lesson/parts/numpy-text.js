/**
 * Arrays as NumPy prints them, so that what the notebook prints can be compared letter by letter.
 *
 * @module
 */

/** NumPy's default: digits after the point at most. */
const PRECISION = 8;
/** Where NumPy changes to powers of ten: the sizes of numbers, and the largest over the smallest. */
const FIXED = { from: 1e-4, below: 1e8, ratio: 1000 };

/** @typedef {{ whole: string, fraction: string, exponent: string }} Parts of a number in print */

/**
 * What `print(array)` gives for a matrix of finite numbers whose rows fit into a line.
 *
 * @param {import('../../state/matrix.js').Matrix} matrix
 * @returns {string}
 */
export function numpyText(matrix) {
  const rows = Array.from(matrix, (row) => Array.from(row));
  const format = formatter(rows.flat());
  return `[${rows.map((row) => `[${row.map(format).join(' ')}]`).join('\n ')}]`;
}

/**
 * @param {number} nRows
 * @param {number} nColumns
 * @returns {string} `(4, 3)`
 */
export function numpyShape(nRows, nColumns) {
  return `(${nRows}, ${nColumns})`;
}

/**
 * @param {number[]} values which share one form and one width
 * @returns {(value: number) => string}
 */
function formatter(values) {
  const isScientific = needsPowers(values);
  const toParts = isScientific ? scientificParts : fixedParts;
  const all = values.map(toParts);
  const longest = (/** @type {keyof Parts} */ part) =>
    Math.max(...all.map((parts) => parts[part].length));
  const [wholeLength, fractionLength] = [longest('whole'), longest('fraction')];
  return (value) => {
    const { whole, fraction, exponent } = toParts(value);
    const padding = isScientific ? '0' : ' ';
    return `${whole.padStart(wholeLength)}.${fraction.padEnd(fractionLength, padding)}${exponent}`;
  };
}

/** @param {number[]} values */
function needsPowers(values) {
  const sizes = values.map(Math.abs).filter((size) => size > 0);
  if (sizes.length === 0) return false;
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
  return largest >= FIXED.below || smallest < FIXED.from || largest / smallest > FIXED.ratio;
}

/**
 * @param {number} value
 * @returns {Parts} the fewest digits that tell the number from its neighbours, or PRECISION
 */
function fixedParts(value) {
  const shortest = signed(value, String(Math.abs(value)));
  const isShort = (shortest.split('.')[1]?.length ?? 0) <= PRECISION;
  return { ...split(isShort ? shortest : value.toFixed(PRECISION)), exponent: '' };
}

/**
 * @param {number} value
 * @returns {Parts}
 */
function scientificParts(value) {
  const [shortest, power] = signed(value, Math.abs(value).toExponential()).split('e');
  const isShort = (shortest.split('.')[1]?.length ?? 0) <= PRECISION;
  const [mantissa, exponent] = isShort
    ? [shortest, power]
    : value.toExponential(PRECISION).split('e');
  return { ...split(mantissa), exponent: `e${exponent[0]}${exponent.slice(1).padStart(2, '0')}` };
}

/**
 * @param {number} value
 * @param {string} size
 * @returns {string} −0 has a sign too
 */
function signed(value, size) {
  return value < 0 || Object.is(value, -0) ? `-${size}` : size;
}

/** @param {string} text digits, perhaps with a point */
function split(text) {
  const [whole, fraction = ''] = text.split('.');
  return { whole, fraction: fraction.replace(/0+$/, '') };
}
