import { mountCollapse } from './collapse.js';
import { mountCurves } from './curves.js';

export { ACTIVATIONS_PREDICTIONS as predictions } from './predictions.js';

/** @type {import('../place.js').Section['widgets']} */
export const widgets = {
  'activations-curves': mountCurves,
  'activations-collapse': mountCollapse,
};
