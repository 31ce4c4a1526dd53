import { equations, matrix, row, sub } from '../../views/math.js';

/** @typedef {import('../../state/model.js').LayerValues} LayerValues */
/** @typedef {import('../../views/math.js').Term} Term */
/** @typedef {import('./two-layers.js').Between} Between */

/** All of a number drawn to one decimal, and of two such numbers' product times a third. */
const DIGITS = 4;

const [W1, B1, W2, B2] = [sub('W', 1), sub('b', 1), sub('W', 2), sub('b', 2)];

/**
 * @param {LayerValues[]} layers
 * @param {Between} between
 * @param {[number, number]} x
 * @param {import('../../engine/network.js').LayerTrace[]} trace
 */
export function twoLayersFormula([first, second], between, x, trace) {
  const [hidden, output] = trace;
  const bent = between === 'linear' ? 'h' : 'a';
  return equations([
    { left: 'h', right: affine(W1, 'x', B1) },
    { left: '', right: row(toMatrix(first.weights), toColumn(x), '+', toColumn(first.biases)) },
    { left: '', right: toMatrix(hidden.z) },
    ...(between === 'linear' ? [] : bend(between, hidden.output)),
    { left: 'y', right: affine(W2, bent, B2) },
    {
      left: '',
      right: row(toMatrix(second.weights), toMatrix(hidden.output), '+', signed(second.biases[0])),
    },
    { left: '', right: number(output.z[0][0]) },
  ]);
}

/**
 * @param {LayerValues[]} layers
 * @param {LayerValues} merged
 * @param {[number, number]} x
 * @param {number} y
 */
export function oneLayerFormula([first, second], merged, x, y) {
  const bias = signed(second.biases[0]);
  return equations([
    { left: 'W', right: row(copy(W2), copy(W1)) },
    { left: '', right: row(toMatrix(second.weights), toMatrix(first.weights)) },
    { left: '', right: toMatrix(merged.weights) },
    { left: 'b', right: affine(W2, B1, B2) },
    { left: '', right: row(toMatrix(second.weights), toColumn(first.biases), '+', bias) },
    { left: '', right: number(merged.biases[0]) },
    { left: 'y', right: row('W', 'x', '+', 'b') },
    {
      left: '',
      right: row(toMatrix(merged.weights), toColumn(x), '+', signed(merged.biases[0])),
    },
    { left: '', right: number(y) },
  ]);
}

/**
 * @param {Between} between
 * @param {Float64Array[]} output
 */
function bend(between, output) {
  const name = between === 'relu' ? 'ReLU' : 'tanh';
  return [{ left: 'a', right: row(row(name, '(', 'h', ')'), '=', toMatrix(output)) }];
}

/**
 * @param {Element} weights
 * @param {string | Element} inputs
 * @param {Element} biases
 */
function affine(weights, inputs, biases) {
  return row(copy(weights), typeof inputs === 'string' ? inputs : copy(inputs), '+', copy(biases));
}

/** @param {Element} element an element has one place only */
function copy(element) {
  return /** @type {Element} */ (element.cloneNode(true));
}

/** @param {import('../../state/matrix.js').Matrix} rows */
function toMatrix(rows) {
  return matrix(Array.from(rows, (cells) => Array.from(cells, number)));
}

/** @param {ArrayLike<number>} values */
function toColumn(values) {
  return matrix(Array.from(values, (value) => [number(value)]));
}

/** @param {number} value */
function signed(value) {
  return value < 0 ? row('(', number(value), ')') : number(value);
}

/** @param {number} value */
function number(value) {
  return String(Number(value.toFixed(DIGITS)) || 0);
}
