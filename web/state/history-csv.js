/**
 * The history as a table for spreadsheets and programs (RFC 4180).
 *
 * @module
 */

import { COLUMNS, spelt } from './metrics.js';

/** @import { Curves } from './types.js' */

/** Of a history that does not hold every epoch: every how many it does. */
const THINNED = 'every_nth_epoch';
const LINE_END = '\r\n';

/**
 * A line an epoch, below a line of names; every number with all its digits. Where the history is
 * thinned, one more column says so.
 *
 * @param {Curves} curves
 * @param {number} stride every how many epochs one is held
 * @returns {string}
 */
export function historyCsv(curves, stride) {
  const names = COLUMNS.map((name) => spelt(name, '_'));
  const columns = COLUMNS.map((name) => curves[name]);
  const note = stride > 1 ? [THINNED] : [];
  const lines = [[...names, ...note].join(',')];
  for (let row = 0; row < curves.epoch.length; row += 1) {
    const numbers = columns.map((column) => column[row]);
    lines.push((stride > 1 ? [...numbers, stride] : numbers).join(','));
  }
  return lines.join(LINE_END) + LINE_END;
}
