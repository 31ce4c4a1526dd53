import { fixed } from '../../views/math.js';

/**
 * @typedef {object} Look what an epoch computes
 * @property {number[]} x the first training point
 * @property {number} y its class
 * @property {import('../../engine/network.js').LayerTrace[]} trace of that point alone
 * @property {number} loss of that point alone
 * @property {{ weights: Float64Array[], biases: Float64Array }} gradient of the first layer, over all
 *   training points
 * @property {import('../../state/model.js').LayerValues} layer the first one
 * @property {import('../../state/types.js').Metrics} metrics
 *
 * @typedef {object} Line
 * @property {string} title
 * @property {string} numpy
 * @property {(look: Look) => string} values
 * @property {string} [quantity] its id, where it can be seen three ways
 * @property {string} [shape] its shape then
 */

const DIGITS = 4;

/** @param {ArrayLike<number>} values */
function list(values) {
  return Array.from(values, (value) => fixed(value, DIGITS)).join('  ');
}

/**
 * One neuron a row.
 *
 * @param {ArrayLike<ArrayLike<number>>} matrix
 */
function rows(matrix) {
  return Array.from(matrix, list).join('\n');
}

/** @param {Float64Array[]} matrix with one column */
function column(matrix) {
  return list(matrix.map(([value]) => value));
}

/** An epoch, line by line. @type {readonly Line[]} */
export const LINES = [
  { title: 'Inputs', numpy: 'a0 = x', values: ({ x, y }) => `${list(x)}   class ${y}` },
  {
    title: 'Weighted sums',
    quantity: 'layer-sums',
    shape: '(4, 1)',
    numpy: 'z1 = W1 @ a0 + b1',
    values: ({ trace }) => column(trace[0].z),
  },
  {
    title: 'Hidden outputs',
    quantity: 'layer-output',
    shape: '(4, 1)',
    numpy: 'a1 = np.tanh(z1)',
    values: ({ trace }) => column(trace[0].output),
  },
  {
    title: 'Prediction',
    quantity: 'sigmoid',
    shape: '(1, 1)',
    numpy: 'p = sigmoid(W2 @ a1 + b2)',
    values: ({ trace }) => column(trace[1].output),
  },
  {
    title: 'Loss of this point',
    quantity: 'sample-loss',
    shape: '()',
    numpy: '-y*log(p) - (1-y)*log(1-p)',
    values: ({ loss }) => fixed(loss, DIGITS),
  },
  {
    title: 'Error at the output',
    quantity: 'output-delta',
    shape: '(1, 1)',
    numpy: 'delta2 = p - y',
    values: ({ trace }) => column(trace[1].delta),
  },
  {
    title: 'Error, passed back',
    quantity: 'hidden-delta',
    shape: '(4, 1)',
    numpy: 'delta1 = W2.T @ delta2 * (1 - a1**2)',
    values: ({ trace }) => column(trace[0].delta),
  },
  {
    title: 'Gradient, of all points',
    quantity: 'weight-gradient',
    shape: '(4, 2)',
    numpy: 'dW1 = delta1 @ a0.T / m',
    values: ({ gradient }) => rows(gradient.weights),
  },
  {
    title: 'Weights, before their step',
    numpy: 'W1 -= 0.5 * dW1',
    values: ({ layer }) => rows(layer.weights),
  },
];
