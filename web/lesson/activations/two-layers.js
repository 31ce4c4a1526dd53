/**
 * Two layers, 2 → 3 → 1, and the one layer that they are when nothing stands between them.
 *
 * @module
 */

/** @typedef {import('../../engine/engine.js').Engine} Engine */
/** @typedef {import('../../engine/network.js').Network} Network */
/** @typedef {import('../../state/model.js').LayerValues} LayerValues */
/** @typedef {'linear' | 'relu' | 'tanh'} Between what stands between the two layers */

const SIZES = { inputs: 2, hidden: 3, outputs: 1 };

/** The inputs that are looked at: x1 from, to; x2 from, to. @type {[number, number, number, number]} */
export const SQUARE = [-3, 3, -3, 3];

/** Inputs a side of the square for which the outputs are compared. */
export const COMPARED_RESOLUTION = 100;

/**
 * Weights and biases from N(0, 1), to one decimal, so that one can calculate along.
 *
 * @param {Engine} engine
 * @param {number} seed
 * @returns {LayerValues[]}
 */
export function drawLayers(engine, seed) {
  const { inputs, hidden, outputs } = SIZES;
  const randomState = engine.createRandomState(seed);
  const draw = (/** @type {number} */ n) =>
    Array.from(randomState.randn(n), (value) => Number(value.toFixed(1)) || 0);
  const layer = (/** @type {number} */ nIn, /** @type {number} */ nOut) => ({
    weights: Array.from({ length: nOut }, () => draw(nIn)),
    biases: draw(nOut),
  });
  try {
    return [layer(inputs, hidden), layer(hidden, outputs)];
  } finally {
    randomState.dispose();
  }
}

/**
 * W₂W₁ and W₂b₁ + b₂. The second layer computes both itself: the columns of W₁ are its samples.
 *
 * @param {Engine} engine
 * @param {LayerValues[]} layers
 * @returns {LayerValues}
 */
export function mergeLayers(engine, [first, second]) {
  const { hidden, outputs } = SIZES;
  const biases = first.biases;
  return withNetwork(engine, [hidden, outputs], ['linear'], [second], (network) => {
    const [{ z: merged }] = network.trace(Array.from(biases, (bias) => [bias]));
    network.setLayers([{ weights: second.weights, biases: [0] }]);
    const [{ z: weights }] = network.trace(first.weights);
    return { weights, biases: merged.map(([bias]) => bias) };
  });
}

/**
 * What the two layers, and the one, say at x.
 *
 * @param {Engine} engine
 * @param {LayerValues[]} layers
 * @param {Between} between
 * @param {[number, number]} x
 */
export function computeTwo(engine, layers, between, [x1, x2]) {
  const { inputs, hidden, outputs } = SIZES;
  return withNetwork(engine, [inputs, hidden, outputs], [between, 'linear'], layers, (network) =>
    network.trace([[x1], [x2]]),
  );
}

/**
 * @param {Engine} engine
 * @param {LayerValues} layer
 * @param {[number, number]} x
 */
export function computeOne(engine, layer, [x1, x2]) {
  const { inputs, outputs } = SIZES;
  return withNetwork(
    engine,
    [inputs, outputs],
    ['linear'],
    [layer],
    (network) => network.forward([[x1], [x2]])[0][0],
  );
}

/**
 * The outputs over the whole square.
 *
 * @param {Engine} engine
 * @param {LayerValues[]} layers one or two
 * @param {Between} between
 * @param {'linear' | 'sigmoid'} output
 * @param {number} resolution
 */
export function computeSquare(engine, layers, between, output, resolution) {
  const { inputs, hidden, outputs } = SIZES;
  const isOne = layers.length === 1;
  const sizes = isOne ? [inputs, outputs] : [inputs, hidden, outputs];
  const activations = isOne ? [output] : [between, output];
  return withNetwork(engine, sizes, activations, layers, (network) =>
    network.decisionGrid(SQUARE, resolution),
  );
}

/**
 * @param {Float64Array} a
 * @param {Float64Array} b
 * @returns {number} how far they are apart at most
 */
export function largestDifference(a, b) {
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0);
}

/**
 * @template Result
 * @param {Engine} engine
 * @param {number[]} sizes
 * @param {string[]} activations
 * @param {LayerValues[]} layers
 * @param {(network: Network) => Result} use
 * @returns {Result}
 */
function withNetwork(engine, sizes, activations, layers, use) {
  const network = engine.createNetwork(sizes, activations);
  try {
    network.setLayers(layers);
    return use(network);
  } finally {
    network.dispose();
  }
}
