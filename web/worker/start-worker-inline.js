import InlineWorker from './worker.js?worker&inline';

/**
 * For the offline page and the package's `moonlab/inline`, in place of start-worker.js: the worker's
 * script is part of this one.
 *
 * @returns {Promise<Worker>}
 */
export async function startWorker() {
  return new InlineWorker();
}
