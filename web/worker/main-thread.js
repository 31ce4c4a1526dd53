import { loadEngine } from '../engine/load.js';
import { createDispatcher } from './dispatcher.js';

/**
 * The worker's dispatcher for a page where no worker can start. Imported only there, so that other
 * pages do not load the engine twice.
 */
export function createMainThreadDispatcher() {
  return createDispatcher(loadEngine);
}
