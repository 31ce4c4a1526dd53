import { createLayer, toColumns } from './example.js';

/**
 * @typedef {object} LayerNumbers everything that the layer computes with, and what it makes of it
 * @property {Float64Array[]} weights (n_neurons, n_inputs)
 * @property {ArrayLike<number>} biases n_neurons
 * @property {number[][]} X (n_inputs, n_samples)
 * @property {Float64Array[]} z (n_neurons, n_samples)
 * @property {Float64Array[]} output (n_neurons, n_samples)
 */

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {{ seed: number, samples: number[][], biases: number[] }} layer
 * @returns {LayerNumbers}
 */
export function computeLayer(engine, { seed, samples, biases }) {
  const network = createLayer(engine, seed);
  try {
    const [{ weights }] = network.layers();
    network.setLayers([{ weights, biases }]);
    const X = toColumns(samples);
    const [{ z, output }] = network.trace(X);
    return { weights, biases, X, z, output };
  } finally {
    network.dispose();
  }
}
