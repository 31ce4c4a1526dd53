/**
 * A text of rows and cells, in the spellings that people and programs use: a CSV file with or
 * without a header, with commas, semicolons, tabs or blanks between its cells, with decimal commas
 * where the comma is free; or rows joined by semicolons, as in an attribute.
 *
 * @module
 */

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

/** As many as the reader needs: a point's coordinates and its class. */
const COLUMNS = 3;
const BYTE_ORDER_MARK = '\ufeff';
const WORD = /^[\p{L}_]/u;

/**
 * @param {string} text
 * @param {number} max rows that are of interest: of more, the cells are not looked for
 * @returns {Row[]} without empty ones and without a header
 */
export function splitTable(text, max) {
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
