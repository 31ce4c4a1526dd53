/**
 * From text to cells: a table in whatever spelling people and programs write it. Columns have no meaning
 * here yet; columns.js gives it to them.
 *
 * @module
 */

import { dsvFormat } from 'd3-dsv';
import { readLists } from './lists.js';
import { decimalMark, isMissing, isNumeric } from './numerals.js';

/**
 * @typedef {object} Row
 * @property {number} line counted from 1, empty ones too; of lists in one line, which list it is
 * @property {string} source what came, to be shown
 * @property {string[]} cells
 *
 * @typedef {object} Table
 * @property {Row[]} rows the data alone, empty ones apart
 * @property {string[] | null} names what a header calls the columns
 * @property {Row[]} leftOut titles above, units below the header, notes below the data
 * @property {number} width how many cells rows have, most of them
 * @property {',' | '.'} decimal what stands before tenths
 *
 * @typedef {object} Spelling
 * @property {string} delimiter a single character between cells
 * @property {(text: string) => string} [prepare] leaves lines where they are
 */

const LINE_END = /\r\n|\n|\r/;
const QUOTES_APART = /([,;\t])[ \t]+"|"[ \t]+([,;\t])/g;

/** Of two that read a text equally well, the first is taken. @type {Spelling[]} */
const SPELLINGS = [
  { delimiter: '\t' },
  { delimiter: ';' },
  // Decimal commas, and commas with a blank between cells.
  { delimiter: '\t', prepare: (text) => text.replaceAll(', ', '\t') },
  { delimiter: ',' },
  // As attributes and addresses have it: semicolons between rows.
  { delimiter: ',', prepare: (text) => text.replaceAll(';', '\n') },
  { delimiter: '|', prepare: (text) => text.replace(/^[ \t]*\||\|[ \t]*$/gm, '') },
  { delimiter: ' ', prepare: (text) => text.replace(/[ \t\f\v]+/g, ' ').replace(/^ | $/gm, '') },
];

/** Excel's own line says what stands between cells. */
const EXCEL_LINE = /^\s*"?sep=(.)"?[ \t;,]*(?=[\r\n]|$)/i;
/** Comments, of NumPy, R, Octave and MATLAB; `#N/A` and the like are Excel's. */
const COMMENT = /^[ \t]*"?(?:#(?!N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!)|%)[^\r\n]*/gm;
/** A rule between the rows of a printed table, and pandas' `[4 rows x 3 columns]`. */
const ORNAMENT = /^(?:(?=[^\r\n]*[|+=_-]{2})[ \t|+:=_-]+|\[\d+ rows x \d+ columns\])$/gm;
/** How much of a text its spelling is guessed from. */
const SAMPLE = { characters: 20_000, rows: 30 };
/** Coordinates: so many numbers make a row one of data. */
const NUMBERS_IN_ROW = 2;

/**
 * @param {string} text
 * @param {number} max rows that are of interest: of more, the cells are not looked for
 * @returns {Table}
 */
export function readTable(text, max) {
  const body = plainText(text);
  const listed = readLists(body, max);
  if (listed) return finishTable(listed.rows, listed.names, []);
  const { rows, comments } = splitRows(body, max);
  return findHeader(rows, comments);
}

/**
 * @param {string} text
 * @returns {string} without marks that nobody sees, with signs as programs write them
 */
function plainText(text) {
  return text
    .replace(/^\ufeff/, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/[\u200b\u2060]/g, '')
    .replaceAll('\u2212', '-')
    .replace(EXCEL_LINE, (_, delimiter) => `#sep=${delimiter}`);
}

/**
 * @param {string} body
 * @param {number} max
 * @returns {{ rows: Row[], comments: Row[] }}
 */
