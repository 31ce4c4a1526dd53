/**
 * The notebook's layer: three inputs, four neurons, ReLU; and everything that it computes.
 *
 * @module
 */
import { using } from '../../engine/handle.js';

/**
 * @typedef {object} LayerNumbers everything that the layer computes with, and what it makes of it
 * @property {Float64Array[]} weights (n_neurons, n_inputs)
 * @property {ArrayLike<number>} biases n_neurons
 * @property {number[][]} X (n_inputs, n_samples)
 * @property {Float64Array[]} z (n_neurons, n_samples)
 * @property {Float64Array[]} output (n_neurons, n_samples)
 */

export const EXAMPLE = {
  nInputs: 3,
  nNeurons: 4,
  /** @type {'relu'} */
  activation: 'relu',
  /** `np.random.seed(42)` at the notebook's top; nothing draws before this layer. */
  seed: 42,
  /** What the notebook multiplies the normal numbers by. */
  scale: 0.01,
};

/** The notebook's sample, and two more to add; a sample is a column. */
export const SAMPLES = [
  [1, 2, 3],
  [3, 2, 1],
  [-1, 0, 1],
];

/** Neurons of a layer that could follow. */
export const NEXT_NEURONS = 8;

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {number} seed
 * @param {number[]} [nextLayers] neurons of the layers behind it
 * @returns {import('../../engine/network.js').Network} the layer as a network, its weights drawn
 */
export function createLayer(engine, seed, nextLayers = []) {
  const { nInputs, nNeurons, activation, scale } = EXAMPLE;
  const sizes = [nInputs, nNeurons, ...nextLayers];
  const network = engine.createNetwork(
    sizes,
    sizes.slice(1).map(() => activation),
  );
  const randomState = engine.createRandomState(seed);
  network.initialize(scale, randomState);
  randomState.dispose();
  return network;
}

/**
 * @param {number[][]} samples
 * @returns {number[][]} (n_inputs, n_samples): each sample a column
 */
export function toColumns(samples) {
  return samples[0].map((_, i) => samples.map((sample) => sample[i]));
}

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {{ seed: number, samples: number[][], biases: number[] }} layer
 * @returns {LayerNumbers}
 */
export function computeLayer(engine, { seed, samples, biases }) {
  return using([createLayer(engine, seed)], (network) => {
    const [{ weights }] = network.layers();
    network.setLayers([{ weights, biases }]);
    const X = toColumns(samples);
    const [{ z, output }] = network.trace(X);
    return { weights, biases, X, z, output };
  });
}
