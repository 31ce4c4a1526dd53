/**
 * From text to rows of cells: what stands between the cells, and what only adorns them.
 *
 * @module
 */

import { dsvFormat } from 'd3-dsv';
import { isNoLabel, isNumeric } from './numerals.js';

/**
 * @typedef {object} Row
 * @property {number} line counted from 1, empty ones too; of lists in one line, which list it is
 * @property {string} source what came, to be shown
 * @property {string[]} cells
 */

/**
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
  // Of LaTeX.
  { delimiter: '&', prepare: (text) => text.replace(/\\\\.*$|[\\$]/gm, '') },
  { delimiter: '|', prepare: (text) => text.replace(/^[ \t]*\||\|[ \t]*$/gm, '') },
  { delimiter: ' ', prepare: (text) => text.replace(/[ \t\f\v|]+/g, ' ').replace(/^ | $/gm, '') },
];

/** Excel's own line says what stands between cells. */
const EXCEL_LINE = /^\s*"?sep=([^\w"\\\]\r\n-])"?[ \t;,]*(?=[\r\n]|$)/i;
/** Comments, of NumPy, R, Octave and MATLAB; `#N/A`, `#NV` and `#DIV/0!` are Excel's cells. */
const COMMENT = /^[ \t]*"?(?:#(?!N\/[AD]|NV\b|[A-Z\d/]+[!?])|%)[^\r\n]*/gm;
/** A rule between the rows of a printed table, pandas' `[4 rows x 3 columns]`, and what LaTeX is told. */
const ORNAMENT =
  /^(?:(?=[^\r\n]*[|+=_-]{2})[ \t|+:=_-]+|\[\d+ rows x \d+ columns\]|[ \t]*\\[a-z]+.*)$/gm;
/** How much of a text its spelling is guessed from. */
const SAMPLE = { characters: 20_000, rows: 30 };
/** Coordinates: so many numbers make a row one of data. */
export const NUMBERS_IN_ROW = 2;

/**
 * @param {string} text
 * @returns {string} without marks that nobody sees, with signs as programs write them
 */
export function plainText(text) {
  return (
    text
      .replace(/^\ufeff/, '')
      .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
      .replace(/[\u200b\u2060]/g, '')
      .replace(/\u2212|(?<![\p{L}\p{N}])[\u2010-\u2013\ufe63\uff0d](?=[\d.,])/gu, '-')
      // Words in cells of MATLAB.
      .replace(/\{'([^'\r\n]*)' *\}/g, '"$1"')
      // Lines of boxes.
      .replace(/[\u2502\u2503\u2506\u250a\u2551]/g, '|')
      .replace(/[\u2500-\u257f]/g, '-')
      .replace(EXCEL_LINE, (_, delimiter) => `#sep=${delimiter}`)
  );
}

/**
 * @param {string} body
 * @param {number} max
 * @returns {{ rows: Row[], comments: Row[] }}
 */
export function splitRows(body, max) {
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
 * That in which most rows of the beginning have two numbers and a cell more, as many as others have; or
 * at least cells.
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
    const width = rows[rows.length >> 1]?.cells.length;
    const wide = rows.filter(
      ({ cells }) => cells.length > NUMBERS_IN_ROW && cells.length === width,
    );
    const [data, filled, split] = [
      wide.filter(isData),
      wide,
      rows.filter(({ cells }) => cells.length > 1),
    ].map(({ length }) => length);
    // Blanks stand in titles and notes, too.
    return 100 * data + (spelling.delimiter === ' ' ? 0 : filled) || split / 100;
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
export function isData({ cells }) {
  const isValue = (/** @type {string} */ cell) =>
    isNumeric(cell) || /^[+-]?inf(inity)?$/i.test(cell) || (cell !== '' && isNoLabel(cell));
  return cells.filter(isValue).length >= NUMBERS_IN_ROW;
}
