/**
 * The page's side of the worker: calls that are promises.
 *
 * @module
 */

import { sharedModule } from '../engine/compile.js';
import { connectToMainThread, connectToWorker } from './connection.js';
import { loadPart } from './load-part.js';
import { rebuildError } from './protocol.js';
import { startWorker as startWorkerBeside } from './start-worker.js';

/** @import { Config, Frame } from '../state/types.js' */
/** @import { Connection } from './connection.js' */
/** @import { Dispatcher } from './dispatcher.js' */
/** @import { Advance, Beginning, ButterflyRequest, Command, Reply, Request } from './protocol.js' */

/**
 * @typedef {object} ClientOptions
 * @property {AbortSignal} [signal] disposes the client
 * @property {() => Promise<Worker>} [startWorker]
 * @property {() => Promise<WebAssembly.Module>} [compileEngine] for the worker
 * @property {() => Promise<Dispatcher>} [loadDispatcher] for this thread, where no worker can start
 */

/**
 * @typedef {object} Waiting a request that has no reply yet
 * @property {Request} request
 * @property {(value: any) => void} resolve
 * @property {(error: unknown) => void} reject
 */

/**
 * A worker of one's own. Nothing is started before open() or the first call.
 *
 * @param {ClientOptions} [options]
 */
export function createClient(options) {
  return new Client(options);
}

async function loadMainThreadDispatcher() {
  const { createMainThreadDispatcher } = await loadPart(() => import('./main-thread.js'));
  return createMainThreadDispatcher();
}

/**
 * Calls are answered in their order. A call is rejected with the engine's error; with an AbortError
 * once the client is disposed; and when the worker breaks down, after which create() starts another.
 */
export class Client {
  #startWorker;
  #compileEngine;
  #loadDispatcher;
  #signal;
  /** @type {Promise<Connection> | null} */
  #connection = null;
  /** @type {'worker' | 'main'} */
  #mode = 'worker';
  #lastId = 0;
  /** @type {{ text: string, beginning: Promise<Beginning> } | null} */
  #expected = null;
  /** @type {Map<number, Waiting>} by id, in the order of the calls */
  #waiting = new Map();
  /** @type {DOMException | null} why nothing can be asked any more */
  #ended = null;

