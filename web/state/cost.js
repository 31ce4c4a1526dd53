/**
 * What an epoch of training costs.
 *
 * @module
 */

/** @import { Config, Description } from './types.js' */

/**
 * @typedef {object} Share of the work of an epoch
 * @property {'forward' | 'backward' | 'again' | 'test'} name `again`: the metrics of the training set, which
 *   mini batches do not bring along
 * @property {number} points how many pass
 * @property {number} each multiply-adds a point
 */

/**
 * The products of weights, or of their gradient, with a point's numbers, each with the sum that it is added
 * to, as the engine computes them. Activations, losses and the update come on top.
 *
 * @param {Pick<Description, 'layerSizes' | 'train' | 'test'>} description
 * @param {Pick<Config, 'rule' | 'batchSize'>} config that is in force
 * @returns {Share[]} in their order
 */
export function multiplyAdds({ layerSizes, train, test }, { rule, batchSize }) {
  const weights = layerSizes.slice(1).map((size, layer) => size * layerSizes[layer]);
  const forward = sum(weights);
  // Each weight's gradient; and what comes back to a layer, but for the inputs. The simplified rule gives
  // all neurons of a layer the same.
  const backward =
    rule === 'backprop' ? forward + sum(weights.slice(1)) : sum(layerSizes.slice(0, -1));
  const [points, testPoints] = [train.y.length, test.y.length];
  const isWhole = batchSize === 0 || batchSize >= points;
  return [
    { name: 'forward', points, each: forward },
    { name: 'backward', points, each: backward },
    ...(isWhole ? [] : [{ name: /** @type {const} */ ('again'), points, each: forward }]),
    { name: 'test', points: testPoints, each: forward },
  ];
}

/** @param {number[]} values */
const sum = (values) => values.reduce((total, value) => total + value, 0);
