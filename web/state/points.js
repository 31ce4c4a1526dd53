/**
 * Own points: a list of rows, or the text of one, such as an attribute, an address or a CSV file, in the
 * spellings that people and programs use: with or without a header, with commas, semicolons, tabs or
 * blanks between cells, with decimal commas where the comma is free; or with semicolons between rows.
 *
 * @module
 */

import { showValue } from './messages.js';
import { NUMBER, Refusal } from './reading.js';

/** @import { Message, OwnPoint, PointsEntry } from './types.js' */

/**
 * @typedef {object} Row
 * @property {number} line counted from 1, empty ones too
 * @property {unknown} source what came, to be shown
 * @property {unknown[]} cells
 *
 * @typedef {object} Dialect
 * @property {RegExp} rows what stands between rows
 * @property {RegExp | string} cells what stands between cells
 * @property {boolean} [hasDecimalComma]
 */

/** @type {Record<'comma' | 'semicolon' | 'tab' | 'blank', Dialect>} */
const DIALECTS = {
  comma: { rows: /\r?\n|;/, cells: ',' },
  semicolon: { rows: /\r?\n/, cells: ';', hasDecimalComma: true },
  tab: { rows: /\r?\n/, cells: '\t', hasDecimalComma: true },
  blank: { rows: /\r?\n/, cells: /\s+/ },
};

/** A point's coordinates and its label. */
const COLUMNS = 3;
const BYTE_ORDER_MARK = '\ufeff';
const WORD = /^[\p{L}_]/u;

/** @typedef {{ row: Row, problem: Message }} WrongLine */

/** So many wrong lines are shown; the others are counted. */
const SHOWN_LINES = 3;

/**
 * @param {PointsEntry} entry
 * @param {unknown} given
 * @returns {OwnPoint[]}
 * @throws {Refusal} that names the first wrong lines
 */
export function acceptPoints(entry, given) {
  const rows = readRows(entry, given);
  if (rows.length > entry.max) {
    throw tooMany(given, rows.length);
  }
  const points = checkRows(entry, rows);
  // None at all is a value too: that of a lab whose data set is another.
  if (points.length === 0 && isEmpty(given)) return points;
  if (points.length < entry.min) {
    throw new Refusal(given, ({ problem }) => problem.tooFewPoints(points.length));
  }
  const [, , label] = points[0];
  if (points.every((point) => point[2] === label)) {
    throw new Refusal(given, ({ problem }) => problem.oneClass(label));
  }
  return points;
}

/**
 * Reads rows that need not be enough yet, such as those that somebody goes on drawing.
 *
 * @param {PointsEntry} entry
 * @param {string} text
 * @returns {OwnPoint[]}
 * @throws {Refusal} that names the first wrong lines
 */
export function readPoints(entry, text) {
  return checkRows(entry, readRows(entry, text));
}

/** @type {WeakMap<OwnPoint[], string>} */
const printed = new WeakMap();

/**
 * @param {OwnPoint[]} points never changed in place
 * @returns {string} the rows, joined by semicolons
 */
export function printPoints(points) {
  const text = printed.get(points) ?? points.map((point) => point.join(',')).join(';');
  printed.set(points, text);
  return text;
}

/**
 * @param {OwnPoint[]} points
 * @returns {string} a line each, as in a file
 */
export function printLines(points) {
  return points.map((point) => `${point.join(',')}\n`).join('');
}

/**
 * @param {PointsEntry} entry
 * @param {unknown} given
 * @returns {Row[]}
 */
function readRows(entry, given) {
  if (typeof given === 'string') {
    if (given.length > entry.maxLength) {
      throw new Refusal(given, ({ problem, number }) =>
        problem.tooLongToRead(number(given.length), number(entry.maxLength)),
      );
    }
    return splitTable(given, entry.max);
  }
  if (!Array.isArray(given)) throw new Refusal(given, ({ problem }) => problem.notList);
  if (given.length > entry.max) {
    throw tooMany(given, given.length);
  }
  return given.map((row, index) => ({
    line: index + 1,
    source: row,
    cells: Array.isArray(row) ? row : [],
  }));
}

/** @param {unknown} given */
function isEmpty(given) {
  return typeof given === 'string' ? given.trim() === '' : true;
}

/**
 * @param {PointsEntry} entry
 * @param {Row[]} rows
 * @returns {OwnPoint[]}
 */
function checkRows(entry, rows) {
  /** @type {OwnPoint[]} */
  const points = [];
  /** @type {WrongLine[]} */
  const wrong = [];
  for (const row of rows) {
    const [x1, x2, label] = row.cells.map(readNumber);
    const problem = problemOf(entry, row.cells.length, x1, x2, label);
    if (problem) wrong.push({ row, problem });
    else points.push([x1, x2, label]);
  }
  if (wrong.length > 0) throw refuseLines(wrong);
  return points;
}

