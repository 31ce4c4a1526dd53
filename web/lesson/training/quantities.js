/** @type {import('../quantities.js').Quantity[]} */
export const TRAINING_QUANTITIES = [];
