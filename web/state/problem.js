/**
 * What is to be learned, as one value. How many inputs and outputs a network has, what its last layer
 * does and which loss is made smaller follow from it, and only here.
 *
 * @module
 */

import { FEATURES, datasetOf, namesOf, rowOf } from './choices.js';

/** @import { ActivationName, Config, FeatureName, LossName } from './types.js' */

/**
 * @typedef {object} Problem
 * @property {'classification'} kind
 * @property {2} classes
 * @property {readonly FeatureName[]} features what a network is given of each point
 * @property {'none'} scale how these are scaled before
 *
 * What a problem asks of any network.
 * @typedef {object} Ends
 * @property {number} inputs
 * @property {number} outputs
 * @property {ActivationName} outputActivation
 * @property {LossName} loss
 */

/**
 * @param {Pick<Config, 'dataset'>} config
 * @returns {Problem}
 */
export function problemOf({ dataset }) {
  const { kind, classes } = datasetOf(dataset);
  return { kind, classes, features: namesOf(FEATURES), scale: 'none' };
}

/**
 * Two classes take one output: the probability of class 1.
 *
 * @param {Problem} problem
 * @returns {Ends}
 */
export function endsOf({ features }) {
  return {
    inputs: features.length,
    outputs: 1,
    outputActivation: 'sigmoid',
    loss: 'binary_cross_entropy',
  };
}

/**
 * @param {Problem} problem
 * @returns {number[]} what a point can be labelled with
 */
export function labelsOf({ classes }) {
  return Array.from({ length: classes }, (_, label) => label);
}

/**
 * @template {number[] | Float64Array} Row
 * @param {Problem} problem
 * @param {Row} x1 of points
 * @param {Row} x2
 * @returns {Row[]} what a network is given of them, (inputs, n_points)
 */
export function inputsOf({ features }, x1, x2) {
  return features.map((name) => {
    const { of } = rowOf(FEATURES, 'feature', name);
    return /** @type {Row} */ (x1.map((value, i) => of(value, x2[i])));
  });
}
