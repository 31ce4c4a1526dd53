/**
 * Rows in which a value is missing: they are no points, and no mistakes either.
 *
 * @module
 */

import { isFailed, isMissing, isNoLabel } from './numerals.js';

/** @import { Columns } from './columns.js' */
/** @import { Row } from './table.js' */

/**
 * @param {Row[]} rows
 * @param {Columns} columns
 * @param {number} width of a whole row
 * @returns {{ whole: Row[], missing: Row[] }} `missing` lack a coordinate or the label
 */
export function partMissing(rows, { x1, x2, label }, width) {
  const isIncomplete = (/** @type {Row} */ { cells }) =>
    cells.length === width &&
    (lacks(cells[x1], isMissing) || lacks(cells[x2], isMissing) || lacks(cells[label], isNoLabel));
  return {
    whole: rows.filter((row) => !isIncomplete(row)),
    missing: rows.filter(isIncomplete),
  };
}

/**
 * @param {string} cell
 * @param {(cell: string) => boolean} isNone
 */
const lacks = (cell, isNone) => isNone(cell) && !isFailed(cell);
