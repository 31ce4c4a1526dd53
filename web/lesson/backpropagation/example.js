/**
 * A network small enough to follow every number through it, one sample, and all their numbers.
 *
 * @module
 */
import { using } from '../../engine/handle.js';
import { subscript } from '../../views/network/probe.js';

/**
 * Every number of one forward and one backward pass.
 *
 * @typedef {object} Look
 * @property {Example} example
 * @property {number[]} z of the hidden neurons
 * @property {number[]} a their outputs
 * @property {number[]} outputGradient ∂L/∂a
 * @property {number[]} delta ∂L/∂z
 * @property {{ z: number, a: number, outputGradient: number, delta: number }} output the same of the
 *   output neuron
 * @property {number} loss
 * @property {number[]} gradient in the parameters' order
 * @property {number[]} simplified what the notebook's rule takes for it
 */

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

/**
 * @param {number} i index of a parameter
 * @returns {string} "w₁₂"
 */
export function parameterText(i) {
  const [letter, index] = PARAMETERS[i];
  return index === '' ? letter : letter + subscript(Number(index));
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

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {Example} example
 * @returns {Look}
 */
export function look(engine, example) {
  const { X, y } = sampleOf(example);
  return using([createExampleNetwork(engine, example)], (network) => {
    const [hidden, output] = network.trace(X, y);
    const first = (/** @type {Float64Array[]} */ rows) => rows.map((row) => row[0]);
    return {
      example,
      z: first(hidden.z),
      a: first(hidden.output),
      outputGradient: first(hidden.outputGradient),
      delta: first(hidden.delta),
      output: {
        z: output.z[0][0],
        a: output.output[0][0],
        outputGradient: output.outputGradient[0][0],
        delta: output.delta[0][0],
      },
      loss: network.evaluate(X, y).loss,
      gradient: flat(network.gradient(X, y)),
      simplified: flat(network.gradient(X, y, { rule: 'simplified' })),
    };
  });
}

/**
 * @param {{ weights: Float64Array[], biases: Float64Array }[]} layers
 * @returns {number[]} in the parameters' order
 */
export function flat(layers) {
  return layers.flatMap(({ weights, biases }) => [
    ...weights.flatMap((row) => [...row]),
    ...biases,
  ]);
}
