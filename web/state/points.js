/**
 * Own points: a list of rows, or the text of one, such as an attribute, an address or a file, in the
 * spellings that people and programs use.
 *
 * @module
 */

import { classesOf, leftOutOf, withLeftOut } from './classes.js';
import { findColumns } from './columns.js';
import { showValue } from './messages.js';
import { lacksValue } from './missing.js';
import { readNumeral } from './numerals.js';
import { checkLabelled, checkValued, readCell } from './point-check.js';
import { Refusal } from './reading.js';
import { readTable } from './table.js';

/** @import { Message, OwnPoint, PointsEntry, ProblemName } from './types.js' */
/** @import { Label, LabelledPoint } from './classes.js' */
/** @import { Columns } from './columns.js' */
/** @import { Row } from './spelling.js' */
/** @import { Table } from './table.js' */

/**
 * @typedef {{ row: Row, problem: Message }} WrongLine
 *
 * How they are to be read.
 * @typedef {object} Reading
 * @property {Columns} [columns] of a text, which otherwise tells by itself
 * @property {ProblemName} [problem] values take numbers for labels, and any number of them
 * @property {boolean} [leavesOut] rows in which a value is missing; otherwise they are wrong
 */

/** So many wrong lines are shown; the others are counted. */
const SHOWN_LINES = 3;
/** Of a list, whose rows have no names. @type {Columns} */
const IN_ORDER = { x1: 0, x2: 1, label: 2 };

/**
 * @param {PointsEntry} entry
 * @param {unknown} given
 * @param {Reading} [reading]
 * @returns {LabelledPoint[]}
 * @throws {Refusal} that names the first wrong lines
 */
export function acceptPoints(entry, given, reading = {}) {
  const { points, lines, notes } = readLabelled(entry, given, {
    ...reading,
    leavesOut: true,
  });
  // None at all is a value too: that of a lab whose data set is another.
  if (points.length === 0 && isEmpty(given)) return points;
  if (points.length < entry.min) {
    throw new Refusal(given, ({ problem }) => problem.tooFewPoints(points.length));
  }
  if (reading.problem !== 'regression') {
    const labels = classesOf(points);
    if (labels.length === 1) {
      throw new Refusal(given, ({ problem }) => problem.oneClass(labels[0]));
    }
    checkClasses(entry, points, lines);
  }
  return withLeftOut(points, notes);
}

/**
 * Reads rows that need not be enough yet, such as those that somebody goes on drawing.
 *
 * @param {PointsEntry} entry
 * @param {string} text
 * @param {Reading} [reading]
 * @returns {LabelledPoint[]}
 * @throws {Refusal} that names the first wrong lines
 */
export function readPoints(entry, text, reading = {}) {
  return readLabelled(entry, text, reading).points;
}

/** @type {WeakMap<readonly LabelledPoint[], string>} */
const printed = new WeakMap();

/**
 * @param {readonly LabelledPoint[]} points never changed in place
 * @returns {string} the rows, joined by semicolons
 */
export function printPoints(points) {
  const text = printed.get(points) ?? points.map((point) => point.join(',')).join(';');
  printed.set(points, text);
  return text;
}

/**
 * @param {OwnPoint[]} points
 * @param {(label: number) => string | number} [nameOf] what classes are called
 * @returns {string} a line each, as in a file
 */
export function printLines(points, nameOf = (label) => label) {
  return points.map(([x1, x2, label]) => `${x1},${x2},${nameOf(label)}\n`).join('');
}

/**
 * @param {PointsEntry} entry
 * @param {string} text
 * @returns {Table}
 * @throws {Refusal} where it is too long
 */
export function readOwnTable(entry, text) {
  if (text.length > entry.maxLength) {
    throw new Refusal(text, ({ problem, number }) =>
      problem.tooLongToRead(number(text.length), number(entry.maxLength)),
    );
  }
  const table = readTable(text, entry.max);
  if (table.rows.length > entry.max) throw tooMany(text, table.rows.length);
  return table;
}

