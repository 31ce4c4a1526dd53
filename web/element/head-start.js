import { createClient } from '../worker/client.js';

/**
 * The client of a lab whose page says `loading="eager"`: its worker and its engine are fetched while
 * the lab builds what is seen. Any other lab has none before it starts.
 */
export class HeadStart {
  /** @type {import('../worker/client.js').Client | null} */
  #client = null;

  /** @param {Element} host of the lab */
  constructor(host) {
    if (!host.isConnected || host.getAttribute('loading') !== 'eager') return;
    this.#client = createClient();
    this.#client.open();
  }

  /** Whether a client is waiting to be taken. */
  get isReady() {
    return this.#client !== null;
  }

  /** @returns {import('../worker/client.js').Client} the one that is waiting, or another */
  takeClient() {
    const client = this.#client ?? createClient();
    this.#client = null;
    return client;
  }

  /** Ends the client that nobody has taken. */
  end() {
    this.#client?.dispose();
    this.#client = null;
  }
}
