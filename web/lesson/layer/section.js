import { mountLayer } from './layer.js';

export { LAYER_PREDICTIONS as predictions } from './predictions.js';

/** @type {import('../place.js').Section['widgets']} */
export const widgets = { layer: mountLayer };
