/**
 * The networks that the section is about: two layers, 2 → 3 → 1, and the one layer that they are
 * when nothing stands between them; and the deep ones of its questions.
 *
 * @module
 */
import { using } from '../../engine/handle.js';
import { createData } from '../../engine/data.js';
import { defaultConfig } from '../../state/presets.js';

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
  return using([randomState], () => [layer(inputs, hidden), layer(hidden, outputs)]);
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
  return using([engine.createNetwork(sizes, activations)], (network) => {
    network.setLayers(layers);
    return use(network);
  });
}

/** Ten hidden layers of eight neurons. */
const DEEP_LAYERS = Array.from({ length: 10 }, () => 8);

/**
 * Each activation with the initial weights that suit it.
 *
 * @type {readonly { activation: 'sigmoid' | 'tanh' | 'relu', title: string, init: 'xavier' | 'he' }[]}
 */
export const DEEP_KINDS = [
  { activation: 'sigmoid', title: 'Sigmoid', init: 'xavier' },
  { activation: 'tanh', title: 'tanh', init: 'xavier' },
  { activation: 'relu', title: 'ReLU', init: 'he' },
];

/** Three layers without an activation function. */
const LINEAR_SIZES = [2, 64, 64, 1];

/**
 * How large the gradient of the loss on the moons is in each layer, before any training.
 *
 * @param {Engine} engine
 * @param {(typeof DEEP_KINDS)[number]} kind
 * @returns {number[]} by layer the length of the gradient of its weights
 */
export function gradientSizes(engine, { activation, init }) {
  const config = defaultConfig();
  const { train } = createData(engine, config);
  const network = engine.createNetwork(
    [2, ...DEEP_LAYERS, 1],
    [...DEEP_LAYERS.map(() => activation), 'sigmoid'],
  );
  const randomState = engine.createRandomState(config.seed);
  return using([network, randomState], () => {
    network.initialize(init, randomState);
    return network
      .gradient(train.X, train.y)
      .map(({ weights }) => Math.hypot(...weights.flatMap((row) => [...row])));
  });
}

/**
 * A deep network of linear layers, and the one layer that gives the same: its bias is the output at
 * (0, 0), its weights are what one more of each input adds.
 *
 * @param {Engine} engine
 * @returns {{ parameterCount: number, layerParameterCount: number, difference: number }}
 */
export function compareLinear(engine) {
  const [nInputs, ...layers] = LINEAR_SIZES;
  const deep = engine.createNetwork(
    LINEAR_SIZES,
    layers.map(() => 'linear'),
  );
  const single = engine.createNetwork([nInputs, 1], ['linear']);
  const randomState = engine.createRandomState(defaultConfig().seed);
  return using([randomState, deep, single], () => {
    deep.initialize('xavier', randomState);
    const [[bias, atX1, atX2]] = deep.forward([
      [0, 1, 0],
      [0, 0, 1],
    ]);
    single.setLayers([{ weights: [[atX1 - bias, atX2 - bias]], biases: [bias] }]);
    const [a, b] = [deep, single].map((network) =>
      network.decisionGrid(SQUARE, COMPARED_RESOLUTION),
    );
    return {
      parameterCount: deep.parameters().length,
      layerParameterCount: single.parameters().length,
      difference: largestDifference(a, b),
    };
  });
}
