/**
 * Notes all that goes wrong in a page without anybody having asked.
 *
 * @module
 */

/** @typedef {{ kind: string, message: string }} Fault */

const LEVELS = /** @type {const} */ (['error', 'warn', 'info', 'log', 'debug']);
/** A lab says by these that something was refused or has diverged, which it is free to do. */
const EXPECTED_ERRORS = ['config', 'record', 'divergence'];

/**
 * From now on until the signal.
 *
 * @param {HTMLElement} lab
 * @param {AbortSignal} signal
 */
export function watchPage(lab, signal) {
  /** @type {Fault[]} */
  const faults = [];
  const note = (/** @type {string} */ kind, /** @type {unknown} */ what) => {
    faults.push({ kind, message: told(what) });
  };
  const listen = (/** @type {string} */ type, /** @type {(event: any) => void} */ listener) =>
    window.addEventListener(type, listener, { signal });

  listen('error', (event) => {
    if (event instanceof ErrorEvent) note('error', event.error ?? event.message);
  });
  listen('unhandledrejection', ({ reason }) => note('rejection', reason));
  listen('securitypolicyviolation', ({ violatedDirective }) => note('policy', violatedDirective));
  lab.addEventListener(
    'error',
    (event) => {
      const { detail } = /** @type {CustomEvent} */ (/** @type {Event} */ (event));
      if (!EXPECTED_ERRORS.includes(detail?.type)) note('lab', detail?.message);
    },
    { signal },
  );
  for (const level of LEVELS) {
    const notePrinted = (/** @type {unknown[]} */ ...what) =>
      note(`console.${level}`, what.map(told).join(' '));
    replace(console, level, notePrinted, signal);
  }
  withholdFiles(signal);
  return { faults, workers: watchWorkers(signal) };
}

/**
 * @param {AbortSignal} signal
 * @returns {Set<Worker>} those started since, and not ended
 */
function watchWorkers(signal) {
  /** @type {Set<Worker>} */
  const workers = new Set();
  const { Worker } = window;
  const { terminate } = Worker.prototype;
  replace(
    window,
    'Worker',
    class extends Worker {
      /** @param {ConstructorParameters<typeof Worker>} given */
      constructor(...given) {
        super(...given);
        workers.add(this);
      }
    },
    signal,
  );
  /** @this {Worker} */
  function end() {
    workers.delete(this);
    terminate.call(this);
  }
  replace(Worker.prototype, 'terminate', end, signal);
  return workers;
}

/**
 * Saves no files, and asks for none: both are for people to allow.
 *
 * @param {AbortSignal} signal
 */
function withholdFiles(signal) {
  const { click } = HTMLElement.prototype;
  /** @this {HTMLElement} */
  function press() {
    const isFile = this instanceof HTMLInputElement && this.type === 'file';
    if (!isFile && !this.hasAttribute('download')) click.call(this);
  }
  replace(HTMLElement.prototype, 'click', press, signal);
}

/**
 * @param {any} owner
 * @param {string} name
 * @param {unknown} value until the signal
 * @param {AbortSignal} signal
 */
function replace(owner, name, value, signal) {
  const { [name]: former } = owner;
  owner[name] = value;
  signal.addEventListener('abort', () => (owner[name] = former));
}

/** @param {unknown} what */
export function told(what) {
  return what instanceof Error ? (what.stack ?? String(what)) : String(what);
}
