/**
 * Where each parameter of a network stands in the one array that holds them all: layer by layer the
 * weights (n_out, n_in) row by row, then the biases. This order is the engine's; nothing else in the
 * page knows it. Layers as people and files write them are model.js's.
 *
 * @module
 */

/**
 * @typedef {object} LayerParameters of one layer after the inputs
 * @property {number} inputs neurons before it
 * @property {number} outputs neurons in it
 * @property {Float64Array} weights row-major, (outputs, inputs)
 * @property {Float64Array} biases (outputs)
 *
 * @typedef {object} Place of a parameter in the network
 * @property {number} layer 0 is the first after the inputs
 * @property {number} neuron
 * @property {number | null} input null for the bias
 */

/** @type {LayerParameters} */
const NO_LAYER = {
  inputs: 0,
  outputs: 0,
  weights: new Float64Array(0),
  biases: new Float64Array(0),
};

/**
 * @param {readonly number[]} layerSizes from the inputs to the output
 */
export function shapesOf(layerSizes) {
  return layerSizes.slice(1).map((outputs, i) => ({ inputs: layerSizes[i], outputs }));
}

/**
 * @param {readonly number[]} layerSizes
 * @returns {number} weights and biases
 */
export function parameterCount(layerSizes) {
  return shapesOf(layerSizes).reduce((sum, { inputs, outputs }) => sum + (inputs + 1) * outputs, 0);
}

/**
 * @param {Float64Array} flat
 * @param {readonly number[]} layerSizes
 * @returns {LayerParameters[]} views of the same memory, one a layer after the inputs
 */
export function splitLayers(flat, layerSizes) {
  let start = 0;
  const take = (/** @type {number} */ count) => flat.subarray(start, (start += count));
  return shapesOf(layerSizes).map(({ inputs, outputs }) => ({
    inputs,
    outputs,
    weights: take(inputs * outputs),
    biases: take(outputs),
  }));
}

/**
 * @param {Float64Array} flat
 * @param {readonly number[]} layerSizes
 * @param {Place} place
 * @returns {number} NaN where the network has none
 */
export function parameterAt(flat, layerSizes, { layer, neuron, input }) {
  const { inputs, weights, biases } = splitLayers(flat, layerSizes)[layer] ?? NO_LAYER;
  return (input === null ? biases[neuron] : weights[neuron * inputs + input]) ?? NaN;
}

/**
 * @param {readonly number[]} layerSizes
 * @returns {Place[]} in the order of the parameters
 */
export function parameterPlaces(layerSizes) {
  return shapesOf(layerSizes).flatMap(({ inputs, outputs }, layer) => [
    ...Array.from({ length: outputs * inputs }, (_, i) => ({
      layer,
      neuron: Math.floor(i / inputs),
      input: i % inputs,
    })),
    ...Array.from({ length: outputs }, (_, neuron) => ({ layer, neuron, input: null })),
  ]);
}
