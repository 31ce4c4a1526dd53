/**
 * Whether the page lets a worker start from a Blob. A policy in a `<meta>` can be read. One in a header
 * cannot, save by asking for the page once more, which may have answered a form, or may not be asked
 * for: there the smallest worker is tried, once a page, which costs one report where it is refused.
 *
 * @module
 */
import { newWorker } from './trusted-worker.js';

/** On any element, a page says that it wants no workers: then none is tried. */
const NO_WORKER = '[data-moonlab-no-worker]';
/** What decides about workers: the first of these that a policy has. */
const DIRECTIVES = ['worker-src', 'child-src', 'script-src', 'default-src'];
/** Sources that cover a Blob's address, or may; not even `*` does. */
const SOURCES = ['blob:', "'strict-dynamic'"];

/** Tried once a page. @type {Promise<boolean> | null} */
let answer = null;

/** Whether the page leaves it to the lab where it trains. */
export function allowsWorkers() {
  return document.querySelector(NO_WORKER) === null;
}

/** @returns {Promise<boolean>} */
export async function allowsBlobWorkers() {
  const metas = document.querySelectorAll('meta[http-equiv="Content-Security-Policy" i]');
  const policies = [...metas].map((meta) => meta.getAttribute('content') ?? '');
  return policies.every(coversBlobWorkers) && (answer ??= tryBlobWorker());
}

/**
 * @param {string} policies as a header or a `<meta>` gives them; commas part several, which all count
 * @returns {boolean}
 */
export function coversBlobWorkers(policies) {
  return policies.split(',').every((policy) => {
    const directives = policy.split(';').map((text) => text.trim().toLowerCase().split(/\s+/));
    const decisive = DIRECTIVES.map((name) => directives.find(([first]) => first === name));
    const sources = decisive.find((directive) => directive !== undefined);
    return !sources || sources.some((source) => SOURCES.includes(source));
  });
}

/** @returns {Promise<boolean>} whether one that says a word can say it */
async function tryBlobWorker() {
  const url = URL.createObjectURL(new Blob(['postMessage(0)'], { type: 'text/javascript' }));
  /** @type {Worker | undefined} */
  let worker;
  try {
    const tried = (worker = newWorker(url, {}));
    return await new Promise((resolve) => {
      tried.onmessage = () => resolve(true);
      tried.onerror = () => resolve(false);
    });
  } catch {
    // Some browsers throw at once.
    return false;
  } finally {
    worker?.terminate();
    URL.revokeObjectURL(url);
  }
}
