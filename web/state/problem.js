/**
 * What is to be learned, as one value. How many inputs and outputs a network has, what its last layer
 * does and which loss is made smaller follow from it, and only here.
 *
 * @module
 */

import { datasetOf, hasOwnPoints } from './choices.js';

/** @import { Config, Description, FeatureName, LossName, OutputActivationName, ProblemName, ScaleName } from './types.js' */

/**
 * @typedef {object} Problem
 * @property {ProblemName} kind
 * @property {number} classes none where values are learned
 * @property {readonly FeatureName[]} features what a network is given of each point
 * @property {ScaleName} scale how points are scaled before
 *
 * What a problem asks of any network.
 * @typedef {object} Ends
 * @property {number} inputs
 * @property {number} outputs
 * @property {OutputActivationName} outputActivation
 *
 * The settings that a problem follows from.
 * @typedef {Pick<Config, 'problem' | 'dataset' | 'classes' | 'data' | 'features' | 'scale'>} ProblemConfig
 */

/**
 * @param {ProblemConfig} config
 * @returns {Problem}
 */
export function problemOf(config) {
  const { problem: kind, features, scale } = config;
  return { kind, classes: kind === 'regression' ? 0 : classCount(config), features, scale };
}

/**
 * @param {Pick<Config, 'dataset' | 'data' | 'classes'>} config of classification
 * @returns {number} those of own points by their highest number: all of them, training and test
 */
export function classCount(config) {
  if (!hasOwnPoints(config)) return datasetOf(config.dataset).classes ? config.classes : 2;
  return config.data.reduce((count, [, , label]) => Math.max(count, label + 1), 2);
}

/**
 * @param {Pick<Config, 'problem' | 'dataset'>} config
 * @returns {boolean} whether it is known what its points are drawn from, and so which classifier nobody
 *   can beat
 */
export const hasBest = (config) => config.problem === 'classification' && !hasOwnPoints(config);

/**
 * @param {Pick<Config, 'dataset' | 'classes' | 'samples' | 'noise' | 'seed'>} config of generated points
 * @returns {string} of all that they follow from
 */
export const generatorKey = ({ dataset, classes, samples, noise, seed }) =>
  `${[dataset, classes, samples, noise, seed]}`;

/**
 * Two classes take one output: the probability of class 1. More take one each; a value is one.
 *
 * @param {Pick<Problem, 'kind' | 'classes' | 'features'>} problem
 * @returns {Ends}
 */
export function endsOf({ kind, classes, features }) {
  const inputs = features.length;
  if (kind === 'regression') return { inputs, outputs: 1, outputActivation: 'linear' };
  if (classes > 2) return { inputs, outputs: classes, outputActivation: 'softmax' };
  return { inputs, outputs: 1, outputActivation: 'sigmoid' };
}

/**
 * @param {Problem} problem
 * @param {Pick<Config, 'loss'>} config
 * @returns {LossName} what the engine calls the loss
 */
export function engineLossOf(problem, { loss }) {
  if (loss === 'squared_error') return 'mean_squared_error';
  return endsOf(problem).outputs > 1 ? 'categorical_cross_entropy' : 'binary_cross_entropy';
}

/**
 * @param {{ classes: number }} problem
 * @returns {number[]} what a point can be labelled with; nothing where it has a value
 */
export function labelsOf({ classes }) {
  return Array.from({ length: classes }, (_, label) => label);
}

/**
 * Those of an experiment that is shown, while the configuration may be that of the next one already.
 *
 * @param {Pick<Description, 'problem' | 'layerSizes'>} description
 * @returns {number[]} as {@link labelsOf}
 */
export function labelsShown({ problem, layerSizes }) {
  if (problem === 'regression') return [];
  return labelsOf({ classes: Math.max(2, layerSizes[layerSizes.length - 1]) });
}
