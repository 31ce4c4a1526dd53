/** @type {import('../quantities.js').Quantity[]} */
export const SUMMARY_QUANTITIES = [];
