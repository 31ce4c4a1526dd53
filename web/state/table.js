/**
 * From text to cells: a table in whatever spelling people and programs write it. Columns have no meaning
 * here yet; columns.js gives it to them.
 *
 * @module
 */

import { readLists } from './lists.js';
import { readMarkup } from './markup.js';
import { decimalMark, isMissing, isNumeric } from './numerals.js';
import { NUMBERS_IN_ROW, isData, plainText, splitRows } from './spelling.js';

/** @import { Row } from './spelling.js' */

/**
 * @typedef {object} Table
 * @property {Row[]} rows the data alone, empty ones apart
 * @property {string[] | null} names what a header calls the columns
 * @property {Row[]} leftOut titles above, units below the header, notes below the data
 * @property {number} width how many cells rows have, most of them
 * @property {',' | '.'} decimal what stands before tenths
 */

/**
 * @param {string} text
 * @param {number} max rows that are of interest: of more, the cells are not looked for
 * @returns {Table}
 */
export function readTable(text, max) {
  const body = plainText(readMarkup(text));
  const listed = readLists(body);
  if (listed) return finishTable(listed.rows, listed.names, []);
  const { rows, comments } = splitRows(body, max);
  return findHeader(rows, comments);
}

/**
 * @param {Row[]} rows
 * @param {Row[]} comments NumPy writes its header as one
 * @returns {Table}
 */
function findHeader(rows, comments) {
  const numbered = rows.length > 1 && isNumbered(rows[0], rows.slice(1));
  const first = rows.findIndex((row, index) => isData(row) && !(index === 0 && numbered));
  if (first < 0) return withoutPoints(rows);
  const data = rows.slice(first);
  /** @type {Row[]} */
  const notes = [];
  while (isNote(data[data.length - 1])) notes.unshift(...data.splice(-1));
  const width = widthOf(data);
  const header =
    fullest(rows.slice(0, first), width) ??
    fullest(comments.filter(({ line }) => line < data[0].line).reverse(), width);
  const titles = rows.slice(0, first).filter((row) => row !== header);
  const scale = titles.find(isScale);
  const leftOut = [...titles.filter((row) => row !== scale), ...notes];
  return finishTable(scale ? scaled(data, scale) : data, header?.cells ?? null, leftOut);
}

/**
 * @param {Row[]} rows none of which is one of data
 * @returns {Table} whose lines say what is wrong with them, as if they were points
 */
function withoutPoints(rows) {
  const cells = rows[0]?.cells ?? [];
  const isHeader =
    (rows.length > 1 || cells.length > NUMBERS_IN_ROW) &&
    cells.every((cell) => /^[\p{L}_]/u.test(cell));
  return { ...finishTable(rows.slice(isHeader ? 1 : 0), null, []), width: 3 };
}

/**
 * @param {Row[]} rows
 * @param {number} width
 * @returns {Row | undefined} the first of those with the most names, for about as many columns
 */
function fullest(rows, width) {
  const count = (/** @type {Row} */ { cells }) => cells.filter((cell) => cell !== '').length;
  const fitting = rows.filter(
    (row) => Math.abs(row.cells.length - width) <= 1 && count(row) >= NUMBERS_IN_ROW,
  );
  return fitting.find((row) => fitting.every((other) => count(other) <= count(row)));
}

/**
 * @param {Row} first
 * @param {Row[]} others one at least
 * @returns {boolean} whether columns are called 0, 1, …, as pandas calls those without names
 */
function isNumbered({ cells }, others) {
  const numbers = cells[0] === '' ? cells.slice(1) : cells;
  if (numbers.length < 2 || numbers.some((cell, index) => cell !== String(index))) return false;
  const isShort = cells[0] === '' || cells.length === others[0].cells.length - 1;
  // It may be the point (0, 1) of class 2, unless all others are written in another manner.
  return isShort || cells.some((_, i) => others.every((other) => !/^-?\d*$/.test(other.cells[i])));
}

/** @param {Row} row `1.0e+03 *`, above the numbers that MATLAB shows with a factor in common */
const isScale = ({ cells }) => cells[1] === '*' && cells.length === 2 && isNumeric(cells[0]);

/**
 * @param {Row[]} rows
 * @param {Row} scale
 * @returns {Row[]}
 */
function scaled(rows, { cells: [factor] }) {
  const exponent = factor.slice(factor.indexOf('e'));
  const whole = (/** @type {string} */ cell) => cell.replace(/^-?[\d.]+$/, `$&${exponent}`);
  return rows.map((row) => ({ ...row, cells: row.cells.map(whole) }));
}

/** @param {Row} row one line of words, such as a source, in a table of several columns */
function isNote({ source, cells }) {
  // A quote that nobody closes takes all that follows into its cell.
  if (source.split('"').length % 2 === 0) return false;
  const filled = cells.filter((cell) => cell !== '');
  return filled.length === 1 && !isNumeric(filled[0]);
}

/**
 * @param {Row[]} rows one at least
 * @returns {number} how many cells most of them have
 */
function widthOf(rows) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/**
 * Columns in which nothing stands, as delimiters at the ends of lines make them, are none.
 *
 * @param {Row[]} rows
 * @param {string[] | null} names
 * @param {Row[]} leftOut
 * @returns {Table}
 */
function finishTable(rows, names, leftOut) {
  const width = rows.length > 0 ? widthOf(rows) : 0;
  // Of one more than the others have, an empty one is a delimiter too many.
  const even = rows.map((row) =>
    row.cells.length === width + 1 && row.cells[width] === ''
      ? { ...row, cells: row.cells.slice(0, width) }
      : row,
  );
  const filled = Array.from({ length: width }, (_, i) => i).filter((i) =>
    even.some(({ cells }) => (cells[i] ?? '') !== ''),
  );
  const pick = (/** @type {string[]} */ cells) =>
    cells.length === width ? filled.map((i) => cells[i]) : cells;
  const data =
    filled.length < width ? even.map((row) => ({ ...row, cells: pick(row.cells) })) : even;
  return {
    rows: data,
    names: names && nameColumns(names, width, filled),
    leftOut,
    width: filled.length,
    decimal: decimalMark(data.flatMap(({ cells }) => cells.filter((cell) => !isMissing(cell)))),
  };
}

/**
 * @param {string[]} names
 * @param {number} width of the rows
 * @param {number[]} filled columns
 * @returns {string[]} R and pandas leave the names of rows without one of their own
 */
function nameColumns(names, width, filled) {
  const trimmed = names.length > width && names[width] === '' ? names.slice(0, width) : names;
  if (trimmed.length === filled.length) return trimmed;
  const whole = trimmed.length === width - 1 ? ['', ...trimmed] : trimmed;
  return filled.map((i) => whole[i] ?? '');
}
