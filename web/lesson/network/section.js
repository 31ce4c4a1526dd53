import { using } from '../../engine/handle.js';
import { formatCount } from '../parts/numbers.js';
import { ACTIVATIONS, createExample, LAYER_SIZES, SMALL_SCALE } from './example.js';
import { ForwardPass } from './network.js';

/** @type {import('../place.js').Section['widgets']} */
export const widgets = { network: (place) => new ForwardPass(place) };

/** How many times larger all weights become in the second question. */
export const GROWTH = 100;

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @returns {number} the weights and biases of the notebook's network
 */
export function countParameters(engine) {
  const network = engine.createNetwork(LAYER_SIZES, ACTIVATIONS);
  return using([network], () => network.parameters().length);
}

/**
 * The output's weighted sum and the answer, for the sample that gets through.
 *
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {number} scale of the weights
 */
export function liveAnswer(engine, scale) {
  const { network, X } = createExample(engine, scale);
  return using([network], () => {
    const { z, output } = network.trace(X)[LAYER_SIZES.length - 2];
    const sample = z[0].findIndex((value) => value !== 0);
    return { z: z[0][sample], output: output[0][sample] };
  });
}

/** @type {Record<string, import('../place.js').Run>} */
export const predictions = {
  'network-parameters': ({ engine }) => {
    const result = countParameters(engine);
    return { result, text: `The engine’s network has ${result}.` };
  },
  'network-growth': ({ engine }) => {
    const before = liveAnswer(engine, SMALL_SCALE);
    const after = liveAnswer(engine, GROWTH * SMALL_SCALE);
    const factor = after.z / before.z;
    const power = Math.round(Math.log(factor) / Math.log(GROWTH));
    const result = ['same', 'once', 'twice', 'thrice'][power] ?? 'other';
    return {
      result,
      text: `The engine computes a sum ${formatCount(Math.round(factor))} times as large, and the answer ${after.output.toFixed(4)}.`,
    };
  },
};
