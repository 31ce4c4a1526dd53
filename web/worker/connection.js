/**
 * The two ways to a dispatcher: in a worker, and on this thread.
 *
 * @module
 */

/** @import { Dispatcher } from './dispatcher.js' */
/** @import { Reply, Request } from './protocol.js' */

/**
 * @typedef {object} Connection
 * @property {(request: Request) => void} send throws when the request cannot be cloned
 * @property {() => void} close nothing is received after it
 *
 * @typedef {object} Listener
 * @property {(reply: Reply) => void} onReply
 * @property {(error: Error, started: boolean) => void} onBroken the connection is of no use any
 *   more; `started` tells whether it ever was
 */

/**
 * Worker and engine are fetched at the same time; the engine is sent on when it is compiled.
 *
 * @param {() => Promise<Worker>} startWorker
 * @param {() => Promise<WebAssembly.Module>} compileEngine
 * @param {Listener} listener
 * @returns {Promise<Connection>}
 * @throws {Error} where no worker can start
 */
export async function connectToWorker(startWorker, compileEngine, { onReply, onBroken }) {
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
  return { send: (request) => worker.postMessage(request), close };
}

/**
 * @param {() => Promise<Dispatcher>} loadDispatcher
 * @param {Listener} listener
 * @returns {Connection}
 */
export function connectToMainThread(loadDispatcher, { onReply, onBroken }) {
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
    close() {
      open = false;
      loading.then(
        (dispatcher) => dispatcher.handle({ id: 0, type: 'dispose' }),
        () => {},
      );
    },
  };
}
