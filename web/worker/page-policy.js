/**
 * Whether the page's Content-Security-Policy would let a worker start from a Blob. Trying it where it
 * would not is harmless, but is reported, in the console and to whom the page reports.
 *
 * @module
 */

/** What decides about workers: the first of these that a policy has. */
const DIRECTIVES = ['worker-src', 'child-src', 'script-src', 'default-src'];
/** Sources that cover a Blob's address, or may; not even `*` does. */
const SOURCES = ['blob:', "'strict-dynamic'"];

/** Asked once a page. @type {Promise<boolean> | null} */
let answer = null;

/** @returns {Promise<boolean>} true also where it cannot be known */
export function allowsBlobWorkers() {
  answer ??= readPolicies().then((policies) => policies.every(coversBlobWorkers));
  return answer;
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

/** @returns {Promise<string[]>} */
async function readPolicies() {
  const metas = document.querySelectorAll('meta[http-equiv="Content-Security-Policy" i]');
  return [...metas].map((meta) => meta.getAttribute('content') ?? '').concat(await readHeader());
}

/**
 * Scripts are not told the page's headers, but may ask for the page again: mostly from the browser's
 * own store, and for no more than the headers.
 *
 * @returns {Promise<string>} empty where there is none, or nobody can tell
 */
async function readHeader() {
  if (!location.protocol.startsWith('http')) return '';
  // Not location.href, which a page may have changed since without being fetched anew.
  const [{ name }] = performance.getEntriesByType('navigation');
  try {
    const response = await fetch(name, { cache: 'force-cache', redirect: 'manual' });
    response.body?.cancel();
    return response.headers.get('Content-Security-Policy') ?? '';
  } catch {
    return '';
  }
}
