import { allowsBlobWorkers, allowsWorkers } from './page-policy.js';
import { newWorker } from './trusted-worker.js';

/** @typedef {new (url: URL, options: WorkerOptions) => Worker | Promise<Worker>} WorkerConstructor */

/**
 * Starts the worker that lies beside this script, whatever origin the script came from.
 *
 * The parameter must be called `Worker`: by this very spelling, bundlers find the worker's script.
 *
 * @param {WorkerConstructor} [Worker]
 * @returns {Promise<Worker>}
 * @throws {Error} where none can start; where a policy refuses it, some browsers send an `error`
 *   event instead
 */
export async function startWorker(Worker = AnyOriginWorker) {
  if (!allowsWorkers()) throw new Error('The page wants no workers');
  return new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
}

/**
 * Browsers refuse a worker of another origin's URL, but not one of a script of the page's own that
 * imports it, if that origin allows it (CORS). A page with a `worker-src` policy must name both
 * there: `blob:` and that origin.
 */
const AnyOriginWorker = /** @type {WorkerConstructor} */ (
  /** @type {unknown} */ (
    /**
     * @param {URL} url
     * @param {WorkerOptions} options
     */
    function (url, options) {
      return url.origin === location.origin
        ? newWorker(url.href, options)
        : startFromBlob(url, options);
    }
  )
);

/**
 * @param {URL} script
 * @param {WorkerOptions} options
 */
async function startFromBlob(script, options) {
  if (!(await allowsBlobWorkers())) throw new Error('The policy of the page allows no such worker');
  const text = `import ${JSON.stringify(script.href)};`;
  const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const worker = newWorker(url, options);
  // Once it answers, or cannot, it has read its script.
  for (const event of ['message', 'error']) {
    worker.addEventListener(event, () => URL.revokeObjectURL(url), { once: true });
  }
  return worker;
}
