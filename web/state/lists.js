/**
 * Points in brackets: lists of Python and JSON, arrays of NumPy, matrices of MATLAB and Octave, vectors
 * of R. What is innermost in brackets is a row, a column, or a whole matrix.
 *
 * @module
 */

/** @import { Row } from './table.js' */

/**
 * @typedef {object} Group what stands in one pair of brackets
 * @property {number} at where
 * @property {string | undefined} name what it is assigned to, or the key of
 * @property {string} source
 * @property {string[]} cells
 * @property {string[] | null} keys of an object
 *
 * @typedef {{ rows: Row[], names: string[] | null }} Listed
 */

const BEGINNING = /^\s*(?:[\w.]+\s*(?:=|<-)\s*)?(?:[\w.]+\s*)?[[({]/;
const INNERMOST = /[[({]([^[\](){}]*)[\])}]/g;
/** NumPy 2 prints numbers in lists with their type. */
const TYPED = /\bnp\.\w+\(([^()]*)\)/g;
const NAME = /(?:"([^"]+)"|'([^']+)'|([\w.]+))\s*(?::|=|<-)\s*(?:[\w.]+\s*)?[[({]*\s*$/;
const CELL = /"[^"]*"|'[^']*'|[^\s,;"']+/g;
const PAIR = /(?:"([^"]*)"|'([^']*)'|([\w.-]+))\s*:\s*(?:"([^"]*)"|'([^']*)'|([^\s,]+))/g;
/** A name is not longer. */
const NEAR = 80;
const FEWEST_POINTS = 4;

/**
 * @param {string} body
 * @param {number} max rows that are of interest
 * @returns {Listed | null} null where it is no list
 */
export function readLists(body, max) {
  const text = body.replace(/^[ \t]*[#%].*$/gm, '');
  if (!BEGINNING.test(text) || /^\s*\[\d*,\d*\]/.test(text)) return null;
  const plain = text.replace(TYPED, '$1');
  const matches = [...plain.matchAll(INNERMOST)];
  if (matches.length === 0 || !/\d/.test(matches[0][1])) return null;
  if (matches.length === 1) return readMatrix(plain, matches[0]);
  if (matches.length > max + FEWEST_POINTS) {
    return {
      rows: matches.map(([source], i) => ({ line: i + 1, source, cells: [] })),
      names: null,
    };
  }
  return readGroups(
    plain,
    matches.map((match) => readGroup(plain, match)),
  );
}

/**
 * @param {string} plain
 * @param {Group[]} groups
 * @returns {Listed | null}
 */
function readGroups(plain, groups) {
  const isElided = /\.\.\./.test(plain.replace(INNERMOST, ''));
  const listed = readColumns(groups) ?? readInputsAndLabels(groups) ?? readRows(plain, groups);
  if (!listed || !isElided) return listed;
  // NumPy prints the beginning and the end alone.
  return {
    ...listed,
    rows: [...listed.rows, { line: listed.rows.length + 1, source: '...', cells: ['...'] }],
  };
}

/**
 * @param {string} text
 * @param {RegExpMatchArray} match
 * @returns {Group}
 */
function readGroup(text, { 0: source, 1: content, index = 0 }) {
  const before = text.slice(Math.max(0, index - NEAR), index);
  const found = NAME.exec(before.slice(before.search(/[^\])}]*$/)));
  const name = found?.slice(1).find((one) => one !== undefined);
  const isObject = source.startsWith('{') && content.includes(':');
  if (!isObject) return { at: index, name, source, cells: cellsOf(content), keys: null };
  const pairs = [...content.matchAll(PAIR)].map((pair) => pair.slice(1));
  const part = (/** @type {number} */ from) =>
    pairs.map((pair) => pair.slice(from, from + 3).find((one) => one !== undefined) ?? '');
  return { at: index, name, source, cells: part(3), keys: part(0) };
}

/** @param {string} content */
function cellsOf(content) {
  return (content.match(CELL) ?? []).map((cell) => cell.replace(/^(["'])(.*)\1$/, '$2'));
}

/**
 * @param {string} text
 * @param {RegExpMatchArray} match the only one
 * @returns {Listed | null} `[0.5 1 0; -2 0.25 1]`
 */
function readMatrix(text, { 1: content, index = 0 }) {
  let line = lineAt(text, index);
  /** @type {Row[]} */
  const rows = [];
  for (const source of content.split(/(?<=[;\n])/)) {
    const cells = cellsOf(source.replace('...', ''));
    if (cells.length > 0) rows.push({ line, source: source.replace(/;?\s*$/, '').trim(), cells });
    if (source.endsWith('\n')) line += 1;
  }
  return rows.length > 1 ? { rows, names: null } : null;
}

/**
 * @param {Group[]} groups
 * @returns {Listed | null} columns, each by its name; or three of them
 */
function readColumns(groups) {
  const { length } = groups[0].cells;
  const areColumns =
    length >= FEWEST_POINTS &&
    groups.every(({ cells }) => cells.length === length) &&
    (groups.length === 3 || groups.every(({ name }) => name !== undefined));
  if (!areColumns) return null;
  const rows = groups[0].cells.map((_, i) => {
    const cells = groups.map((group) => group.cells[i]);
    return { line: i + 1, source: cells.join(', '), cells };
  });
  const names = groups.map(({ name }) => name ?? '');
  return { rows, names: names.includes('') ? null : names };
}

/**
 * @param {Group[]} groups
 * @returns {Listed | null} `X`, a list of pairs, and `y`, one of labels
 */
function readInputsAndLabels(groups) {
  const pairs = groups.slice(0, -1);
  const labels = groups[pairs.length].cells;
  const fit = labels.length === pairs.length && pairs.every(({ cells }) => cells.length === 2);
  if (!fit || pairs.length < FEWEST_POINTS) return null;
  const rows = pairs.map((pair, i) => {
    const cells = [...pair.cells, labels[i]];
    return { line: i + 1, source: cells.join(', '), cells };
  });
  return { rows, names: null };
}

/**
 * @param {string} text
 * @param {Group[]} groups
 * @returns {Listed | null} a row each
 */
function readRows(text, groups) {
  if (groups.every(({ cells }) => cells.length < 2)) return null;
  const isLong = text.trim().includes('\n');
  let [line, from] = [1, 0];
  const { keys } = groups[0];
  const rows = groups.map((group, index) => {
    line += text.slice(from, group.at).split('\n').length - 1;
    from = group.at;
    const cells =
      keys && group.keys
        ? keys.map((key) => group.cells[group.keys?.indexOf(key) ?? -1] ?? '')
        : group.cells;
    return { line: isLong ? line : index + 1, source: group.source.slice(1, -1).trim(), cells };
  });
  return { rows, names: keys };
}

/**
 * @param {string} text
 * @param {number} index
 */
const lineAt = (text, index) => text.slice(0, index).split('\n').length;