function splitRows(body, max) {
  /** @type {Row[]} */
  const comments = [];
  const told = /^#sep=(.)/.exec(body)?.[1];
  const bare = unindexed(body).replace(ORNAMENT, '').replace(COMMENT, '');
  const spelling = told ? spellingWith(told) : bestSpelling(bare);
  const { delimiter, prepare } = spelling;
  if (bare.length < body.length && !told) {
    body.split(LINE_END).forEach((source, index) => {
      const words = /^\s*[#%]\s*(.*)$/.exec(source)?.[1];
      if (words) comments.push({ line: index + 1, source, cells: parse(words, spelling)[0].cells });
    });
  }
  const text = prepare ? prepare(bare) : bare;
  // As many lines as rows at least, unless cells have lines of their own.
  const sources = (delimiter === ',' && prepare ? text : bare).split(LINE_END);
  if (sources.filter((line) => /[^\s,;|]/.test(line)).length > 2 * max) {
    return { rows: sources.map((source, i) => ({ line: i + 1, source, cells: [] })), comments };
  }
  const rows = parse(bare, spelling).filter(({ cells }) => cells.some((cell) => cell !== ''));
  return { rows: rows.map((row) => ({ ...row, source: sources[row.line - 1].trim() })), comments };
}

/**
 * @param {string} text
 * @returns {string} without the brackets round numbers of rows and columns, as R prints a matrix
 */
function unindexed(text) {
  if (!/^[ \t]*\[(?:,1|1,)\]/m.test(text)) return text;
  return text.replace(/\[(\d*),(\d*)\]/g, (_, row, column) => row || `V${column}`);
}

/** @param {string} delimiter */
function spellingWith(delimiter) {
  return SPELLINGS.find((one) => one.delimiter === delimiter && !one.prepare) ?? { delimiter };
}

/**
 * That in which most rows of the beginning have two numbers and a cell more; or at least cells.
 *
 * @param {string} text
 * @returns {Spelling}
 */
function bestSpelling(text) {
  const start = text.slice(0, SAMPLE.characters).trim();
  const scores = SPELLINGS.map((spelling) => {
    const rows = parse(start, spelling)
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
      .slice(0, SAMPLE.rows);
    const wide = rows.filter(({ cells }) => cells.length > NUMBERS_IN_ROW);
    const [data, filled, split] = [
      wide.filter(isData),
      wide,
      rows.filter(({ cells }) => cells.length > 1),
    ].map(({ length }) => length);
    return 100 * data + filled || split / 100;
  });
  const best = Math.max(...scores);
  return best > 0 ? SPELLINGS[scores.indexOf(best)] : spellingWith(',');
}

/**
 * @param {string} text
 * @param {Spelling} spelling
 * @returns {Row[]} whose source is not told yet
 */
function parse(text, { delimiter, prepare }) {
  const prepared = prepare ? prepare(text) : text;
  const apart = prepared.replace(QUOTES_APART, (_, before, after) =>
    before ? `${before}"` : `"${after}`,
  );
  let line = 1;
  return dsvFormat(delimiter).parseRows(apart, (cells) => {
    const row = { line, source: '', cells: cells.map(bareCell) };
    line += 1 + cells.reduce((sum, cell) => sum + cell.split(LINE_END).length - 1, 0);
    return row;
  });
}

/** @param {string} cell */
const bareCell = (cell) =>
  cell
    .trim()
    .replace(/^(["'])(.*)\1$/s, '$2')
    .trim();

/** @param {Row} row */
function isData({ cells }) {
  return (
    cells.filter((cell) => isNumeric(cell) || /^[+-]?(nan|inf(inity)?)$/i.test(cell)).length >=
    NUMBERS_IN_ROW
  );
}

/**
 * @param {Row[]} rows
 * @param {Row[]} comments NumPy writes its header as one
 * @returns {Table}
 */
function findHeader(rows, comments) {
  const numbered = rows.length > 1 && isNumbered(rows[0], rows[1]);
  const first = rows.findIndex((row, index) => isData(row) && !(index === 0 && numbered));
  if (first < 0) {
    const isHeader = rows.length > 1 && rows[0].cells.every((cell) => /^[\p{L}_]/u.test(cell));
    // Then what is wrong with each line is told, as if it were a point.
    return { ...finishTable(rows.slice(isHeader ? 1 : 0), null, []), width: 3 };
  }
  const data = rows.slice(first);
  /** @type {Row[]} */
  const notes = [];
  while (isNote(data[data.length - 1])) notes.unshift(...data.splice(-1));
  const width = widthOf(data);
  const header =
    fullest(rows.slice(0, first), width) ??
    fullest(comments.filter(({ line }) => line < data[0].line).reverse(), width);
  const titles = rows.slice(0, first).filter((row) => row !== header);
  return finishTable(data, header?.cells ?? null, [...titles, ...notes]);
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
 * @param {Row} second
 * @returns {boolean} whether columns are called 0, 1, …, as pandas calls those without names
 */
function isNumbered({ cells }, second) {
  const numbers = cells[0] === '' ? cells.slice(1) : cells;
  const isShort = cells[0] === '' || cells.length === second.cells.length - 1;
  return isShort && numbers.length > 1 && numbers.every((cell, index) => cell === String(index));
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
