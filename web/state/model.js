/**
 * A network as people and files write it: its layers by themselves, each with a row of weights for
 * every neuron, and with names around them as plain JSON. What is made of a frame and what the engine
 * exports are the same.
 *
 * Anybody may have written one: model-check.js reads it field by field and says what is wrong, for the
 * page, which fetches it when the first one comes, and for scripts that have the engine by itself.
 *
 * @module
 */

import { flatten, toRows, vector } from './matrix.js';
import { columnsIn, mapColumns, toJson } from './metrics.js';
import { parameterCount, shapesOf, splitLayers } from './parameters.js';
import { endsOf, problemOf } from './problem.js';

/** @import { Config, FeatureName, Metrics, ProblemName, Scaler } from './types.js' */
/** @import { ProblemConfig } from './problem.js' */

export const MODEL_FORMAT = 'moonlab-model';
/** The first had nothing of the problem: two classes, x1 and x2 as they are. */
export const MODEL_VERSION = 2;

/**
 * A layer's numbers: parameters, or what belongs to them (a gradient).
 * @typedef {object} LayerValues
 * @property {import('./matrix.js').Matrix} weights (n_out, n_in)
 * @property {ArrayLike<number>} biases n_out
 *
 * A network without its numbers.
 * @typedef {object} Architecture
 * @property {ProblemName} problem
 * @property {readonly FeatureName[]} features what its inputs are
 * @property {Scaler | null} [scaler] what points are scaled by before
 * @property {readonly string[]} [classNames]
 * @property {readonly number[]} layerSizes
 * @property {readonly string[]} activations
 *
 * A trained network as plain JSON.
 * @typedef {object} Model
 * @property {typeof MODEL_FORMAT} format
 * @property {number} version
 * @property {ProblemName} problem
 * @property {string[]} classNames by number; none are 0, 1
 * @property {FeatureName[]} features what its inputs are
 * @property {Scaler | null} scaler what points are scaled by before features are taken; null: by nothing
 * @property {number[]} layerSizes inputs, hidden neurons…, outputs
 * @property {string[]} activations one a layer
 * @property {{ weights: number[][], biases: number[] }[]} layers weights are (n_out, n_in)
 * @property {Metrics} metrics of these weights
 *
 * One to begin with, read: how good it is, is computed anew.
 * @typedef {Omit<Model, 'metrics'>} StartingModel
 */

/**
 * @param {ProblemConfig & Pick<Config, 'layers' | 'activation'>} config
 * @returns the network that is asked for
 */
export function networkOf({ layers, activation, ...config }) {
  const problem = problemOf(config);
  const { inputs, outputs, outputActivation } = endsOf(problem);
  const hidden = typeof activation === 'string' ? layers.map(() => activation) : activation;
  return {
    problem: problem.kind,
    features: problem.features,
    layerSizes: [inputs, ...layers, outputs],
    activations: [...hidden, outputActivation],
  };
}

/**
 * @param {Architecture} network
 * @param {Float64Array} parameters as in a frame
 * @returns {StartingModel}
 */
export function startingModel(network, parameters) {
  const { problem, features, scaler = null, classNames = [], layerSizes, activations } = network;
  return {
    format: MODEL_FORMAT,
    version: MODEL_VERSION,
    problem,
    classNames: [...classNames],
    features: [...features],
    scaler: structuredClone(scaler),
    layerSizes: [...layerSizes],
    activations: [...activations],
    layers: splitRows(parameters, layerSizes).map(({ weights, biases }) => ({
      weights: weights.map((row) => [...row]),
      biases: [...biases],
    })),
  };
}

/**
 * @param {Architecture} network
 * @param {Float64Array} parameters as in a frame
 * @param {Metrics} metrics of these parameters
 * @returns {Model}
 */
export function modelOf(network, parameters, metrics) {
  return { ...startingModel(network, parameters), metrics: plainMetrics(metrics) };
}

/**
 * @param {Metrics} metrics
 * @returns {Metrics} as JSON can hold them
 */
export function plainMetrics(metrics) {
  return mapColumns((name) => toJson(metrics[name] ?? NaN), columnsIn(metrics));
}

/**
 * @param {Float64Array} flat in the order of parameters.js
 * @param {readonly number[]} layerSizes
 * @returns {{ weights: Float64Array[], biases: Float64Array }[]} views of the same memory
 */
export function splitRows(flat, layerSizes) {
  return splitLayers(flat, layerSizes).map(({ outputs, weights, biases }) => ({
    weights: toRows(weights, outputs),
    biases,
  }));
}

/**
 * The inverse of splitRows.
 *
 * @param {LayerValues[]} layers
 * @param {readonly number[]} layerSizes
 * @returns {Float64Array}
 * @throws {TypeError} when the layers do not have these sizes, or hold something other than numbers
 */
export function joinLayers(layers, layerSizes) {
  const shapes = shapesOf(layerSizes);
  if (layers.length !== shapes.length) {
    throw new TypeError(`layers: ${layers.length}; allowed: ${shapes.length}, one a layer`);
  }
  // Nothing is allocated for sizes that are only claimed.
  const values = shapes.map(({ inputs, outputs }, i) => {
    const [weights, biases] = [`layer ${i + 1} weights`, `layer ${i + 1} biases`];
    return {
      weights: sized(flatten(layers[i]?.weights, weights), inputs * outputs, weights),
      biases: sized(vector(layers[i]?.biases, biases), outputs, biases),
    };
  });
  const flat = new Float64Array(parameterCount(layerSizes));
  splitLayers(flat, layerSizes).forEach(({ weights, biases }, i) => {
    weights.set(values[i].weights);
    biases.set(values[i].biases);
  });
  return flat;
}

/**
 * @param {Float64Array} values
 * @param {number} length
 * @param {string} name
 */
function sized(values, length, name) {
  if (values.length === length) return values;
  throw new TypeError(`${name}: ${values.length} numbers; allowed: ${length}`);
}