/**
 * @param {unknown} cell
 * @returns {number} NaN where it is none
 */
function readNumber(cell) {
  const isNumeric = typeof cell === 'string' && NUMBER.test(cell.trim());
  const number = isNumeric ? Number(cell) : cell;
  // -0 prints as 0, so it must be 0 to come back as the same value.
  return typeof number === 'number' ? number + 0 : NaN;
}

/**
 * @param {PointsEntry} entry
 * @param {number} count of the row's cells
 * @param {number} x1
 * @param {number} x2
 * @param {number} label
 * @returns {Message | null} null where there is none
 */
function problemOf({ labels, maxSize }, count, x1, x2, label) {
  if (count !== 3) return ({ problem }) => problem.cellCount(count);
  const coordinates = Object.entries({ x1, x2 });
  const none = coordinates.find(([, value]) => Number.isNaN(value));
  if (none) return ({ problem }) => problem.coordinateNotNumber(none[0]);
  const large = coordinates.find(([, value]) => Math.abs(value) > maxSize);
  if (large) return ({ problem }) => problem.coordinateTooLarge(large[0]);
  return labels.includes(label) ? null : ({ problem }) => problem.notLabel;
}

/**
 * @param {WrongLine[]} wrong one at least
 */
function refuseLines(wrong) {
  const shown = wrong.slice(0, SHOWN_LINES);
  return new Refusal(shown[0].row.source, (words) => {
    const lines = shown.map(({ row, problem }) => ({
      line: row.line,
      value: showValue(row.source)(words),
      problem: problem(words),
    }));
    return words.problem.lines(lines, wrong.length - shown.length);
  });
}

/**
 * @param {unknown} given
 * @param {number} count
 */
function tooMany(given, count) {
  return new Refusal(given, ({ problem, number }) => problem.tooManyPoints(number(count)));
}

/**
 * @param {string} text
 * @param {number} max rows that are of interest: of more, the cells are not looked for
 * @returns {Row[]} without empty ones and without a header
 */
function splitTable(text, max) {
  const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const dialect = dialectOf(body);
  const sources = body
    .split(dialect.rows)
    .map((source, index) => ({ line: index + 1, source: source.trim() }))
    .filter(({ source }) => source !== '');
  const isRead = sources.length <= max + 1;
  const rows = sources.map((row) => ({
    ...row,
    cells: isRead ? splitCells(row.source, dialect) : [],
  }));
  return rows.length > 1 && isHeader(rows[0]) ? rows.slice(1) : rows;
}

/**
 * That of the first line that has the right number of cells: a header may have any.
 *
 * @param {string} text
 */
function dialectOf(text) {
  const lines = firstLines(text, 2);
  const dialects = lines.map(dialectOfLine);
  const fitting = dialects.findIndex(
    (dialect, i) => splitCells(lines[i].split(dialect.rows)[0], dialect).length === COLUMNS,
  );
  return dialects[Math.max(0, fitting)] ?? DIALECTS.comma;
}

/**
 * @param {string} text
 * @param {number} count
 * @returns {string[]} so many that are not empty, if there are
 */
function firstLines(text, count) {
  const lines = [];
  for (let start = 0; start < text.length && lines.length < count;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const line = text.slice(start, end).trim();
    if (line !== '') lines.push(line);
    start = end + 1;
  }
  return lines;
}

/** @param {string} line */
function dialectOfLine(line) {
  if (line.includes('\t')) return DIALECTS.tab;
  const parts = line.split(';');
  // `0,5;1;0` are cells with a decimal comma, `0.5,1,0;1,2,1` are two rows.
  if (parts.length === COLUMNS && parts.every((part) => part.split(',').length <= 2)) {
    return DIALECTS.semicolon;
  }
  return line.includes(',') || !/\s/.test(line) ? DIALECTS.comma : DIALECTS.blank;
}

/**
 * @param {string} source
 * @param {Dialect} dialect
 */
function splitCells(source, { cells, hasDecimalComma }) {
  return source.split(cells).map((cell) => {
    const bare = cell.trim().replace(/^"(.*)"$/, '$1');
    return hasDecimalComma ? bare.replace(',', '.') : bare;
  });
}

/** @param {{ source: string, cells: string[] }} row the first */
function isHeader({ source, cells }) {
  // NumPy writes its header as a comment.
  if (source.startsWith('#')) return true;
  return cells.every((cell) => WORD.test(cell) && !/^(nan|inf|infinity)$/i.test(cell));
}
