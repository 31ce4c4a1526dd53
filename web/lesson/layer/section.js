import { mountLayer } from './layer.js';

export { LAYER_PREDICTIONS as predictions } from './predictions.js';

/** @type {import('../sections.js').Section['widgets']} */
export const widgets = { layer: mountLayer };
