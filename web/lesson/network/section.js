import { mountNetwork } from './network.js';

export { NETWORK_PREDICTIONS as predictions } from './predictions.js';

/** @type {import('../place.js').Section['widgets']} */
export const widgets = { network: mountNetwork };
