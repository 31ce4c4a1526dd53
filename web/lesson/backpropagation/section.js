import { using } from '../../engine/handle.js';
import { defaultConfig } from '../../state/presets.js';
import { fixed } from '../parts/math.js';
import { mountCheck } from './check.js';
import { createExampleNetwork, EXAMPLE, sampleOf } from './example.js';
import { mountPass } from './pass.js';

/** @type {import('../place.js').Section['widgets']} */
export const widgets = { 'backpropagation-pass': mountPass, 'backpropagation-check': mountCheck };

/** The notebook's. */
export const LEARNING_RATE = defaultConfig('notebook').learningRate;
const DIGITS = 3;

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @returns {number} the parameters of the notebook's network
 */
export function countNotebookParameters(engine) {
  const experiment = engine.createExperiment(defaultConfig('notebook'));
  return using([experiment], () => experiment.description.parameterCount);
}

/**
 * One step of gradient descent on the example's one sample.
 *
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {'backprop' | 'simplified'} rule
 * @returns {{ before: number, after: number }} its loss
 */
export function stepOnce(engine, rule) {
  const network = createExampleNetwork(engine, EXAMPLE);
  const randomState = engine.createRandomState(0);
  const options = { rule, learningRate: LEARNING_RATE };
  const trainer = engine.createTrainer(network, sampleOf(EXAMPLE), null, options, randomState);
  return using([trainer, randomState, network], () => {
    const before = trainer.metrics().trainLoss;
    trainer.step();
    return { before, after: trainer.metrics().trainLoss };
  });
}

/** @type {Record<string, import('../place.js').Run>} */
export const predictions = {
  'backpropagation-passes': ({ engine }) => {
    const parameters = countNotebookParameters(engine);
    const result = 2 * parameters;
    return { result, text: `Two for each of its ${parameters} parameters: ${result}.` };
  },
  'backpropagation-step': ({ engine }) => {
    const { before, after } = stepOnce(engine, 'simplified');
    const result = after > before ? 'rises' : after < before ? 'falls' : 'stays';
    const exact = stepOnce(engine, 'backprop').after;
    return {
      result,
      text: `From ${fixed(before, DIGITS)} it goes to ${fixed(after, DIGITS)}; by backpropagation, to ${fixed(exact, DIGITS)}.`,
    };
  },
};
