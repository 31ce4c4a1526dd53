/**
 * Rows in which a value is missing: they are no points, and no mistakes either.
 *
 * @module
 */

import { isFailed, isMissing, isNoLabel } from './numerals.js';

/** @import { Columns } from './columns.js' */

/**
 * @param {string[]} cells of a whole row
 * @param {Columns} columns
 * @returns {boolean} whether it lacks a coordinate or the label
 */
export function lacksValue(cells, { x1, x2, label }) {
  return isNone(cells[x1], isMissing) || isNone(cells[x2], isMissing) || isNone(cells[label]);
}

/**
 * @param {string} cell
 * @param {(cell: string) => boolean} [says]
 */
const isNone = (cell, says = isNoLabel) => says(cell) && !isFailed(cell);
