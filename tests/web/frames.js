/**
 * Frames and descriptions as a worker sends them, for tests of who receives them.
 *
 * @module
 */

/** @import { Description, Frame } from '../../web/state/types.js' */

/**
 * @param {number} epoch
 * @param {Partial<Frame>} [changes]
 * @returns {Frame}
 */
export function frameAt(epoch, changes = {}) {
  const metrics = { epoch, trainLoss: 0.5, testLoss: 0.6, trainAccuracy: 0.9, testAccuracy: 0.8 };
  return {
    metrics,
    history: new Float64Array(Object.values(metrics)),
    grid: new Float64Array(4),
    crossings: new Float64Array(2),
    resolution: 2,
    maps: new Float32Array(0),
    mapResolution: 0,
    neuronMap: null,
    isSketch: false,
    parameters: new Float64Array(3),
    diverged: false,
    ...changes,
  };
}

/**
 * @param {number[]} layerSizes
 * @returns {Description}
 */
export function descriptionOf(layerSizes) {
  const points = () => ({
    x1: new Float64Array(2),
    x2: new Float64Array(2),
    y: new Float64Array(2),
  });
  return {
    layerSizes,
    activations: layerSizes.slice(1).map(() => 'sigmoid'),
    problem: 'classification',
    features: ['x1', 'x2'],
    scaler: null,
    parameterCount: 3,
    architecture: layerSizes.join('-'),
    bounds: [0, 1, 0, 1],
    train: points(),
    test: points(),
  };
}
