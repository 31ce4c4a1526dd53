/**
 * Points in brackets: lists of Python and JSON, arrays of NumPy, matrices of MATLAB and Octave, vectors
 * and data frames of R. A group of groups is a list of rows or one of columns, whatever stands around it.
 *
 * @module
 */

import { parseBrackets } from './brackets.js';
import { isNumeric } from './numerals.js';

/** @import { Group, Item, Leaf } from './brackets.js' */
/** @import { Row } from './spelling.js' */

/** @typedef {{ rows: Row[], names: string[] | null }} Listed */

/** Perhaps a word and a name, then perhaps a function's, then a bracket. */
const BEGINNING = /^\s*(?:(?:\w+\s+)?[\w.]+\s*(?:=|<-)\s*)?(?:[\w.]+\s*)?[[({]/;
/** Of a matrix that R prints. */
const INDEX = /^\s*\[\d*,\d*\]/;
const COMMENT = /^[ \t]*[#%].*$/gm;
/** Octave and MATLAB write several variables one below the other, without brackets. */
const VARIABLE = /^(?:# name: (\w+)|(\w+) =)[ \t]*$/gm;
/** Names of rows tell nothing of points. */
const ROW_NAMES = /^(?:index|row\.names)$/;
const FEWEST_POINTS = 4;

/**
 * @param {string} body
 * @returns {Listed | null} null where it is no list
 */
export function readLists(body) {
  const text = bracketed(body).replace(COMMENT, '');
  if (!BEGINNING.test(text) || INDEX.test(text)) return null;
  const whole = parseBrackets(text);
  return whole && new Lists(text).tableOf(whole);
}

/**
 * @param {string} text
 * @returns {string} the same lines, with brackets round several variables
 */
function bracketed(text) {
  if ((text.match(VARIABLE) ?? []).length < 2) return text;
  const at = text.search(VARIABLE);
  const rows = text.slice(at).replace(/^[ \t]*[-+.\d].*$/gm, '$&;');
  const groups = rows.replace(VARIABLE, (_, saved, shown) => `]${saved ?? shown} = [`);
  return `${text.slice(0, at).replace(/[^\n]/g, '')}${groups.slice(1)}]`;
}

class Lists {
  #text;
  #isLong;
  /** Lines are counted on from the place that was asked for last. */
  #counted = { at: 0, line: 1 };

  /** @param {string} text */
  constructor(text) {
    this.#text = text;
    this.#isLong = text.trim().includes('\n');
  }

  /**
   * @param {Group} group
   * @returns {Listed | null}
   */
  tableOf(group) {
    const parts = group.items.filter(isGroup);
    const unnamed = parts.filter(({ name }) => name === undefined);
    // What is named beside a single part, such as a type, only says something of it.
    const main = parts.length === 1 ? parts[0] : unnamed.length === 1 ? unnamed[0] : null;
    const tables = parts.map((part) => this.tableOf(part) ?? this.#matrixOf(part, !!main));
    if (main) {
      const table = tables[parts.indexOf(main)] ?? this.#byDimensions(main, parts);
      return table && complete(table, without(parts, main));
    }
    const sizes = tables.map((table) =>
      table && table.rows.length >= FEWEST_POINTS ? leavesIn(table) : 0,
    );
    const at = sizes.reduce((best, size, i) => (size > sizes[best] ? i : best), 0);
    if (sizes[at] > 0) {
      return complete(/** @type {Listed} */ (tables[at]), without(parts, parts[at]));
    }
    return columnsOf(parts) ?? this.#rowsOf(group, parts);
  }

  /**
   * @param {Group} group
   * @param {boolean} isAlone
   * @returns {Listed | null} `[0.5 1 0; -2 0.25 1]`
   */
  #matrixOf({ items, name }, isAlone) {
    if (items.some((item) => item.items || item.name !== undefined)) return null;
    // NumPy prints a single row in several lines.
    const ends = isAlone || name ? /./s : /;/;
    const rows = partAfter(/** @type {Leaf[]} */ (items), ends);
    const isEven = rows.every(({ length }) => length > 1 && length === rows[0].length);
    if (rows.length < 2 || !(isAlone || isEven)) return null;
    return { rows: rows.map((leaves) => this.#row(leaves, leaves[0].at)), names: null };
  }

  /**
   * @param {Group} main
   * @param {Group[]} parts one of which may say how many rows and columns it has
   * @returns {Listed | null}
   */
  #byDimensions(main, parts) {
    const [rows, columns] = flatOf(parts.find(({ name }) => /^\.?dim$/i.test(name ?? ''))) ?? [];
    const cells = flatOf(main) ?? [];
    if (cells.length === 0 || cells.length !== Number(rows) * Number(columns)) return null;
    const length = Number(rows);
    return {
      rows: Array.from({ length }, (_, row) =>
        rowOf(
          row,
          cells.filter((__, i) => i % length === row),
        ),
      ),
      names: null,
    };
  }

  /**
   * @param {Group} group
   * @param {Group[]} parts
   * @returns {Listed | null} a row each
   */
  #rowsOf({ items }, parts) {
    if (parts.every((part) => leavesOf(part).length < 2)) return null;
    const keyed = keysOf(parts[0]) && new Set(parts.flatMap((part) => keysOf(part) ?? []));
    const names = keyed && [...keyed];
    const rows = items.map((item, index) => {
      const row = this.#row(leavesOf(item), item.at, index, item);
      const keys = names && item.items && keysOf(item);
      return keys ? { ...row, cells: names.map((key) => row.cells[keys.indexOf(key)] ?? '') } : row;
    });
    return { rows, names };
  }

  /**
   * @param {Leaf[]} leaves
   * @param {number} at
   * @param {number} [index]
   * @param {Item} [item] that they are of
   * @returns {Row}
   */
  #row(leaves, at, index, item) {
    const [from, to] = item?.items
      ? [item.at + 1, item.end - 1]
      : [leaves[0].at, leaves[leaves.length - 1].end];
    return {
      line: this.#isLong || index === undefined ? this.#lineAt(at) : index + 1,
      source: this.#text.slice(from, to).trim(),
      cells: leaves.map(({ text }) => text),
    };
  }

  /** @param {number} at */
  #lineAt(at) {
    if (at < this.#counted.at) this.#counted = { at: 0, line: 1 };
    const between = this.#text.slice(this.#counted.at, at);
    this.#counted = { at, line: this.#counted.line + between.split('\n').length - 1 };
    return this.#counted.line;
  }
}

/**
 * @param {Item} item
 * @returns {item is Group}
 */
const isGroup = (item) => item.items !== undefined;

/**
 * @param {Leaf[]} leaves
 * @param {RegExp} ends
 * @returns {Leaf[][]} parts that end so
 */
function partAfter(leaves, ends) {
  /** @type {Leaf[][]} */
  const parts = [[]];
  for (const leaf of leaves) {
    // A row that goes on in the next line.
    if (leaf.text === '...') continue;
    parts[parts.length - 1].push(leaf);
    if (ends.test(leaf.ends)) parts.push([]);
  }
  return parts.filter(({ length }) => length > 0);
}

/**
 * @param {Group[]} parts
 * @param {Group} one
 */
const without = (parts, one) => parts.filter((part) => part !== one);

/** @param {Listed} table */
const leavesIn = ({ rows }) => rows.reduce((sum, { cells }) => sum + cells.length, 0);

/**
 * @param {Item} item
 * @returns {Leaf[]}
 */
const leavesOf = (item) => (item.items ? item.items.flatMap(leavesOf) : [item]);

/**
 * @param {Group} group
 * @returns {string[] | null} the names of all its parts
 */
function keysOf({ items }) {
  const keys = items.flatMap(({ name }) => name ?? []);
  return keys.length === items.length && keys.length > 0 ? keys : null;
}

/**
 * @param {Group} [group]
 * @returns {string[] | null} its cells, if these are no groups themselves; a factor's are its words
 */
function flatOf(group) {
  if (!group) return null;
  const parts = group.items.filter(isGroup);
  if (parts.length === 0) return leavesOf(group).map(({ text }) => text);
  const [main, ...others] = group.items.filter(({ name }) => name === undefined);
  if (!main?.items || others.length > 0) return null;
  const codes = flatOf(main);
  const levels = flatOf(parts.find(({ name }) => /^(?:levels|\.Label)$/.test(name ?? '')));
  return codes && levels ? codes.map((code) => levels[Number(code) - 1] ?? code) : codes;
}

/**
 * @param {number} index
 * @param {string[]} cells
 * @returns {Row}
 */
const rowOf = (index, cells) => ({ line: index + 1, source: cells.join(', '), cells });

/**
 * @param {Group[]} parts
 * @returns {Listed | null} columns, each by its name; or three of them
 */
function columnsOf(parts) {
  const columns = parts.map((part) => flatOf(part) ?? []);
  const { length } = columns[0] ?? [];
  const names = parts.flatMap(({ name }) => name ?? []);
  const isNamed = names.length === parts.length;
  const areColumns =
    length >= FEWEST_POINTS &&
    columns.every((column) => column.length === length) &&
    (isNamed ? length >= parts.length : parts.length === 3 && !keysOf(parts[0]));
  if (!areColumns) return null;
  return {
    rows: columns[0].map((_, i) =>
      rowOf(
        i,
        columns.map((column) => column[i]),
      ),
    ),
    names: isNamed ? names : null,
  };
}

/**
 * @param {Listed} table
 * @param {Group[]} others what stands beside it
 * @returns {Listed} with names of its columns, and columns more, where they are among these
 */
function complete({ rows, names }, others) {
  const width = rows[0].cells.length;
  const lists = others.flatMap((other) => [other, ...other.items.filter(isGroup)]);
  const areNames = (/** @type {string[] | null} */ cells) =>
    cells?.length === width && !cells.some(isNumeric);
  const found = names ?? lists.map(flatOf).find(areNames) ?? null;
  const columns = others.filter(
    (other) => !ROW_NAMES.test(other.name ?? '') && flatOf(other)?.length === rows.length,
  );
  if (columns.length === 0) return { rows, names: found };
  const cells = columns.map((column) => flatOf(column) ?? []);
  return {
    rows: rows.map((row, i) => rowOf(i, [...row.cells, ...cells.map((column) => column[i])])),
    names: found && [...found, ...columns.map(({ name }) => name ?? '')],
  };
}
