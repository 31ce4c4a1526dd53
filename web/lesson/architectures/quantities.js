/** @type {import('../quantities.js').Quantity[]} */
export const ARCHITECTURES_QUANTITIES = [];
