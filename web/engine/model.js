import { fromLayers } from './layers.js';

const FORMAT = 'moonlab-model';
const VERSION = 1;

/**
 * A trained network as plain JSON.
 *
 * @typedef {object} Model
 * @property {typeof FORMAT} format
 * @property {number} version
 * @property {number[]} layerSizes inputs, hidden neurons…, outputs
 * @property {string[]} activations one a layer
 * @property {{ weights: number[][], biases: number[] }[]} layers weights are (n_out, n_in)
 * @property {import('./trainer.js').Metrics} metrics of these weights
 */

/**
 * @param {import('./network.js').Network} network
 * @param {string[]} activations
 * @param {import('./trainer.js').Metrics} metrics
 * @returns {Model}
 */
export function toModel(network, activations, metrics) {
  const layers = network.layers().map(({ weights, biases }) => ({
    weights: weights.map((row) => [...row]),
    biases: [...biases],
  }));
  const { layerSizes } = network;
  return { format: FORMAT, version: VERSION, layerSizes, activations, layers, metrics };
}

/**
 * @param {unknown} json
 * @returns {{ layerSizes: number[], activations: string[], parameters: Float64Array }}
 * @throws {TypeError} that names what is wrong
 */
export function checkedModel(json) {
  const model = /** @type {Partial<Model>} */ (json ?? {});
  expect(model.format === FORMAT, 'format', model.format, `"${FORMAT}"`);
  expect(model.version === VERSION, 'version', model.version, `${VERSION}`);
  const { layerSizes, activations, layers } = model;
  expect(isSizes(layerSizes), 'layerSizes', layerSizes, '2, the hidden neurons, 1');
  expect(isNames(activations), 'activations', activations, 'a name for each layer, sigmoid last');
  expect(Array.isArray(layers), 'layers', layers, 'weights and biases for each layer');
  const parameters = fromLayers(layers, layerSizes);
  expect(parameters.every(Number.isFinite), 'layers', 'NaN or infinity', 'finite numbers');
  return { layerSizes: [...layerSizes], activations: [...activations], parameters };
}

/**
 * @param {unknown} value
 * @returns {value is number[]}
 */
function isSizes(value) {
  return (
    Array.isArray(value) &&
    value.length >= 2 &&
    value[0] === 2 &&
    value[value.length - 1] === 1 &&
    value.every((size) => Number.isInteger(size) && size >= 1)
  );
}

/**
 * @param {unknown} value
 * @returns {value is string[]}
 */
function isNames(value) {
  return (
    Array.isArray(value) &&
    value.every((name) => typeof name === 'string') &&
    value[value.length - 1] === 'sigmoid'
  );
}

/**
 * @param {boolean} condition
 * @param {string} field
 * @param {unknown} came
 * @param {string} allowed
 * @returns {asserts condition}
 */
function expect(condition, field, came, allowed) {
  if (condition) return;
  throw new TypeError(`model ${field}: ${JSON.stringify(came)}; allowed: ${allowed}`);
}
