/** What a network costs, counted. */

import { parameterCount } from '../../state/parameters.js';

/**
 * How many times a number is multiplied by another and added to a sum in one epoch of training on the
 * whole set: the currency in which networks of all shapes can be compared.
 *
 * - Forward, each weight is used once a sample: W for all weights W.
 * - Backward, exactly: each weight's gradient sums one product a sample, W again; and each layer but
 *   the first hands the error on through its weights, W less those of the first layer.
 * - Backward, by the notebook's rule: every layer takes the error of the output as its own, and all
 *   its neurons get the same sums, one for each input of the layer.
 * - Then each parameter takes one step: P for all parameters P.
 *
 * Not counted, because it neither multiplies nor grows with the weights: biases, activations and
 * their derivatives, the loss. Nor is what only measures, such as the accuracy on the test set.
 *
 * @param {object} training
 * @param {readonly number[]} training.layerSizes
 * @param {number} training.nSamples
 * @param {'backprop' | 'simplified'} training.rule
 * @returns {number}
 */
export function multiplyAdds({ layerSizes, nSamples, rule }) {
  const weights = weightCounts(layerSizes);
  const all = weights.reduce((sum, count) => sum + count, 0);
  const inputs = layerSizes.slice(0, -1).reduce((sum, size) => sum + size, 0);
  const backward = rule === 'backprop' ? all + (all - weights[0]) : inputs;
  return nSamples * (all + backward) + parameterCount(layerSizes);
}

/**
 * @param {readonly number[]} layerSizes
 * @returns {number[]} by layer
 */
function weightCounts(layerSizes) {
  return layerSizes.slice(1).map((size, i) => size * layerSizes[i]);
}
