/** @typedef {import('../state/messages.js').MessageWords} MessageWords */

/**
 * What messages are said with.
 *
 * @param {import('../languages/en.js').Texts} texts
 * @param {(value: number) => string} [number] as in attributes, unless a reader's way is given
 * @returns {MessageWords}
 */
export function messageWords(texts, number = String) {
  return { ...texts.messages, number };
}
