import { mountCheck } from './check.js';
import { mountPass } from './pass.js';

export { BACKPROPAGATION_PREDICTIONS as predictions } from './predictions.js';

/** @type {import('../place.js').Section['widgets']} */
export const widgets = {
  'backpropagation-pass': mountPass,
  'backpropagation-check': mountCheck,
};
