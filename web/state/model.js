/**
 * A network as plain JSON, made of what a frame holds.
 *
 * @module
 */

/** @import { Description, Metrics } from './types.js' */
/** @import { Model } from '../engine/model.js' */

export const MODEL_FORMAT = 'moonlab-model';
export const MODEL_VERSION = 1;

/**
 * @param {Pick<Description, 'layerSizes' | 'activations'>} description
 * @param {Float64Array} parameters as in a frame
 * @param {Metrics} metrics of these parameters
 * @returns {Model} as the engine would export it
 */
export function modelOf({ layerSizes, activations }, parameters, metrics) {
  let start = 0;
  const take = (/** @type {number} */ count) => {
    start += count;
    return Array.from(parameters.subarray(start - count, start));
  };
  const layers = layerSizes.slice(1).map((nOut, i) => ({
    weights: Array.from({ length: nOut }, () => take(layerSizes[i])),
    biases: take(nOut),
  }));
  return {
    format: MODEL_FORMAT,
    version: MODEL_VERSION,
    layerSizes: [...layerSizes],
    activations: [...activations],
    layers,
    metrics: { ...metrics },
  };
}
