/**
 * The quantities that a reader can see three ways: as the notebook's NumPy, as a formula, and as the
 * function of the engine that computes it. Each section lists those that
 * it introduces.
 *
 * @module
 */
import { ACTIVATIONS_QUANTITIES } from './activations/quantities.js';
import { ARCHITECTURES_QUANTITIES } from './architectures/quantities.js';
import { BACKPROPAGATION_QUANTITIES } from './backpropagation/quantities.js';
import { BOUNDARIES_QUANTITIES } from './boundaries/quantities.js';
import { LAYER_QUANTITIES } from './layer/quantities.js';
import { NETWORK_QUANTITIES } from './network/quantities.js';
import { NEURON_QUANTITIES } from './neuron/quantities.js';
import { OPTIMISERS_QUANTITIES } from './optimisers/quantities.js';
import { TRAINING_QUANTITIES } from './training/quantities.js';

/**
 * @typedef {object} Quantity
 * @property {string} id as in `data-quantity`
 * @property {string} title
 * @property {string} note what it is, and its shape in words, in a sentence
 * @property {string} numpy the line or the lines that compute it
 * @property {string} tex the formula
 * @property {{ file: string, starts: string }} cpp where the engine computes it: the file from the
 *   project's root, and how the function's first line starts
 *
 * @typedef {object} RenderedQuantity
 * @property {string} id
 * @property {string} title
 * @property {string} note
 * @property {string} numpy
 * @property {import('../views/math.js').MathTree} formula
 * @property {{ file: string, source: string }} cpp
 */

/** @type {Quantity[]} */
export default [
  ...NEURON_QUANTITIES,
  ...ACTIVATIONS_QUANTITIES,
  ...LAYER_QUANTITIES,
  ...NETWORK_QUANTITIES,
  ...TRAINING_QUANTITIES,
  ...BOUNDARIES_QUANTITIES,
  ...ARCHITECTURES_QUANTITIES,
  ...BACKPROPAGATION_QUANTITIES,
  ...OPTIMISERS_QUANTITIES,
];
