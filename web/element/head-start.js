import { createClient } from '../worker/client.js';

/** @typedef {import('../worker/client.js').Client} Client */

/** By the lab that is to take it. @type {WeakMap<Element, Client>} */
const clients = new WeakMap();

/**
 * Fetches worker and engine for a lab before there is any other need of them, even before it is
 * defined: the sooner, the more of it goes on while the page builds what is seen.
 *
 * @param {Element} host of the lab
 * @param {import('../state/types.js').Config} [config] that it will most likely begin with
 */
export function giveHeadStart(host, config) {
  const client = createClient();
  clients.set(host, client);
  client.open();
  if (config) client.expect(config);
}

/** @param {Element} host */
export function hasHeadStart(host) {
  return clients.has(host);
}

/**
 * @param {Element} host
 * @returns {Client} the one that is waiting for this lab, or another
 */
export function takeClient(host) {
  const client = clients.get(host) ?? createClient();
  clients.delete(host);
  return client;
}

/** @param {Element} host whose client, if it is still waiting, nobody will take */
export function endHeadStart(host) {
  clients.get(host)?.dispose();
  clients.delete(host);
}
