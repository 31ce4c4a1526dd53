/** @type {import('../quantities.js').Quantity[]} */
export const NETWORK_QUANTITIES = [];
