/**
 * The work that everybody does: the same data, network and start.
 *
 * @typedef {import('../../../web/engine/engine.js').Engine} Engine
 *
 * @typedef {object} Problem
 * @property {'relu' | 'tanh'} activation of the hidden layers; the output is a sigmoid
 * @property {number[]} layerSizes
 * @property {Float64Array[]} X (2, n_samples)
 * @property {Float64Array} y labels of 0 and 1
 * @property {{ weights: Float64Array[], biases: Float64Array }[]} layers what the training starts from
 * @property {number} learningRate of plain full-batch gradient descent
 * @property {[number, number, number, number]} bounds of the grid: x1 from, to, x2 from, to
 * @property {number} resolution points a side of the grid
 *
 * What each library can do with it.
 * @typedef {object} Subject
 * @property {(epochs: number) => number} train goes on for so many epochs; gives the last one's loss,
 *   which is that of the weights before its update
 * @property {() => ArrayLike<number>} grid the probabilities over the plane, row by row
 */

const SEED = 42;
const NOISE = 0.2;

/**
 * @param {Engine} engine
 * @param {object} choice
 * @param {'relu' | 'tanh'} choice.activation
 * @param {number[]} [choice.hidden] neurons of the hidden layers
 * @param {number} [choice.samples]
 * @returns {Problem}
 */
export function createProblem(engine, { activation, hidden = [8, 8], samples = 240 }) {
  const layerSizes = [2, ...hidden, 1];
  const { X, y } = engine.makeMoons({ nSamples: samples, noise: NOISE, randomState: SEED });
  const network = createNetwork(engine, { activation, layerSizes });
  network.initialize(activation === 'relu' ? 'he' : 'xavier', engine.createRandomState(SEED));
  const [x1Min, x1Max, x2Min, x2Max] = engine.dataBounds(X);
  return {
    activation,
    layerSizes,
    X,
    y,
    layers: network.layers(),
    learningRate: 0.1,
    bounds: [x1Min, x1Max, x2Min, x2Max],
    resolution: 200,
  };
}

/**
 * @param {Engine} engine
 * @param {Pick<Problem, 'activation' | 'layerSizes'>} shape
 */
export function createNetwork(engine, { activation, layerSizes }) {
  const hidden = Array(layerSizes.length - 2).fill(activation);
  return engine.createNetwork(layerSizes, [...hidden, 'sigmoid']);
}

/**
 * The points of the grid, row by row from the lowest x2.
 *
 * @param {Problem} problem
 * @returns {[number, number][]}
 */
export function gridPoints({ bounds: [x1Min, x1Max, x2Min, x2Max], resolution }) {
  const at = (/** @type {number} */ low, /** @type {number} */ high, /** @type {number} */ i) =>
    low + ((high - low) * i) / (resolution - 1);
  return Array.from({ length: resolution * resolution }, (_, i) => [
    at(x1Min, x1Max, i % resolution),
    at(x2Min, x2Max, Math.floor(i / resolution)),
  ]);
}
