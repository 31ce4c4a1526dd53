/** @typedef {new (url: URL, options: WorkerOptions) => Worker} WorkerConstructor */

/**
 * Starts the worker that lies beside this script, whatever origin the script came from.
 *
 * The parameter must be called `Worker`: by this very spelling, bundlers find the worker's script.
 *
 * @param {WorkerConstructor} [Worker]
 * @returns {Worker}
 * @throws {Error} where none can start; where a policy refuses it, some browsers send an `error`
 *   event instead
 */
export function startWorker(Worker = AnyOriginWorker) {
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
        ? new Worker(url, options)
        : startFromBlob(`import ${JSON.stringify(url.href)};`, options);
    }
  )
);

/**
 * @param {string} script
 * @param {WorkerOptions} options
 */
function startFromBlob(script, options) {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url, options);
  // Once it answers, or cannot, it has read its script.
  for (const event of ['message', 'error']) {
    worker.addEventListener(event, () => URL.revokeObjectURL(url), { once: true });
  }
  return worker;
}
