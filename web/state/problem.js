/**
 * What is to be learned, as one value. How many inputs and outputs a network has, what its last layer
 * does and which loss is made smaller follow from it, and only here.
 *
 * @module
 */

import { datasetOf } from './choices.js';

/** @import { ActivationName, Config, FeatureName, ScaleName } from './types.js' */

/**
 * @typedef {object} Problem
 * @property {'classification'} kind
 * @property {2} classes
 * @property {readonly FeatureName[]} features what a network is given of each point
 * @property {ScaleName} scale how points are scaled before
 *
 * What a problem asks of any network.
 * @typedef {object} Ends
 * @property {number} inputs
 * @property {number} outputs
 * @property {ActivationName} outputActivation
 *
 * The settings that a problem follows from.
 * @typedef {Pick<Config, 'dataset' | 'features' | 'scale'>} ProblemConfig
 */

/**
 * @param {ProblemConfig} config
 * @returns {Problem}
 */
export function problemOf({ dataset, features, scale }) {
  const { kind, classes } = datasetOf(dataset);
  return { kind, classes, features, scale };
}

/**
 * Two classes take one output: the probability of class 1.
 *
 * @param {Problem} problem
 * @returns {Ends}
 */
export function endsOf({ features }) {
  return { inputs: features.length, outputs: 1, outputActivation: 'sigmoid' };
}

/**
 * @param {{ classes: number }} problem
 * @returns {number[]} what a point can be labelled with
 */
export function labelsOf({ classes }) {
  return Array.from({ length: classes }, (_, label) => label);
}
