import { rebuildError, spareOf } from './protocol.js';

/** @import { Dispatcher } from './dispatcher.js' */
/** @import { Call, Reply, Request } from './protocol.js' */

/**
 * @typedef {object} Means to come to one
 * @property {() => Promise<Worker>} startWorker
 * @property {() => Promise<WebAssembly.Module>} compileEngine for the worker
 * @property {() => Promise<Dispatcher>} loadDispatcher for this thread, where no worker can start
 *
 * @typedef {object} Connection
 * @property {(request: Request) => void} send throws when the request cannot be cloned
 * @property {() => void} close nothing is received after it
 *
 * @typedef {object} Listener
 * @property {(reply: Reply) => void} onReply
 * @property {(error: Error, started: boolean) => void} onBroken the connection is of no use any
 *   more; `started` tells whether it ever was
 *
 * @typedef {object} Waiting a call that has no reply yet
 * @property {Request} request
 * @property {(value: unknown) => void} resolve
 * @property {(error: unknown) => void} reject
 */

/**
 * A worker, or the page's own thread where none can start; and what has been asked of it. Nothing is
 * started before open() or the first call.
 *
 * Calls are answered in their order. A call is rejected with the engine's error; with an AbortError
 * once its run has ended; and when the worker breaks down, after which the next call starts another,
 * which knows no runs yet.
 */
export class Thread {
  #means;
  /** @type {Promise<Connection> | null} */
  #connection = null;
  /** The same, once something waits for it no more. @type {Connection | null} */
  #connected = null;
  /** @type {'worker' | 'main'} */
  #mode = 'worker';
  #lastId = 0;
  /** @type {Map<number, Waiting>} by id, in the order of the calls */
  #waiting = new Map();
  /** Of those that are on it. @type {Set<number>} */
  runs = new Set();

  /** @param {Means} means */
  constructor(means) {
    this.#means = means;
  }

  /** Where the training runs. */
  get mode() {
    return this.#mode;
  }

  open() {
    this.#connection ??= this.#connect();
  }

  /**
   * @param {Call} call
   * @returns {Promise<unknown>}
   */
  ask(call) {
    return new Promise((resolve, reject) => {
      const request = { ...call, id: ++this.#lastId };
      this.#waiting.set(request.id, { request, resolve, reject });
      this.#send(request);
    });
  }

  /**
   * Gives a run's memory back.
   *
   * @param {number} run
   * @param {unknown} reason why what it waits for will not come
   */
  end(run, reason) {
    this.runs.delete(run);
    this.#rejectAll(reason, (request) => request.run === run);
    if (this.#connection) this.ask({ run, call: 'dispose', args: [] }).catch(() => {});
  }

  close() {
    this.#connection?.then((connection) => connection.close());
    this.#connection = this.#connected = null;
    this.#waiting.clear();
  }

  /**
   * At once, where it can: the worker computes while whoever asks goes on.
   *
   * @param {Request} request
   */
  async #send(request) {
    try {
      const connection = (this.#connection ??= this.#connect());
      const connected = this.#connected ?? (await connection);
      // It may have broken meanwhile.
      if (connection === this.#connection) this.#connected = connected;
      connected.send(request);
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
        return await connectToWorker(this.#means, listener);
      } catch {
        this.#mode = 'main';
      }
    }
    return connectToMainThread(this.#means, listener);
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
    this.#connection = this.#connected = null;
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

  /**
   * @param {unknown} reason
   * @param {(request: Request) => boolean} [concerns]
   */
  #rejectAll(reason, concerns = () => true) {
    const all = [...this.#waiting.values()].filter(({ request }) => concerns(request));
    for (const { request, reject } of all) {
      this.#waiting.delete(request.id);
      reject(reason);
    }
  }
}

/**
 * Worker and engine are fetched at the same time; the engine is sent on when it is compiled.
 *
 * @param {Means} means
 * @param {Listener} listener
 * @returns {Promise<Connection>}
 * @throws {Error} where no worker can start
 */
async function connectToWorker({ startWorker, compileEngine }, { onReply, onBroken }) {
  const starting = startWorker();
  const compiling = compileEngine();
  // Told below; and where no worker can start, to whoever does without one.
  compiling.catch(() => {});
  const worker = await starting;
  const listening = new AbortController();
  const { signal } = listening;
  let started = false;

  const close = () => {
    listening.abort();
    worker.terminate();
  };
  const breakDown = (/** @type {string} */ why) => {
    close();
    const cause = { failure: 'workerStopped', why };
    onBroken(new Error(`The worker stopped${why && `: ${why}`}`, { cause }), started);
  };
  const receive = (/** @type {MessageEvent<Reply>} */ { data }) => {
    started = true;
    onReply(data);
  };

  compiling.then(
    (module) => signal.aborted || worker.postMessage({ module }),
    (error) => {
      if (signal.aborted) return;
      close();
      // Not the worker's fault, and no reason to do without one next time.
      onBroken(error, true);
    },
  );
  worker.addEventListener('message', receive, { signal });
  worker.addEventListener('error', ({ message }) => breakDown(message ?? ''), { signal });
  worker.addEventListener('messageerror', () => breakDown('unreadable reply'), { signal });
  return { send: (request) => worker.postMessage(request, spareOf(request)), close };
}

/**
 * @param {Means} means
 * @param {Listener} listener
 * @returns {Connection}
 */
function connectToMainThread({ loadDispatcher }, { onReply, onBroken }) {
  const loading = loadDispatcher();
  let open = true;
  const broken = (/** @type {Error} */ error) => {
    if (open) onBroken(error, false);
    open = false;
  };
  const answer = async (/** @type {Dispatcher} */ dispatcher, /** @type {Request} */ request) => {
    const { reply } = await dispatcher.handle(request);
    if (open) onReply(reply);
  };

  return {
    send: (request) => void loading.then((dispatcher) => answer(dispatcher, request), broken),
    // Whose runs have ended all the same.
    close() {
      open = false;
    },
  };
}