/**
 * @param {PointsEntry} entry
 * @param {unknown} given
 * @param {Reading} reading
 * @returns {{ points: LabelledPoint[], lines: Row[], notes: Row[] }} `notes` are lines that are no points
 */
function readLabelled(entry, given, { columns: chosen, problem: kind, leavesOut }) {
  const check = kind === 'regression' ? checkValued : checkLabelled;
  if (typeof given !== 'string') {
    const rows = rowsOfList(entry, given);
    const notes = leftOutOf(/** @type {LabelledPoint[]} */ (given));
    return { ...checkRows(rows, (cells) => check(entry, cells, IN_ORDER, readCell)), notes };
  }
  const table = readOwnTable(entry, given);
  const columns = chosen ?? findColumns(table, kind);
  const read = (/** @type {unknown} */ cell) => readNumeral(String(cell), table.decimal);
  if (!columns && table.width > 3) {
    const names = (table.names ?? []).filter(Boolean).join(', ') || String(table.width);
    throw new Refusal(given, ({ problem }) => problem.unclearColumns(names));
  }
  const known = columns ?? IN_ORDER;
  const checked = checkRows(
    table.rows,
    (cells) => check(entry, cells, known, read),
    Math.max(table.width, 3),
    (cells, count) => leavesOut === true && count >= entry.min && lacksValue(cells, known),
  );
  const notes = [...table.leftOut, ...checked.missing].sort((a, b) => a.line - b.line);
  return { ...checked, notes };
}

/**
 * @param {PointsEntry} entry
 * @param {unknown} given
 * @returns {{ line: number, source: unknown, cells: unknown[] }[]}
 */
function rowsOfList(entry, given) {
  if (!Array.isArray(given)) throw new Refusal(given, ({ problem }) => problem.notList);
  if (given.length > entry.max) throw tooMany(given, given.length);
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
 * @param {{ line: number, source: unknown, cells: unknown[] }[]} rows
 * @param {(cells: unknown[]) => LabelledPoint | Message} check what is wrong, if it is no point
 * @param {number} [width] how many cells a row has
 * @param {(cells: any[], count: number) => boolean} [isLeftOut] whether one that is no point is none by
 *   intention, beside so many points; which counts where all the others are
 * @returns {{ points: LabelledPoint[], lines: any[], missing: any[] }} `lines` are those of the points
 */
function checkRows(rows, check, width = 3, isLeftOut = () => false) {
  /** @type {LabelledPoint[]} */
  const points = [];
  /** @type {WrongLine[]} */
  const wrong = [];
  for (const row of rows) {
    const { length } = row.cells;
    const found = length === width ? check(row.cells) : wrongCount(length, width);
    if (typeof found === 'function') wrong.push({ row: /** @type {Row} */ (row), problem: found });
    else points.push(found);
  }
  const missing = wrong.map(({ row }) => row);
  if (!missing.every(({ cells }) => cells.length === width && isLeftOut(cells, points.length))) {
    throw refuseLines(wrong);
  }
  const lost = new Set(missing);
  return { points, lines: rows.filter((row) => !lost.has(/** @type {Row} */ (row))), missing };
}

/**
 * @param {number} count
 * @param {number} width
 * @returns {Message}
 */
function wrongCount(count, width) {
  return ({ problem }) => problem.cellCount(count, width);
}

/**
 * @param {PointsEntry} entry
 * @param {LabelledPoint[]} points
 * @param {Row[]} rows
 * @throws {Refusal} that names the line with the first label too many
 */
function checkClasses({ classes }, points, rows) {
  /** @type {Set<Label>} */
  const labels = new Set();
  const extra = points.findIndex(([, , label]) => labels.add(label).size > classes);
  if (extra < 0) return;
  const label = String(points[extra][2]);
  const count = classesOf(points).length;
  throw refuseLines([
    { row: rows[extra], problem: ({ problem }) => problem.manyClasses(label, count, classes) },
  ]);
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
