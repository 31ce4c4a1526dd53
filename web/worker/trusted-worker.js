/**
 * Workers in pages that take no address on trust.
 *
 * @module
 */

/** The name that a page with a `trusted-types` policy must allow. */
const TRUST_NAME = 'moonlab';

/** @type {{ createScriptURL: (url: string) => string } | null} */
let trust = null;

/**
 * @param {string} url of a script that is ours
 * @param {WorkerOptions} options
 */
export function newWorker(url, options) {
  return new Worker(trusted(url), options);
}

/**
 * Pages may require that the addresses of scripts are vouched for (`require-trusted-types-for`).
 *
 * @param {string} url
 * @returns {string} as such a page takes it
 */
function trusted(url) {
  /** @type {{ trustedTypes?: { createPolicy: (name: string, rules: object) => typeof trust } }} */
  const { trustedTypes } = /** @type {any} */ (globalThis);
  try {
    trust ??=
      trustedTypes?.createPolicy(TRUST_NAME, {
        createScriptURL: (/** @type {string} */ text) => text,
      }) ?? null;
  } catch {
    // Its list of names lacks ours: the address by itself may still do.
  }
  return trust?.createScriptURL(url) ?? url;
}
