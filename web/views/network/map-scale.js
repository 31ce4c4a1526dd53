/** What the colours of the neurons' maps mean: the same for all of a layer. */

import { roundUp } from '../plane/map.js';
import { largestMagnitude } from './lines.js';

/** What never leaves these bounds, whatever its weights. @type {Record<string, [number, number]>} */
const FIXED = { tanh: [-1, 1], sigmoid: [0, 1], softmax: [0, 1] };

/**
 * @param {object} network
 * @param {readonly number[]} network.layerSizes from the inputs to the output
 * @param {readonly string[]} network.activations one a layer after the inputs
 * @param {Float32Array | Float64Array} network.maps see Frame
 * @param {number} network.mapResolution
 * @param {[number, number]} [valueRange] of the answer, where values are learned
 * @returns {[number, number][]} a layer, the inputs' first: what the ends of the palette stand for. What has
 *   no bounds goes as far below 0 as above, to a round number
 */
export function mapRanges({ layerSizes, activations, maps, mapResolution }, valueRange) {
  let start = 0;
  return layerSizes.map((size, layer) => {
    const end = start + size * mapResolution ** 2;
    const values = maps.subarray(start, end);
    start = end;
    const fixed = layer > 0 ? FIXED[activations[layer - 1]] : undefined;
    if (fixed) return fixed;
    if (valueRange && layer === layerSizes.length - 1) return valueRange;
    const most = roundUp(largestMagnitude(values));
    return [-most, most];
  });
}
