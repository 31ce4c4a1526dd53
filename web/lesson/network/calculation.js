import { bracketed, equations, fraction, mathElement, power, row, sub } from '../../views/math.js';
import { formatScientific } from '../../views/power.js';

/**
 * @typedef {object} Neuron all that one neuron computes from one sample
 * @property {number} layer from 1
 * @property {number} index from 0
 * @property {ArrayLike<number>} inputs what it gets
 * @property {ArrayLike<number>} weights
 * @property {number} bias
 * @property {string} activation
 * @property {number} z
 * @property {number} output
 * @property {boolean} hasOutput whether it is computed already
 * @property {boolean} isLast
 */

/** How many products stand in a line before the sum goes on in the next. */
const PRODUCTS_A_LINE = 2;
const DIGITS = 3;

/** @param {number} value */
const number = (value) => formatScientific(value + 0, DIGITS);

/**
 * One neuron's calculation: the formula, the numbers in their places, the result.
 *
 * @param {Neuron} neuron
 * @returns {Element}
 */
export function calculationOf(neuron) {
  const { layer, index, inputs, z, output, hasOutput, isLast } = neuron;
  const sum = (/** @type {Element | string} */ base) => indexed(base, index + 1, layer);
  const source = (/** @type {number} */ i) =>
    layer === 1 ? sub('x', i + 1) : indexed('a', i + 1, layer - 1);
  const symbols = Array.from(inputs, (_, i) =>
    row(indexed('w', row(index + 1, ',', i + 1), layer), source(i)),
  );
  const lines = [
    ...sumLines(sum('z'), symbols, sum('b')),
    ...sumLines('', substituted(neuron), bracketed(number(neuron.bias))),
    { left: '', right: number(z) },
  ];
  if (hasOutput) lines.push(...outputLines(isLast ? 'ŷ' : sum('a'), sum('z'), neuron, output));
  return equations(lines);
}

/**
 * @param {Element | string} left
 * @param {(Element | string)[]} products
 * @param {Element | string} bias the last term, in the last product's line
 */
function sumLines(left, products, bias) {
  const lines = [];
  for (let i = 0; i < products.length; i += PRODUCTS_A_LINE) {
    const terms = products.slice(i, i + PRODUCTS_A_LINE);
    if (i + PRODUCTS_A_LINE >= products.length) terms.push(bias);
    const right = row(...terms.flatMap((term, k) => (k === 0 ? [term] : ['+', term])));
    lines.push(i === 0 ? { left, right } : { left: '', sign: '+', right });
  }
  return lines;
}

/** @param {Neuron} neuron */
function substituted({ inputs, weights }) {
  return Array.from(inputs, (value, i) =>
    row(bracketed(number(weights[i])), '⋅', bracketed(number(value))),
  );
}

/**
 * @param {Element | string} left
 * @param {Element} z
 * @param {Neuron} neuron
 * @param {number} output
 */
function outputLines(left, z, { activation, z: value }, output) {
  if (activation === 'relu') {
    const max = (/** @type {Element | string} */ of) => row('max', '(', 0, ',', of, ')');
    return [
      { left, right: row(max(z), '=', max(number(value))) },
      { left: '', right: number(output) },
    ];
  }
  const sigmoid = (/** @type {Element | string} */ of) =>
    fraction(1, row(1, '+', power('e', row('−', of))));
  return [
    { left, right: row(sigmoid(z), '=', sigmoid(bracketed(number(value)))) },
    { left: '', right: output.toFixed(7) },
  ];
}

/**
 * @param {Element | string} base
 * @param {Element | number} index below
 * @param {number} layer above, in brackets as it is no power
 */
function indexed(base, index, layer) {
  return mathElement('msubsup', {}, base, index, row('(', layer, ')'));
}
