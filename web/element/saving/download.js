import { h } from '../../views/dom.js';

/** Long enough for every browser to have taken the file. */
const KEEP_MS = 60_000;

/**
 * Hands a file to the browser to be saved. Whether it does is not told: a sandboxed frame may refuse.
 *
 * @param {{ name: string, blob: Blob }} file
 */
export function offerFile({ name, blob }) {
  const url = URL.createObjectURL(blob);
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}

/** Whether a page around this one may forbid downloads. */
export function isFramed() {
  return window.parent !== window;
}
