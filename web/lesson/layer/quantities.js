/** @type {import('../quantities.js').Quantity[]} */
export const LAYER_QUANTITIES = [];
