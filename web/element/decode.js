/**
 * The bytes of a file as text: UTF-8, or UTF-16 where a mark says so, or what Windows writes where it is
 * neither.
 *
 * @module
 */

/** The first two bytes of UTF-16. @type {Record<string, string>} */
const MARKS = { '255,254': 'utf-16le', '254,255': 'utf-16be' };

/**
 * @param {Uint8Array} bytes
 * @returns {string | null} without its byte order mark; null where it is no text, such as a picture, or
 *   a table as a spreadsheet saves it
 */
export function decodeFile(bytes) {
  const marked = MARKS[bytes.subarray(0, 2).join()];
  try {
    return new TextDecoder(marked ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    if (!marked && bytes.includes(0)) return null;
    return new TextDecoder(marked ?? 'windows-1252').decode(bytes);
  }
}
