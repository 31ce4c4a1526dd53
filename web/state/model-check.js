/**
 * Reads a model: one that comes with a record, or by itself.
 *
 * @module
 */

import { ACTIVATIONS, namesOf } from './choices.js';
import { readChoice, readFields, readList, readNumber, readNumbers, refuse } from './fields.js';
import { COLUMNS, mapColumns } from './metrics.js';
import { INPUTS, MODEL_FORMAT, MODEL_VERSION, OUTPUTS, OUTPUT_ACTIVATION } from './model.js';
import { entryOfKey } from './schema.js';

/** @import { Metrics, NumberEntry } from './types.js' */
/** @import { Model } from './model.js' */

const FIELDS = ['format', 'version', 'layerSizes', 'activations', 'layers'];
const MOST = 1e6;

const { max: mostEpochs } = /** @type {NumberEntry} */ (entryOfKey('epochs'));

/** What each number of the metrics can be. */
export const METRIC_RANGES = /** @type {const} */ ({
  epoch: { min: 0, max: mostEpochs, whole: true },
  trainLoss: { min: 0 },
  testLoss: { min: 0 },
  trainAccuracy: { min: 0, max: 1 },
  testAccuracy: { min: 0, max: 1 },
});

/**
 * @param {string} place
 * @param {unknown} value
 * @returns {Metrics}
 * @throws {TypeError}
 */
export function readMetrics(place, value) {
  const fields = readFields(place, value, COLUMNS);
  return mapColumns((name) => readNumber(`${place}.${name}`, fields[name], METRIC_RANGES[name]));
}

/**
 * @param {string} place
 * @param {unknown} value
 * @returns {Model} a copy
 * @throws {TypeError} that names the field, what came and what is allowed
 */
export function readModel(place, value) {
  const fields = readFields(place, value, [...FIELDS, 'metrics']);
  return {
    ...readNetwork(place, fields),
    metrics: readMetrics(`${place}.metrics`, fields.metrics),
  };
}

/**
 * A model to begin with: it need not say how good it is, which is computed anew.
 *
 * @param {string} place
 * @param {unknown} value
 * @returns {Omit<Model, 'metrics'>} a copy
 * @throws {TypeError} that names the field, what came and what is allowed
 */
export function readStartingModel(place, value) {
  return readNetwork(place, readFields(place, value, FIELDS, ['metrics']));
}

/**
 * @param {string} place
 * @param {Record<string, unknown>} fields
 * @returns {Omit<Model, 'metrics'>}
 */
function readNetwork(place, fields) {
  readChoice(`${place}.format`, fields.format, [MODEL_FORMAT]);
  readChoice(`${place}.version`, fields.version, [MODEL_VERSION]);
  const layerSizes = readSizes(`${place}.layerSizes`, fields.layerSizes);
  return {
    format: MODEL_FORMAT,
    version: MODEL_VERSION,
    layerSizes,
    activations: readActivations(`${place}.activations`, fields.activations, layerSizes.length - 1),
    layers: readLayers(`${place}.layers`, fields.layers, layerSizes),
  };
}

/**
 * @param {string} place
 * @param {unknown} value
 * @returns {number[]}
 */
function readSizes(place, value) {
  const sizes = readNumbers(
    place,
    value,
    { min: 2, max: MOST },
    { min: 1, max: MOST, whole: true },
  );
  if (sizes[0] !== INPUTS)
    refuse(`${place}[0]`, sizes[0], ({ problem }) => problem.notInputs, INPUTS);
  const last = sizes.length - 1;
  if (sizes[last] !== OUTPUTS) {
    refuse(`${place}[${last}]`, sizes[last], ({ problem }) => problem.notOutputs, OUTPUTS);
  }
  return sizes;
}

/**
 * @param {string} place
 * @param {unknown} value
 * @param {number} count
 * @returns {string[]}
 */
function readActivations(place, value, count) {
  const names = readList(place, value, { min: count, max: count }, 'names');
  return Array.from(names, (name, index) => {
    const allowed = index === count - 1 ? [OUTPUT_ACTIVATION] : namesOf(ACTIVATIONS);
    readChoice(`${place}[${index}]`, name, allowed);
    return /** @type {string} */ (name);
  });
}

/**
 * @param {string} place
 * @param {unknown} value
 * @param {number[]} sizes
 * @returns {Model['layers']}
 */
function readLayers(place, value, sizes) {
  const count = sizes.length - 1;
  const layers = readList(place, value, { min: count, max: count }, 'layers');
  return Array.from(layers, (layer, index) =>
    readLayer(`${place}[${index}]`, layer, sizes[index], sizes[index + 1]),
  );
}

/**
 * @param {string} place
 * @param {unknown} value
 * @param {number} nIn
 * @param {number} nOut
 * @returns {Model['layers'][number]}
 */
function readLayer(place, value, nIn, nOut) {
  const { weights, biases } = readFields(place, value, ['weights', 'biases']);
  const rows = readList(`${place}.weights`, weights, { min: nOut, max: nOut }, 'rows');
  return {
    weights: Array.from(rows, (row, index) =>
      readNumbers(`${place}.weights[${index}]`, row, { min: nIn, max: nIn }),
    ),
    biases: readNumbers(`${place}.biases`, biases, { min: nOut, max: nOut }),
  };
}
