/**
 * The worker's script: the dispatcher, between the page's messages.
 *
 * @module
 */

import { loadEngine } from '../engine/load.js';
import { createDispatcher } from './dispatcher.js';

const dispatcher = createDispatcher(loadEngine);

self.addEventListener('message', async ({ data }) => {
  const { reply, transfer } = await dispatcher.handle(data);
  self.postMessage(reply, { transfer });
});
