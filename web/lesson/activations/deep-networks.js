/**
 * The two networks that the section's predictions are about.
 *
 * @module
 */
import { createData } from '../../engine/data.js';
import { defaultConfig } from '../../state/presets.js';
import { COMPARED_RESOLUTION, largestDifference, SQUARE } from './two-layers.js';

/** @typedef {import('../../engine/engine.js').Engine} Engine */

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
export const LINEAR_SIZES = [2, 64, 64, 1];

/**
 * How large the gradient of the loss on the moons is in each layer, before any training.
 *
 * @param {Engine} engine
 * @param {DEEP_KINDS[number]} kind
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
  try {
    network.initialize(init, randomState);
    return network
      .gradient(train.X, train.y)
      .map(({ weights }) => Math.hypot(...weights.flatMap((row) => [...row])));
  } finally {
    randomState.dispose();
    network.dispose();
  }
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
  try {
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
  } finally {
    for (const handle of [randomState, deep, single]) handle.dispose();
  }
}
