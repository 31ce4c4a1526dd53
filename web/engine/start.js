/**
 * What a training begins with: the network at epoch 0, and how it is trained.
 *
 * @module
 */

import { engineLossOf, problemOf } from '../state/problem.js';
import { parseSchedule } from '../state/schedule.js';
import { using } from './handle.js';
import { Timeline } from './timeline.js';

/** @import { Problem } from '../state/problem.js' */
/** @import { Config } from '../state/types.js' */
/** @import { RandomState } from './handle.js' */
/** @import { Network } from './network.js' */

/**
 * What of the engine makes networks.
 *
 * @typedef {object} NetworkMaker
 * @property {(layerSizes: number[], activations: string[]) => Network} createNetwork
 * @property {(seed: number) => RandomState} createRandomState
 *
 * What of the engine makes experiments.
 * @typedef {import('./data.js').DataMaker & import('./diagnostics.js').TrainerMaker & NetworkMaker & {
 *   bestClassifier: (name: string, options: import('./data.js').DatasetOptions,
 *     bounds: ArrayLike<number>, resolution: number) => import('./crossings.js').Best }} ExperimentMaker
 *
 * @typedef {object} Start the network at epoch 0
 * @property {number[]} layerSizes
 * @property {string[]} activations
 * @property {Float64Array} [parameters] an imported model's; otherwise they are drawn
 */

/**
 * @param {NetworkMaker} engine
 * @param {Config} config
 * @param {Start} start
 * @returns {{ network: Network, randomState: RandomState }} at epoch 0, and the stream that its weights
 *   were drawn from
 */
export function beginNetwork(engine, config, { layerSizes, activations, parameters }) {
  const network = engine.createNetwork(layerSizes, activations);
  const { init, seed, weightSeed } = config;
  const randomState = engine.createRandomState(weightSeed ?? seed);
  try {
    network.initialize(init, randomState);
    // After the draw all the same, so that the stream goes on as for a network of its own.
    if (parameters) network.setParameters(parameters);
  } catch (error) {
    network.dispose();
    randomState.dispose();
    throw error;
  }
  return { network, randomState };
}

/**
 * @param {ExperimentMaker} engine
 * @param {Config} config
 * @param {Start} start
 * @param {import('./data.js').LabelledSet} train
 * @param {import('./data.js').LabelledSet} test
 * @returns {Timeline} at epoch 0
 */
export function beginTraining(engine, config, start, train, test) {
  const { network, randomState } = beginNetwork(engine, config, start);
  return using([network, randomState], () => {
    const options = trainerOptions(problemOf(config), config);
    const trainer = engine.createTrainer(network, train, test, options, randomState);
    return new Timeline(trainer, parseSchedule(config.schedule));
  });
}

/**
 * How a configuration is trained, as the engine names it.
 *
 * @param {Problem} problem
 * @param {Config} config
 */
export function trainerOptions(problem, config) {
  const { rule, optimizer, learningRate, batchSize } = config;
  const { regularization: penalty, regularizationRate: penaltyRate } = config;
  const loss = engineLossOf(problem, config);
  /** @type {'r2' | 'accuracy'} */
  const score = problem.kind === 'regression' ? 'r2' : 'accuracy';
  return { rule, loss, score, optimizer, learningRate, batchSize, penalty, penaltyRate };
}
