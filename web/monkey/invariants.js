/**
 * What holds of a lab and its page at all times, whatever is done to them, and what goes wrong without
 * anybody having asked.
 *
 * @module
 */
import { replay } from '../element/saving/replay.js';
import { readRecord } from '../state/record-check.js';
import { createClient } from '../worker/client.js';
import { exportRecord } from './deeds.js';

/** @typedef {import('./deeds.js').Lab} Lab */

/**
 * @typedef {object} Size
 * @property {number} nodes in the lab and in the page
 * @property {number} bytes of scripts' memory; 0 where browsers do not tell
 */

/** @typedef {{ kind: string, message: string }} Fault */

/**
 * So much more than in the beginning may there be when everything is as it was then: a panel that has
 * been opened once stays made.
 */
const MOST = { nodes: 3000, bytes: 200e6, workers: 1 };

const LEVELS = /** @type {const} */ (['error', 'warn', 'info', 'log', 'debug']);
/** A lab says by these that something was refused or has diverged, which it is free to do. */
const EXPECTED_ERRORS = ['config', 'record', 'divergence'];

/**
 * A lab's metrics are those of a fresh run of its configuration at that epoch, to the last bit, and
 * so are its weights and its history.
 *
 * @param {Lab} lab paused
 * @returns {Promise<Fault[]>}
 */
export async function checkRun(lab) {
  const record = await exportRecord(lab);
  if (!record) return [];
  const { metrics } = lab;
  try {
    const options = { createClient, signal: new AbortController().signal, onProgress() {} };
    const { client, frame } = await replay(readRecord(structuredClone(record)), options);
    client.dispose();
    const [fresh, ours] = [frame.metrics, metrics].map((found) => JSON.stringify(found));
    return fresh === ours ? [] : [fault('metrics', `${ours} are ${fresh} in a fresh run`)];
  } catch (error) {
    return [fault('metrics', error instanceof Error ? error.message : String(error))];
  }
}

/**
 * @param {Lab} lab
 * @returns {Size}
 */
export function measure(lab) {
  const { memory } = /** @type {{ memory?: { usedJSHeapSize: number } }} */ (
    /** @type {unknown} */ (performance)
  );
  const nodes = (/** @type {ParentNode} */ root) => root.querySelectorAll('*').length;
  return {
    nodes: nodes(/** @type {ShadowRoot} */ (lab.shadowRoot)),
    bytes: memory?.usedJSHeapSize ?? 0,
  };
}

/**
 * @param {Size} size with everything set back
 * @param {Size} first the same, the first time
 * @param {Set<Worker>} workers
 * @returns {Fault[]}
 */
export function checkSize(size, first, workers) {
  const faults = [];
  if (size.nodes > first.nodes + MOST.nodes) {
    faults.push(fault('memory', `${size.nodes} elements, where there were ${first.nodes}`));
  }
  if (size.bytes > first.bytes + MOST.bytes) {
    faults.push(fault('memory', `${size.bytes} bytes, where there were ${first.bytes}`));
  }
  if (workers.size > MOST.workers) faults.push(fault('memory', `${workers.size} workers`));
  return faults;
}

/**
 * @param {Element | null} before what had the focus
 * @returns {Fault[]}
 */
export function checkFocus(before) {
  const { activeElement, body } = document;
  if (before === body || before === null || activeElement !== body) return [];
  return [fault('focus', 'the focus fell to the body of the page')];
}

/**
 * What axe finds, where the page has it.
 *
 * @param {Lab} lab
 * @returns {Promise<Fault[]>}
 */
export async function checkAccessibility(lab) {
  const { axe } = /** @type {any} */ (window);
  if (!axe) return [];
  const { violations } = await axe.run(lab);
  return violations.flatMap((/** @type {any} */ { id, nodes }) =>
    nodes.map((/** @type {any} */ node) =>
      fault('axe', `${id}: ${node.html}: ${node.failureSummary}`),
    ),
  );
}

/**
 * @param {string} kind
 * @param {string} message
 * @returns {Fault}
 */
function fault(kind, message) {
  return { kind, message };
}

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
