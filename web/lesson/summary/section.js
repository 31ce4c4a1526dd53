import { mountEpoch } from './epoch.js';

export { SUMMARY_PREDICTIONS as predictions } from './predictions.js';

/** @type {import('../place.js').Section['widgets']} */
export const widgets = { 'summary-epoch': mountEpoch };
