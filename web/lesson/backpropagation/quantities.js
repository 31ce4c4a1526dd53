/** @type {import('../quantities.js').Quantity[]} */
export const BACKPROPAGATION_QUANTITIES = [];
