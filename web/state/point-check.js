/**
 * One of somebody's own points: its cells, and what is wrong with them.
 *
 * @module
 */

import { isNoLabel } from './numerals.js';
import { NUMBER } from './reading.js';

/** @import { Message, PointsEntry } from './types.js' */
/** @import { Label, LabelledPoint } from './classes.js' */
/** @import { Columns } from './columns.js' */

/**
 * @param {PointsEntry} entry
 * @param {unknown[]} cells
 * @param {Columns} columns
 * @param {(cell: unknown) => number} read NaN where it is none
 * @returns {LabelledPoint | Message}
 */
export function checkLabelled(entry, cells, columns, read) {
  const [x1, x2] = [cells[columns.x1], cells[columns.x2]].map(read);
  const label = readLabel(cells[columns.label], read);
  const problem = wrongCoordinate(entry, { x1, x2 }) ?? wrongLabel(entry, label);
  return problem ?? [x1, x2, /** @type {Label} */ (label)];
}

/**
 * @param {PointsEntry} entry
 * @param {unknown[]} cells
 * @param {Columns} columns
 * @param {(cell: unknown) => number} read NaN where it is none
 * @returns {LabelledPoint | Message}
 */
export function checkValued(entry, cells, columns, read) {
  const [x1, x2, value] = [cells[columns.x1], cells[columns.x2], cells[columns.label]].map(read);
  return wrongCoordinate(entry, { x1, x2 }) ?? wrongValue(entry, value) ?? [x1, x2, value];
}

/** @param {unknown} cell of a list */
export function readCell(cell) {
  const isNumeric = typeof cell === 'string' && NUMBER.test(cell.trim());
  const number = isNumeric ? Number(cell) : cell;
  // -0 prints as 0, so it must be 0 to come back as the same value.
  return typeof number === 'number' ? number + 0 : NaN;
}

/**
 * @param {unknown} cell
 * @param {(cell: unknown) => number} read
 * @returns {Label | null} null where there is none
 */
function readLabel(cell, read) {
  const number = read(cell);
  if (Number.isFinite(number)) return number;
  if (typeof cell !== 'string' && typeof cell !== 'boolean') return null;
  const text = String(cell).trim();
  return isNoLabel(text) ? null : text;
}

/**
 * @param {PointsEntry} entry
 * @param {Record<string, number>} numbers by their names
 * @returns {Message | null} null where there is nothing wrong
 */
function wrongCoordinate({ maxSize }, numbers) {
  const named = Object.entries(numbers);
  const none = named.find(([, value]) => Number.isNaN(value));
  if (none) return ({ problem }) => problem.coordinateNotNumber(none[0]);
  const large = named.find(([, value]) => Math.abs(value) > maxSize);
  return large ? ({ problem }) => problem.coordinateTooLarge(large[0]) : null;
}

/**
 * @param {PointsEntry} entry
 * @param {number} value
 * @returns {Message | null} null where there is nothing wrong
 */
function wrongValue({ maxSize }, value) {
  if (Number.isNaN(value)) return ({ problem }) => problem.valueNotNumber;
  return Math.abs(value) > maxSize ? ({ problem }) => problem.valueTooLarge : null;
}

/**
 * @param {PointsEntry} entry
 * @param {Label | null} label
 * @returns {Message | null} null where there is nothing wrong
 */
function wrongLabel({ maxLabelLength }, label) {
  if (label === null) return ({ problem }) => problem.noLabel;
  const name = String(label);
  // Names of classes are joined by commas where they are written as text.
  const isName = name.length <= maxLabelLength && !/[,\p{Cc}]/u.test(name);
  return isName ? null : ({ problem }) => problem.notLabel;
}
