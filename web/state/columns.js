/**
 * Which columns of a table are a point's coordinates and its label, told by their names, by what stands in
 * them and by their place; or not at all.
 *
 * @module
 */

import { isMissing, readNumeral } from './numerals.js';

/** @import { Table } from './table.js' */
/** @import { ProblemName } from './types.js' */

/** @typedef {{ x1: number, x2: number, label: number }} Columns which column each is */

/** So many classes can be told apart by their colours. */
export const MOST_CLASSES = 6;

/** Names of the two coordinates, most telling first. */
const PAIRS = [
  [/^x[_ ]?1$/, /^x[_ ]?2$/],
  [/^x[_ ]?0$/, /^x[_ ]?1$/],
  [/^x\[?0\]?$/, /^x\[?1\]?$/],
  [
    /^(?:feature|merkmal|f|input|col|dim|var)[_ ]?1$/,
    /^(?:feature|merkmal|f|input|col|dim|var)[_ ]?2$/,
  ],
  [
    /^(?:feature|merkmal|f|input|col|dim|var)[_ ]?0$/,
    /^(?:feature|merkmal|f|input|col|dim|var)[_ ]?1$/,
  ],
  [/^x$/, /^y$/],
];
const LABEL =
  /^(?:labels?|class(?:es|_?id|_?name)?|klassen?|cls|targets?|ziel|species|spezies|arten?|categor(?:y|ies)|kategorien?|groups?|gruppen?|types?|typ|outcome|cluster|y|y_true)$/;
/** What is learned where it is no class. */
const VALUE = /^(?:values?|werte?|z|targets?|ziel|outcome|y|y_true)$/;
const COUNTER =
  /^(?:|index|idx|id|nr\.?|no\.?|n|#|row(?:[_ ]?(?:names|id))?|rownames|zeile|case|fall|obs|unnamed: 0)$/;

/**
 * @param {Table} table
 * @param {ProblemName} [problem] that it is for: of values nothing but the name and the place tells
 * @returns {Columns | null} null where it cannot be told
 */
export function findColumns(table, problem = 'classification') {
  const all = Array.from({ length: table.width }, (_, index) => index);
  const names = (table.names ?? []).map((name) => name.toLowerCase().trim());
  const columns = all.filter((index) => !isCounter(table, index, names[index]));
  if (columns.length === 3 || (columns.length < 3 && all.length === 3)) {
    return ofThree(table, columns.length === 3 ? columns : all, names, problem);
  }
  return ofMany(table, columns, names, problem);
}

/**
 * @param {Table} table
 * @param {number[]} columns three
 * @param {string[]} names
 * @param {ProblemName} problem
 * @returns {Columns}
 */
function ofThree(table, columns, names, problem) {
  const pair = pairOf(columns, names);
  if (pair) {
    const [label] = columns.filter((index) => !pair.includes(index));
    return { x1: pair[0], x2: pair[1], label };
  }
  const label = labelOf(table, columns, names, problem) ?? labelByPlace(table, columns, problem);
  const [x1, x2] = columns.filter((index) => index !== label);
  return { x1, x2, label };
}

/**
 * @param {Table} table
 * @param {number[]} columns
 * @param {string[]} names
 * @param {ProblemName} problem
 * @returns {Columns | null}
 */
function ofMany(table, columns, names, problem) {
  const pair = pairOf(columns, names);
  const label = labelOf(
    table,
    columns.filter((index) => !pair?.includes(index)),
    names,
    problem,
  );
  if (label === null) return null;
  const numbers = columns.filter((index) => index !== label && !isOfWords(table, index));
  const [x1, x2] = pair ?? numbers;
  return pair || numbers.length === 2 ? { x1, x2, label } : null;
}

/**
 * @param {number[]} columns
 * @param {string[]} names
 * @returns {number[] | undefined} the coordinates by their names
 */
function pairOf(columns, names) {
  const pairs = PAIRS.map((pair) =>
    pair.map((pattern) => columns.find((index) => pattern.test(names[index] ?? '')) ?? -1),
  );
  return pairs.find((pair) => !pair.includes(-1));
}

/**
 * @param {Table} table
 * @param {number[]} columns
 * @param {string[]} names
 * @param {ProblemName} problem
 * @returns {number | null} the one that is called so, or the only one of words
 */
function labelOf(table, columns, names, problem) {
  const isValue = problem === 'regression';
  const named = columns.filter((index) => (isValue ? VALUE : LABEL).test(names[index] ?? ''));
  if (named.length === 1) return named[0];
  if (isValue) return null;
  const words = columns.filter((index) => isOfWords(table, index));
  return words.length === 1 ? words[0] : null;
}

/**
 * @param {Table} table
 * @param {number[]} columns of numbers without telling names
 * @param {ProblemName} problem
 * @returns {number} the last, unless only the first can be
 */
function labelByPlace(table, columns, problem) {
  const [first, , last] = columns;
  if (problem === 'regression') return last;
  return !isOfClasses(table, last) && isOfClasses(table, first) ? first : last;
}

/**
 * @param {Table} table
 * @param {number} index
 */
function isOfClasses({ rows }, index) {
  const labels = new Set(rows.map(({ cells }) => cells[index]));
  return labels.size > 1 && labels.size <= Math.min(MOST_CLASSES, rows.length / 2);
}

/**
 * @param {Table} table
 * @param {number} index
 * @returns {boolean} whether most of it are no numbers
 */
function isOfWords({ rows, decimal }, index) {
  const cells = rows.map((row) => row.cells[index] ?? '').filter((cell) => !isMissing(cell));
  const words = cells.filter((cell) => Number.isNaN(readNumeral(cell, decimal)));
  return words.length > cells.length / 2;
}

/**
 * @param {Table} table
 * @param {number} index
 * @param {string} [name]
 * @returns {boolean} whether it only counts the rows
 */
function isCounter({ rows, names, width }, index, name = '') {
  if (index !== 0 || width < 3 || (names && !COUNTER.test(name))) return false;
  // Whatever is called so, such as names of rows.
  if (names && new Set(rows.map(({ cells }) => cells[0])).size === rows.length) return true;
  const numbers = rows.map(({ cells }) => Number((cells[0] ?? '').replace(/[.:]$/, '')));
  return width > 3 && numbers.every((number, i) => number === numbers[0] + i);
}
