import { KIND_DASHES } from './kinds.js';

/** @typedef {import('../../state/types.js').OptimizerName} OptimizerName */
/** @typedef {Record<OptimizerName, number>} Rates */

/**
 * @typedef {object} Method one of the four, and how it looks in every picture
 * @property {OptimizerName} id
 * @property {string} label
 * @property {import('./kinds.js').Kind} kind
 */

/** @type {readonly Method[]} */
export const METHODS = [
  { id: 'sgd', label: 'SGD', kind: 0 },
  { id: 'momentum', label: 'Momentum', kind: 1 },
  { id: 'rmsprop', label: 'RMSProp', kind: 2 },
  { id: 'adam', label: 'Adam', kind: 3 },
];

/** All of their settings but the learning rate: PyTorch's defaults, and 0.9 for momentum. */
export const SETTINGS = Object.freeze({
  momentum: 0.9,
  decay: 0.99,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
});

/**
 * How a method's curve looks in a chart.
 *
 * @param {Method} method
 * @returns {Pick<import('../../views/charts/series-chart.js').Series, 'label' | 'color' | 'dashed'>}
 */
export function seriesStyle({ label, kind }) {
  return { label, color: kind, dashed: [...KIND_DASHES[kind]] };
}
