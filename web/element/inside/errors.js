/** @typedef {import('../../state/messages.js').Message} Message */
/** @typedef {import('../../state/messages.js').MessageWords} MessageWords */

/**
 * @param {unknown} error
 * @returns {boolean} whether nobody is left who would want the answer
 */
export function isAbort(error) {
  return error instanceof Error && error.name === 'AbortError';
}

/**
 * @param {unknown} error
 * @returns {Message} that it comes with, or the words for what the engine says that it is; otherwise
 *   its own, in English
 */
export function messageFrom(error) {
  if (!(error instanceof Error)) return () => String(error);
  const { say } = /** @type {{ say?: Message }} */ (error);
  return say ?? ((words) => failureText(error.cause, words) ?? error.message);
}

/**
 * @param {any} cause
 * @param {MessageWords} words
 * @returns {string | undefined}
 */
function failureText(cause, { failure }) {
  /** @type {Record<string, (cause: any) => string>} */
  const texts = failure;
  return Object.hasOwn(texts, cause?.failure ?? '') ? texts[cause.failure](cause) : undefined;
}

/**
 * @param {unknown} error
 * @returns {boolean} whether it is the browser, or the page's policy, that the engine fails for
 */
export function isOfBrowser(error) {
  return error instanceof Error && error.name === 'NotSupportedError';
}
