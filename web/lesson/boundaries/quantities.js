/** @type {import('../quantities.js').Quantity[]} */
export const BOUNDARIES_QUANTITIES = [];
