/** @type {import('../quantities.js').Quantity[]} */
export const OPTIMISERS_QUANTITIES = [];
