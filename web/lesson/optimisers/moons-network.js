import { createData } from '../../engine/data.js';
import { networkOf } from '../../state/model.js';
import { defaultConfig } from '../../state/presets.js';

/** @type {import('./methods.js').Rates} */
export const NETWORK_RATES = { sgd: 0.5, momentum: 0.1, rmsprop: 0.01, adam: 0.03 };
export const NETWORK_EPOCHS = 300;

/**
 * The lab's own network on the moons, at epoch 0.
 *
 * @param {import('../../engine/engine.js').Engine} engine
 * @returns {import('./path.js').Problem}
 */
export function moonsProblem(engine) {
  const config = defaultConfig();
  const { train, test } = createData(engine, config);
  const { layerSizes, activations } = networkOf(config);
  const network = engine.createNetwork(layerSizes, activations);
  const randomState = engine.createRandomState(config.seed);
  try {
    network.initialize(config.init, randomState);
    return { layerSizes, activations, train, test, start: network.parameters() };
  } finally {
    network.dispose();
    randomState.dispose();
  }
}

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {import('./path.js').Problem} problem
 * @returns {(parameters: Float64Array) => number} the training loss there
 */
export function lossOf(engine, { layerSizes, activations, train }) {
  const network = engine.createNetwork(layerSizes, activations);
  return (parameters) => {
    network.setParameters(parameters);
    return network.evaluate(train.X, train.y).loss;
  };
}
