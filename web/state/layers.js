/**
 * Changes of a network's architecture, as patches of the configuration.
 *
 * @module
 */

import { FEATURES, namesOf } from './choices.js';

/** @import { ActivationName, Config, FeatureName } from './types.js' */
/** @typedef {Pick<Config, 'layers' | 'activation'>} Architecture */

/** Neurons of a layer added where there was none. */
export const NEW_LAYER_NEURONS = 8;

/**
 * @param {Architecture} config
 * @returns {ActivationName[]} one a hidden layer
 */
export function activationsOf({ layers, activation }) {
  return Array.isArray(activation) ? activation : layers.map(() => activation);
}

/**
 * @param {Architecture} config
 * @param {number} layer before which, counted from 1
 * @returns {Architecture} with one more, as the one before it, or else as the one after it
 */
export function withLayer(config, layer) {
  const { layers, activation } = config;
  const like = Math.max(0, layer - 2);
  const size = layers[like] ?? NEW_LAYER_NEURONS;
  const names = activationsOf(config);
  return {
    layers: inserted(layers, layer, size),
    activation: Array.isArray(activation) ? inserted(names, layer, names[like]) : activation,
  };
}

/**
 * @param {Architecture} config
 * @param {number} layer counted from 1
 * @returns {Architecture}
 */
export function withoutLayer(config, layer) {
  const { layers, activation } = config;
  const names = without(activationsOf(config), layer);
  return {
    layers: without(layers, layer),
    activation: Array.isArray(activation) && names.length > 0 ? names : activation,
  };
}

/**
 * @param {Pick<Config, 'features'>} config
 * @param {string} name of an input
 * @returns {FeatureName[]} with it, or without
 */
export function toggled({ features }, name) {
  return namesOf(FEATURES).filter((one) => features.includes(one) !== (one === name));
}

/**
 * @template T
 * @param {T[]} list
 * @param {number} place counted from 1
 * @param {T} item
 */
const inserted = (list, place, item) => [
  ...list.slice(0, place - 1),
  item,
  ...list.slice(place - 1),
];

/**
 * @template T
 * @param {T[]} list
 * @param {number} place counted from 1
 */
const without = (list, place) => list.filter((_, index) => index !== place - 1);
