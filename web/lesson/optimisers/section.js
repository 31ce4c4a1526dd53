import { mountNetworkRace } from './network-race.js';
import { mountOneUpdate } from './one-update.js';
import { mountValleyRace } from './valley-race.js';

export { OPTIMISERS_PREDICTIONS as predictions } from './predictions.js';

/** @type {import('../place.js').Section['widgets']} */
export const widgets = {
  'optimisers-valley': mountValleyRace,
  'optimisers-update': mountOneUpdate,
  'optimisers-network': mountNetworkRace,
};
