import { mountRace } from './race-widget.js';
import { mountSeeds } from './seeds-widget.js';
import { mountStart } from './start-widget.js';

export { ARCHITECTURES_PREDICTIONS as predictions } from './predictions.js';

/** @type {import('../place.js').Section['widgets']} */
export const widgets = {
  'architectures-race': mountRace,
  'architectures-start': mountStart,
  'architectures-seeds': mountSeeds,
};
