import { createExampleNetwork, sampleOf } from './example.js';

/** @typedef {import('./example.js').Example} Example */

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

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {Example} example
 * @returns {Look}
 */
export function look(engine, example) {
  const { X, y } = sampleOf(example);
  const network = createExampleNetwork(engine, example);
  try {
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
  } finally {
    network.dispose();
  }
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
