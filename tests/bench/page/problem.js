/**
 * The work that everybody does: the same data, network and start.
 *
 * @typedef {import('../../../web/engine/engine.js').Engine} Engine
 * @typedef {import('../../../web/state/types.js').LossName} LossName
 *
 * @typedef {object} Problem
 * @property {'relu' | 'tanh'} activation of the hidden layers
 * @property {'sigmoid' | 'softmax' | 'linear'} output activation of the last layer
 * @property {LossName} loss
 * @property {number[]} layerSizes
 * @property {Float64Array[]} X (n_inputs, n_samples)
 * @property {Float64Array[]} y (n_outputs, n_samples): labels of 0 and 1, or values
 * @property {{ weights: Float64Array[], biases: Float64Array }[]} layers what the training starts from
 * @property {number} learningRate of plain full-batch gradient descent
 * @property {[number, number, number, number]} bounds of the grid: x1 from, to, x2 from, to
 * @property {number} resolution points a side of the grid
 *
 * What each library can do with it.
 * @typedef {object} Subject
 * @property {(epochs: number) => number} train goes on for so many epochs; gives the last one's loss,
 *   which is that of the weights before its update
 * @property {() => ArrayLike<number>} outputs for the training samples, sample by sample
 * @property {() => ArrayLike<number>} grid the probabilities over the plane, row by row; of networks
 *   with two inputs and one output
 */

const SEED = 42;
const NOISE = 0.2;

/** The corners of a triangle, for three classes. */
const CENTERS = [
  [-1, -1],
  [1, -1],
  [0, 1],
];

/**
 * What can be learned: two moons, three blobs, the moons from seven features, or a value.
 *
 * @type {Record<string, Pick<Problem, 'output' | 'loss'>
 *   & { make: (engine: Engine, nSamples: number) => Pick<Problem, 'X' | 'y'> }>}
 */
const KINDS = {
  moons: { output: 'sigmoid', loss: 'binary_cross_entropy', make: makeMoons },
  blobs: {
    output: 'softmax',
    loss: 'categorical_cross_entropy',
    make(engine, nSamples) {
      const options = { nSamples, centers: CENTERS, clusterStd: 0.6, randomState: SEED };
      const { X, y } = engine.makeBlobs(options);
      return { X, y: CENTERS.map((_, k) => y.map((label) => (label === k ? 1 : 0))) };
    },
  },
  features: {
    output: 'sigmoid',
    loss: 'binary_cross_entropy',
    make(engine, nSamples) {
      const { X, y } = makeMoons(engine, nSamples);
      return { X: featuresOf(X), y };
    },
  },
  values: {
    output: 'linear',
    loss: 'mean_squared_error',
    make(engine, nSamples) {
      const { X } = makeMoons(engine, nSamples);
      return { X, y: [X[0].map((x1, i) => x1 * X[1][i])] };
    },
  },
};

/**
 * @param {Engine} engine
 * @param {number} nSamples
 */
function makeMoons(engine, nSamples) {
  const { X, y } = engine.makeMoons({ nSamples, noise: NOISE, randomState: SEED });
  return { X, y: [y] };
}

/** @param {Float64Array[]} plane x1 and x2 */
function featuresOf([x1, x2]) {
  const products = [x1.map((x) => x * x), x2.map((x) => x * x), x1.map((x, i) => x * x2[i])];
  return [x1, x2, ...products, x1.map(Math.sin), x2.map(Math.sin)];
}

/**
 * @param {Engine} engine
 * @param {object} choice
 * @param {'relu' | 'tanh'} choice.activation
 * @param {string} [choice.kind] of KINDS
 * @param {number[]} [choice.hidden] neurons of the hidden layers
 * @param {number} [choice.samples]
 * @returns {Problem}
 */
export function createProblem(
  engine,
  { activation, kind = 'moons', hidden = [8, 8], samples = 240 },
) {
  const { output, loss, make } = KINDS[kind];
  const { X, y } = make(engine, samples);
  const layerSizes = [X.length, ...hidden, y.length];
  const network = createNetwork(engine, { activation, output, layerSizes });
  network.initialize(activation === 'relu' ? 'he' : 'xavier', engine.createRandomState(SEED));
  const [x1Min, x1Max, x2Min, x2Max] = engine.dataBounds(X.slice(0, 2));
  return {
    activation,
    output,
    loss,
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
 * @param {Pick<Problem, 'activation' | 'output' | 'layerSizes'>} shape
 */
export function createNetwork(engine, { activation, output, layerSizes }) {
  const hidden = Array(layerSizes.length - 2).fill(activation);
  return engine.createNetwork(layerSizes, [...hidden, output]);
}

/**
 * @param {ArrayLike<number>[]} rows
 * @returns {number[][]} the columns: a list for each sample
 */
export function columnsOf(rows) {
  return Array.from(rows[0], (_, i) => rows.map((row) => row[i]));
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
