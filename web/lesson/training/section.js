/** @type {import('../sections.js').Section['widgets']} */
export const widgets = {};

/** @type {import('../sections.js').Section['predictions']} */
export const predictions = {};
