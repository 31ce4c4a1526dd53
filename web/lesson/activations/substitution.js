import { equations, fixed, fraction, mathElement, power, row } from '../../views/math.js';
import { formatScientific } from '../../views/power.js';

/** @typedef {import('./functions.js').ActivationFunction} ActivationFunction */

/** Two more digits than the results that are computed from it, so that these can be checked by hand. */
const VALUE_DIGITS = 6;
const SLOPE_DIGITS = 4;

/**
 * The function at x, with the numbers in their places.
 *
 * @param {ActivationFunction} activation
 * @param {number} x
 * @param {number} value
 */
export function substituteValue({ name, symbol }, x, value) {
  return equations([
    { left: applied(symbol), right: VALUE_TERMS[name]('x') },
    { left: '', right: VALUE_TERMS[name](short(x)) },
    { left: '', right: name === 'relu' ? short(value) : fixed(value, VALUE_DIGITS) },
  ]);
}

/**
 * Its derivative at x.
 *
 * @param {ActivationFunction} activation
 * @param {number} x
 * @param {{ value: number, slope: number }} at
 */
export function substituteSlope({ name, symbol }, x, { value, slope }) {
  const left = applied(`${symbol}′`);
  if (name === 'relu') return equations([{ left, right: reluSlope(x, slope) }]);
  const text = fixed(value, VALUE_DIGITS);
  const [terms, numbers] = SLOPE_TERMS[name](text);
  return equations([
    { left, right: terms },
    { left: '', right: numbers },
    { left: '', right: fixed(slope, SLOPE_DIGITS) },
  ]);
}

/**
 * What is left of a gradient after several layers with this slope.
 *
 * @param {ActivationFunction} activation
 * @param {number} slope
 * @param {number} nLayers
 */
export function substituteLayers({ symbol }, slope, nLayers) {
  const left = row(`${symbol}′`, power(row('(', 'x', ')'), nLayers));
  return equations([{ left, right: formatScientific(slope ** nLayers, 3) }]);
}

/** @type {Record<ActivationFunction['name'], (x: string) => Element>} */
const VALUE_TERMS = {
  relu: (x) => row('max', '(', 0, ',', x, ')'),
  sigmoid: (x) => fraction(1, row(1, '+', power('e', negative(x)))),
  tanh: (x) => {
    const terms = (/** @type {string} */ operator) =>
      row(power('e', x), operator, power('e', negative(x)));
    return fraction(terms('−'), terms('+'));
  },
};

/** The formula, and the same with the value's number. @type {Record<'sigmoid' | 'tanh', (value: string) => [Element, Element]>} */
const SLOPE_TERMS = {
  sigmoid: (value) => [
    row(applied('σ'), '⋅', row('(', 1, '−', applied('σ'), ')')),
    row(value, '⋅', '(', 1, '−', value, ')'),
  ],
  tanh: (value) => [
    row(1, '−', power('tanh', 2), row('(', 'x', ')')),
    row(1, '−', power(parenthesized(value), 2)),
  ],
};

/**
 * @param {number} x
 * @param {number} slope
 */
function reluSlope(x, slope) {
  const relation = x > 0 ? '>' : x < 0 ? '<' : '=';
  return row(slope, words(x === 0 ? ', by convention, at ' : ', because '), 'x', relation, 0);
}

/** @param {string} symbol */
function applied(symbol) {
  return row(symbol, '(', 'x', ')');
}

/** @param {string} x */
function negative(x) {
  return row('−', parenthesized(x));
}

/** @param {string} text a number; negative ones need brackets behind a sign or below a power */
function parenthesized(text) {
  return text.startsWith('−') ? row('(', text, ')') : row(text);
}

/** @param {string} text */
function words(text) {
  const element = mathElement('mtext', {});
  element.textContent = text.replaceAll(' ', '\u00a0');
  return element;
}

/** @param {number} value as short as it can be */
function short(value) {
  return String(Number(value.toPrecision(VALUE_DIGITS))).replace('-', '−');
}
