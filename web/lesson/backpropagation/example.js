/** A network small enough to follow every number through it, and one sample. */

export const LAYER_SIZES = [2, 2, 1];

/**
 * @typedef {object} Example
 * @property {number} x1
 * @property {number} x2
 * @property {0 | 1} y the label
 * @property {'tanh' | 'sigmoid' | 'relu'} activation of the hidden neurons
 * @property {number[]} parameters in the engine's order: the hidden weights neuron by neuron, the
 *   hidden biases, the output's weights, its bias
 */

/** @type {Readonly<Example>} the second hidden neuron speaks against class 1 */
export const EXAMPLE = {
  x1: 1.5,
  x2: -0.5,
  y: 1,
  activation: 'tanh',
  parameters: [0.5, 0.3, 0.4, 0.2, 0.1, -0.2, 1, -2, -0.2],
};

/** The parameters' names: letter and index below. @type {readonly (readonly [string, string])[]} */
export const PARAMETERS = [
  ['w', '11'],
  ['w', '12'],
  ['w', '21'],
  ['w', '22'],
  ['b', '1'],
  ['b', '2'],
  ['v', '1'],
  ['v', '2'],
  ['c', ''],
];

const SUBSCRIPTS = '₀₁₂';

/**
 * @param {number} i index of a parameter
 * @returns {string} "w₁₂"
 */
export function parameterText(i) {
  const [letter, index] = PARAMETERS[i];
  return letter + [...index].map((digit) => SUBSCRIPTS[Number(digit)]).join('');
}

/** How many parameters belong to the hidden layer: the first ones. */
export const HIDDEN_COUNT = 6;

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {Example} example
 */
export function createExampleNetwork(engine, { activation, parameters }) {
  const network = engine.createNetwork(LAYER_SIZES, [activation, 'sigmoid']);
  network.setParameters(Float64Array.from(parameters));
  return network;
}

/** @param {Example} example */
export function sampleOf({ x1, x2, y }) {
  return { X: [[x1], [x2]], y: [[y]] };
}
