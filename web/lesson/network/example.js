/** The notebook's network before any training, and the five points it is asked about. */

import { using } from '../../engine/handle.js';

export const LAYER_SIZES = [2, 4, 3, 1];
export const ACTIVATIONS = ['relu', 'relu', 'sigmoid'];
export const SEED = 42;
export const SAMPLES = 5;
/** The notebook's factor on N(0, 1). */
export const SMALL_SCALE = 0.01;

/**
 * Draws the weights, then the points, from one stream.
 *
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {number | 'he'} init the factor on N(0, 1), or He's for each layer
 * @returns {{ network: import('../../engine/network.js').Network, X: Float64Array[] }} X is
 *   (2, SAMPLES)
 */
export function createExample(engine, init = SMALL_SCALE) {
  return using([engine.createRandomState(SEED)], (stream) => {
    const network = engine.createNetwork(LAYER_SIZES, ACTIVATIONS);
    network.initialize(init, stream);
    const drawn = stream.randn(LAYER_SIZES[0] * SAMPLES);
    const X = Array.from({ length: LAYER_SIZES[0] }, (_, i) =>
      drawn.subarray(i * SAMPLES, (i + 1) * SAMPLES),
    );
    return { network, X };
  });
}
