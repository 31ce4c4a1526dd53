/**
 * Reads a model: one that comes with a record, or by itself.
 *
 * @module
 */

import { ACTIVATIONS, namesOf } from './choices.js';
import { readChoice, readFields, readList, readNumber, readNumbers, refuse } from './fields.js';
import { COLUMNS, mapColumns } from './metrics.js';
import { MODEL_FORMAT, MODEL_VERSION } from './model.js';
import { endsOf } from './problem.js';
import { entryOfKey } from './schema.js';

/** @import { Metrics, NumberEntry } from './types.js' */
/** @import { Model, StartingModel } from './model.js' */
/** @import { Ends, Problem } from './problem.js' */

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
 * @param {Problem} problem that its network is for
 * @returns {Model} a copy
 * @throws {TypeError} that names the field, what came and what is allowed
 */
export function readModel(place, value, problem) {
  const fields = readFields(place, value, [...FIELDS, 'metrics']);
  return {
    ...readNetwork(place, fields, endsOf(problem)),
    metrics: readMetrics(`${place}.metrics`, fields.metrics),
  };
}

/**
 * A model to begin with: it need not say how good it is, which is computed anew.
 *
 * @param {string} place
 * @param {unknown} value
 * @param {Problem} problem that its network is for
 * @returns {StartingModel} a copy
 * @throws {TypeError} that names the field, what came and what is allowed
 */
export function readStartingModel(place, value, problem) {
  return readNetwork(place, readFields(place, value, FIELDS, ['metrics']), endsOf(problem));
}

/**
 * @param {string} place
 * @param {Record<string, unknown>} fields
 * @param {Ends} ends
 * @returns {StartingModel}
 */
function readNetwork(place, fields, ends) {
  readChoice(`${place}.format`, fields.format, [MODEL_FORMAT]);
  readChoice(`${place}.version`, fields.version, [MODEL_VERSION]);
  const layerSizes = readSizes(`${place}.layerSizes`, fields.layerSizes, ends);
  const hidden = { count: layerSizes.length - 2, last: ends.outputActivation };
  return {
    format: MODEL_FORMAT,
    version: MODEL_VERSION,
    layerSizes,
    activations: readActivations(`${place}.activations`, fields.activations, hidden),
    layers: readLayers(`${place}.layers`, fields.layers, layerSizes),
  };
}

/**
 * @param {string} place
 * @param {unknown} value
 * @param {Ends} ends
 * @returns {number[]}
 */
function readSizes(place, value, { inputs, outputs }) {
  const sizes = readNumbers(
    place,
    value,
    { min: 2, max: MOST },
    { min: 1, max: MOST, whole: true },
  );
  if (sizes[0] !== inputs)
    refuse(`${place}[0]`, sizes[0], ({ problem }) => problem.notInputs, inputs);
  const last = sizes.length - 1;
  if (sizes[last] !== outputs) {
    refuse(`${place}[${last}]`, sizes[last], ({ problem }) => problem.notOutputs, outputs);
  }
  return sizes;
}

/**
 * @param {string} place
 * @param {unknown} value
 * @param {{ count: number, last: string }} hidden how many hidden layers; and what the output layer has
 * @returns {string[]}
 */
function readActivations(place, value, { count, last }) {
  const names = readList(place, value, { min: count + 1, max: count + 1 }, 'names');
  return Array.from(names, (name, index) => {
    const allowed = index === count ? [last] : namesOf(ACTIVATIONS);
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
