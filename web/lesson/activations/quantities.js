/** @type {import('../quantities.js').Quantity[]} */
export const ACTIVATIONS_QUANTITIES = [];
