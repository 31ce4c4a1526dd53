/**
 * Reads a model: one that comes with a record, or by itself.
 *
 * @module
 */

import { ACTIVATIONS, PLAIN_FEATURES, namesOf } from './choices.js';
import { readChoice, readFields, readList, readNumber, readNumbers, refuse } from './fields.js';
import { columnsOf, mapColumns } from './metrics.js';
import { MODEL_FORMAT, MODEL_VERSION } from './model.js';
import { endsOf } from './problem.js';
import { entryOfKey } from './schema.js';

/** @import { Metrics, NumberEntry, ProblemName } from './types.js' */
/** @import { Model, StartingModel } from './model.js' */
/** @import { Ends, Problem } from './problem.js' */

const FIRST_VERSION = 1;
const FIRST_FIELDS = ['format', 'version', 'layerSizes', 'activations', 'layers'];
/** What the first version had no words for. */
const FIRST_PURPOSE = {
  problem: 'classification',
  classNames: [],
  features: [...PLAIN_FEATURES],
  scaler: null,
};
const FIELDS = [...FIRST_FIELDS, 'problem', 'classNames', 'features', 'scaler'];
const MOST = 1e6;
const MOST_CLASSES = 6;

const { max: mostEpochs } = /** @type {NumberEntry} */ (entryOfKey('epochs'));

/** What each number of the metrics can be. */
export const METRIC_RANGES = /** @type {const} */ ({
  epoch: { min: 0, max: mostEpochs, whole: true },
  trainLoss: { min: 0 },
  testLoss: { min: 0 },
  trainAccuracy: { min: 0, max: 1 },
  testAccuracy: { min: 0, max: 1 },
  trainR2: { max: 1, orNull: true },
  testR2: { max: 1, orNull: true },
});

/**
 * @param {string} place
 * @param {unknown} value
 * @param {ProblemName} problem
 * @returns {Metrics}
 * @throws {TypeError}
 */
export function readMetrics(place, value, problem) {
  const columns = columnsOf(problem);
  const fields = readFields(place, value, columns);
  return mapColumns(
    (name) => readNumber(`${place}.${name}`, fields[name], METRIC_RANGES[name]),
    columns,
  );
}

/**
 * @param {string} place
 * @param {unknown} value
 * @param {Problem} problem that its network is for
 * @returns {Model} a copy
 * @throws {TypeError} that names the field, what came and what is allowed
 */
export function readModel(place, value, problem) {
  const fields = readFields(place, value, [...fieldsOf(value), 'metrics']);
  return {
    ...readNetwork(place, fields, problem),
    metrics: readMetrics(`${place}.metrics`, fields.metrics, problem.kind),
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
  return readNetwork(place, readFields(place, value, fieldsOf(value), ['metrics']), problem);
}

/**
 * @param {unknown} value
 * @returns {string[]} what a model of its version has
 */
function fieldsOf(value) {
  const { version } = /** @type {Partial<Model>} */ (Object(value));
  return version === FIRST_VERSION ? FIRST_FIELDS : FIELDS;
}

/**
 * @param {string} place
 * @param {Record<string, unknown>} fields
 * @param {Problem} problem
 * @returns {StartingModel} of the present version
 */
function readNetwork(place, fields, problem) {
  const ends = endsOf(problem);
  readChoice(`${place}.format`, fields.format, [MODEL_FORMAT]);
  readChoice(`${place}.version`, fields.version, [FIRST_VERSION, MODEL_VERSION]);
  const purpose = readPurpose(place, fields, problem);
  const layerSizes = readSizes(`${place}.layerSizes`, fields.layerSizes, ends);
  const hidden = { count: layerSizes.length - 2, last: ends.outputActivation };
  return {
    format: MODEL_FORMAT,
    version: MODEL_VERSION,
    ...purpose,
    layerSizes,
    activations: readActivations(`${place}.activations`, fields.activations, hidden),
    layers: readLayers(`${place}.layers`, fields.layers, layerSizes),
  };
}

/**
 * @param {string} place
 * @param {Record<string, unknown>} fields
 * @param {Problem} wanted
 * @returns {Pick<Model, 'problem' | 'classNames' | 'features' | 'scaler'>}
 */
function readPurpose(place, fields, wanted) {
  const isFirst = fields.version === FIRST_VERSION;
  const { problem, classNames, features, scaler } = isFirst ? FIRST_PURPOSE : fields;
  if (problem !== wanted.kind)
    refuse(`${place}.problem`, problem, (words) => words.problem.notLearned, wanted.kind);
  return {
    problem: wanted.kind,
    classNames: readNames(`${place}.classNames`, classNames),
    features: readFeatures(`${place}.features`, features, wanted.features),
    scaler: readScaler(`${place}.scaler`, scaler, wanted.scale),
  };
}

/**
 * @param {string} place
 * @param {unknown} value
 * @returns {string[]}
 */
function readNames(place, value) {
  const names = readList(place, value, { min: 0, max: MOST_CLASSES }, 'names');
  return Array.from(names, (name, index) => {
    if (typeof name === 'string') return name;
    return refuse(
      `${place}[${index}]`,
      name,
      ({ problem }) => problem.notText,
      ({ allowed }) => allowed.lists.names,
    );
  });
}

/**
 * @param {string} place
 * @param {unknown} value
 * @param {Problem['features']} wanted
 * @returns {Model['features']}
 */
function readFeatures(place, value, wanted) {
  const given = readList(place, value, { min: 1, max: MOST }, 'names');
  const length = Math.max(given.length, wanted.length);
  for (let index = 0; index < length; index += 1) {
    if (index < wanted.length && given[index] === wanted[index]) continue;
    const allowed = wanted.join(', ');
    refuse(`${place}[${index}]`, given[index], ({ problem }) => problem.notFeatures, allowed);
  }
  return [...wanted];
}

/**
 * @param {string} place
 * @param {unknown} value
 * @param {Problem['scale']} scale
 * @returns {Model['scaler']}
 */
function readScaler(place, value, scale) {
  if (scale === 'none') {
    if (value !== null) refuse(place, value, ({ problem }) => problem.notScale, 'null');
    return null;
  }
  const { mean, std } = readFields(place, value, ['mean', 'std']);
  const both = { min: 2, max: 2 };
  return {
    mean: readNumbers(`${place}.mean`, mean, both),
    std: readNumbers(`${place}.std`, std, both, { min: 0 }),
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
