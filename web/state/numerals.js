/**
 * Numbers as people and programs write them: with a decimal point or comma, with or without marks between
 * thousands.
 *
 * @module
 */

import { NUMBER } from './reading.js';

const POINTED = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/;
const COMMAED = /^[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d*)?$/;
const MISSING =
  /^(?:|n\/?a|nan|null|none|<?missing>?|<undefined>|[-–—?.]|#n\/[ad]|#nv|#null!|<na>|nat|\\n)$/i;

/** As R, pandas, NumPy, MATLAB, SAS, Excel and databases write it; a dash or "none" may be a class. */
const NO_LABEL =
  /^(?:|NA|N\/A|n\/a|NaN|nan|NULL|null|None|missing|<missing>|<undefined>|\.|<NA>|#N\/[AD]|#NV|#NULL!|\\N)$/;

/**
 * @param {string} cell of a column of labels
 * @returns {boolean} whether it says that there is none
 */
export const isNoLabel = (cell) => NO_LABEL.test(cell);

/**
 * @param {string} cell
 * @returns {boolean} whether it says that there is no value
 */
export const isMissing = (cell) => MISSING.test(cell);

/**
 * @param {string} cell that is missing
 * @returns {boolean} whether it is what comes of a computation that has gone wrong, for its owner to see
 */
export const isFailed = (cell) => /^nan$/i.test(cell);

/**
 * @param {string} cell
 * @param {',' | '.'} decimal
 * @returns {number} NaN where it is none
 */
export function readNumeral(cell, decimal) {
  let plain = cell.replace(/(\d)[ '’](?=\d{3}(?!\d))/g, '$1');
  if (decimal === ',') {
    if (COMMAED.test(plain)) plain = plain.replaceAll('.', '');
    plain = plain.replace(',', '.');
  } else if (POINTED.test(plain)) {
    plain = plain.replaceAll(',', '');
  }
  // -0 prints as 0, so it must be 0 to come back as the same value.
  return NUMBER.test(plain) ? Number(plain) + 0 : NaN;
}

/**
 * @param {string} cell
 * @returns {boolean} whether it is a number with one mark or the other
 */
export function isNumeric(cell) {
  return !Number.isNaN(readNumeral(cell, '.')) || !Number.isNaN(readNumeral(cell, ','));
}

/**
 * @param {string[]} cells of a whole table
 * @returns {',' | '.'} what they have before tenths; `1,234` alone may be either, and is then tenths,
 *   unless another cell has a point there
 */
export function decimalMark(cells) {
  if (cells.some((cell) => /^[+-]?\d*\.\d+(e[+-]?\d+)?$/i.test(cell) && !COMMAED.test(cell))) {
    const hasTenths = cells.some(
      (cell) => /,/.test(cell) && !POINTED.test(cell) && isNumeric(cell),
    );
    return hasTenths ? ',' : '.';
  }
  return cells.some((cell) => /,/.test(cell) && isNumeric(cell)) ? ',' : '.';
}
