/**
 * The worker's script: the dispatcher, between the page's messages. The first of them that is no
 * request brings the compiled engine.
 *
 * @module
 */

import { instantiateEngine } from '../engine/instantiate.js';
import { createDispatcher } from './dispatcher.js';

/** @type {(module: WebAssembly.Module) => void} */
let receiveModule;
/** @type {Promise<WebAssembly.Module>} */
const received = new Promise((resolve) => (receiveModule = resolve));
const dispatcher = createDispatcher(async () => instantiateEngine(await received));

self.addEventListener('message', async ({ data }) => {
  if ('module' in data) {
    receiveModule(data.module);
    return;
  }
  const { reply, transfer } = await dispatcher.handle(data);
  self.postMessage(reply, { transfer });
});