  /** @param {ClientOptions} [options] */
  constructor({
    signal,
    startWorker = startWorkerBeside,
    compileEngine = sharedModule,
    loadDispatcher = loadMainThreadDispatcher,
  } = {}) {
    this.#startWorker = startWorker;
    this.#compileEngine = compileEngine;
    this.#loadDispatcher = loadDispatcher;
    this.#signal = signal;
    if (signal?.aborted) this.dispose();
    else signal?.addEventListener('abort', this.#onAbort);
  }

  /**
   * Where the training runs. On the main thread every call holds the page up: ask for little at a
   * time (`budgetMs` of 8 or less).
   */
  get mode() {
    return this.#mode;
  }

  /** Starts the worker and fetches the engine, ahead of the first call. */
  open() {
    if (!this.#ended) this.#connection ??= this.#connect();
  }

  /**
   * Makes the experiment that is likely to be wanted first, ahead of {@link create}.
   *
   * @param {Config} config
   */
  expect(config) {
    const beginning = this.#ask({ type: 'create', config });
    beginning.catch(() => {}); // Told to whoever wants it.
    this.#expected = { text: JSON.stringify(config), beginning };
  }

  /**
   * @param {Config} config
   * @param {import('./protocol.js').Bounds} [bounds] to show instead of those that suit the points
   * @returns {Promise<Beginning>}
   */
  create(config, bounds) {
    const expected = this.#expected;
    this.#expected = null;
    if (!bounds && expected?.text === JSON.stringify(config)) return expected.beginning;
    return this.#ask({ type: 'create', config, bounds });
  }

  /**
   * @param {Advance} how
   * @returns {Promise<Frame>}
   */
  advance(how) {
    return this.#ask({ type: 'advance', ...how });
  }

  /**
   * @returns {Promise<Frame>}
   */
  frame() {
    return this.#ask({ type: 'frame' });
  }

  /**
   * @returns {Promise<Frame>}
   */
  reset() {
    return this.#ask({ type: 'reset' });
  }

  /**
   * @param {[number, number][]} points
   * @returns {Promise<number[]>} probabilities of class 1
   */
  predict(points) {
    return this.#ask({ type: 'predict', points });
  }

  /**
   * @returns {Promise<import('../state/model.js').Model>} plain JSON
   */
  exportModel() {
    return this.#ask({ type: 'exportModel' });
  }

  /**
   * @param {unknown} model
   * @returns {Promise<Beginning>}
   */
  importModel(model) {
    return this.#ask({ type: 'importModel', model });
  }

  /**
   * @param {number} epsilon of the central difference, > 0
   * @returns {Promise<import('../engine/diagnostics.js').GradientCheck>} for the current weights and
   *   training points
   */
  gradientCheck(epsilon) {
    return this.#ask({ type: 'gradientCheck', epsilon });
  }

  /**
   * @returns {Promise<import('../engine/generated/moonlab.js').LayerActivity[]>} layer by layer,
   *   what the neurons do on the training points
   */
  activities() {
    return this.#ask({ type: 'activities' });
  }

  /**
   * @param {ButterflyRequest} request
   * @returns {Promise<import('../engine/diagnostics.js').Butterfly>}
   */
  butterfly(request) {
    return this.#ask({ type: 'butterfly', ...request });
  }

  /** Ends the worker; what is still waiting is rejected, and so is every later call. */
  dispose() {
    this.#ended ??= new DOMException('The experiment was disposed of', 'AbortError');
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#connection?.then((connection) => connection.close());
    this.#connection = null;
    this.#rejectAll(this.#ended);
  }

  #onAbort = () => this.dispose();

  /**
   * @param {Command} command
   * @returns {Promise<any>}
   */
  #ask(command) {
    if (this.#ended) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      const request = { ...command, id: ++this.#lastId };
      this.#waiting.set(request.id, { request, resolve, reject });
      this.#send(request);
    });
  }

  /** @param {Request} request */
  async #send(request) {
    try {
      this.#connection ??= this.#connect();
      (await this.#connection).send(request);
    } catch (error) {
      // It cannot be cloned, such as a model that holds a function.
      this.#take(request.id)?.reject(error);
    }
  }

  /** @returns {Promise<Connection>} */
  async #connect() {
    const listener = {
      onReply: (/** @type {Reply} */ reply) => this.#receive(reply),
      onBroken: (/** @type {Error} */ error, /** @type {boolean} */ started) =>
        this.#onBroken(error, started),
    };
    if (this.#mode === 'worker') {
      try {
        return await connectToWorker(this.#startWorker, this.#compileEngine, listener);
      } catch {
        this.#mode = 'main';
      }
    }
    return connectToMainThread(this.#loadDispatcher, listener);
  }

  /** @param {Reply} reply */
  #receive(reply) {
    const waiting = this.#take(reply.id);
    if (reply.ok) waiting?.resolve(reply.value);
    else waiting?.reject(rebuildError(reply.error));
  }

  /**
   * @param {Error} error
   * @param {boolean} started
   */
  #onBroken(error, started) {
    this.#connection = null;
    if (this.#mode === 'worker' && !started) {
      this.#mode = 'main';
      for (const { request } of this.#waiting.values()) this.#send(request);
    } else {
      // Whatever has kept both from starting: once it is gone, a worker is to be had again.
      this.#mode = 'worker';
      this.#rejectAll(error);
    }
  }

  /** @param {number} id */
  #take(id) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  /** @param {unknown} reason */
  #rejectAll(reason) {
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of all) reject(reason);
  }
}
