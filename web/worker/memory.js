/**
 * How much memory the runs of a thread may take for what has been, so that all of a page's stay within
 * bounds.
 *
 * @module
 */

import { mostWorkers } from './cores.js';

/** Bytes, of all runs of a page. */
const PAGE_BYTES = 2 ** 27;

/** @typedef {{ readonly size: number, thin: () => void }} Memory of a run: bytes; has about half as many */

/**
 * Has those that have been used longest ago, such as labs that nobody sees, give theirs up first.
 *
 * @param {Iterable<Memory>} memories the one last used last
 * @param {number} [most] bytes
 */
export function keepWithin(memories, most = PAGE_BYTES / mostWorkers()) {
  const all = [...memories];
  let size = all.reduce((sum, memory) => sum + memory.size, 0);
  for (const memory of all) {
    let before = Infinity;
    // The first moment of each stays.
    while (size > most && memory.size < before) {
      before = memory.size;
      memory.thin();
      size += memory.size - before;
    }
  }
}
