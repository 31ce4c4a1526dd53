/** A finite difference of gradients along a direction of length 1. */
const STEP = 1e-4;
const ROUNDS = 60;

/**
 * The largest eigenvalue of the loss's Hessian, by power iteration on differences of the engine's
 * gradients; right where that eigenvalue is the largest by size.
 *
 * @param {import('../../web/engine/engine.js').Engine} engine
 * @param {import('../../web/lesson/optimisers/problems.js').Problem} problem
 * @param {Float64Array} at parameters
 * @returns {number}
 */
export function steepestCurvature(engine, { layerSizes, activations, train }, at) {
  const network = engine.createNetwork(layerSizes, activations);
  const gradient = (/** @type {Float64Array} */ parameters) => {
    network.setParameters(parameters);
    const layers = network.gradient(train.X, train.y);
    return layers.flatMap(({ weights, biases }) => [
      ...weights.flatMap((row) => [...row]),
      ...biases,
    ]);
  };
  // Any start with a part along every eigenvector.
  let direction = Array.from(at, (_, i) => Math.sin(i + 1));
  let curvature = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const length = Math.hypot(...direction);
    const along = direction.map((value) => value / length);
    const ahead = gradient(at.map((value, i) => value + STEP * along[i]));
    const behind = gradient(at.map((value, i) => value - STEP * along[i]));
    direction = ahead.map((value, i) => (value - behind[i]) / (2 * STEP));
    curvature = direction.reduce((sum, value, i) => sum + value * along[i], 0);
  }
  network.dispose();
  return curvature;
}
