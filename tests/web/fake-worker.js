/**
 * A client with what it would start in a page.
 *
 * @module
 */

import { createClient } from '../../web/worker/client.js';
import { createDispatcher } from '../../web/worker/dispatcher.js';
import { Pool } from '../../web/worker/pool.js';
import { FakeEngine } from './fake-engine.js';

/** @import { Dispatcher } from '../../web/worker/dispatcher.js' */

/** A worker without a thread: messages are cloned and transferred, as between threads. */
class FakeWorker extends EventTarget {
  terminated = false;
  /** @type {any[]} */
  requests = [];
  /** @type {unknown[]} */
  modules = [];
  #dispatcher;
  #onRequest;

  /**
   * @param {Dispatcher | null} dispatcher null never answers
   * @param {(worker: FakeWorker, request: any) => void} [onRequest]
   */
  constructor(dispatcher, onRequest = () => {}) {
    super();
    this.#dispatcher = dispatcher;
    this.#onRequest = onRequest;
  }

  /**
   * @param {any} message
   * @param {ArrayBuffer[]} [transfer]
   */
  postMessage(message, transfer = []) {
    const request = structuredClone(message, { transfer });
    if ('module' in request) {
      this.modules.push(request.module);
      return;
    }
    this.requests.push(request);
    this.#onRequest(this, request);
    void this.#answer(request);
  }

  /** @param {any} request */
  async #answer(request) {
    if (!this.#dispatcher) return;
    const { reply, transfer } = await this.#dispatcher.handle(request);
    const data = structuredClone(reply, { transfer });
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }

  /** @param {string} message */
  fail(message) {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }

  terminate() {
    this.terminated = true;
  }
}

/**
 * A client and what it has started, and more clients of the same pool.
 *
 * @param {object} [options]
 * @param {number} [options.most] workers at a time
 * @param {boolean} [options.silent] its workers never answer
 * @param {(worker: FakeWorker, request: any) => void} [options.onRequest] called with each, before its answer
 * @param {AbortSignal} [options.signal]
 * @param {Error} [options.refusal] thrown instead of starting a worker
 * @param {Error} [options.offline] thrown instead of loading the main thread's dispatcher
 * @param {() => Promise<any>} [options.compileEngine]
 */
export function start({ most = 2, silent = false, onRequest, ...more } = {}) {
  const { signal, refusal, offline, compileEngine } = more;
  const engine = new FakeEngine();
  const newDispatcher = () => createDispatcher(async () => engine, { now: engine.now });
  /** @type {FakeWorker[]} */
  const workers = [];
  const started = { engine, workers, dispatchersLoaded: 0 };
  const pool = new Pool({
    most,
    compileEngine: compileEngine ?? (async () => 'the compiled engine'),
    async startWorker() {
      if (refusal) throw refusal;
      workers.push(new FakeWorker(silent ? null : newDispatcher(), onRequest));
      return /** @type {any} */ (workers.at(-1));
    },
    async loadDispatcher() {
      started.dispatchersLoaded += 1;
      if (offline) throw offline;
      return newDispatcher();
    },
  });
  const newClient = (/** @type {Parameters<typeof createClient>[0]} */ options = {}) =>
    createClient({ signal, pool, ...options });
  return Object.assign(started, { client: newClient(), newClient, pool });
}
