/**
 * Text in brackets as a tree, in the manner of whichever language: `[[0.5, 1], [2, 3]]`, `{"x1": 0.5}`,
 * `np.array([0.5, 1])`, `x1 <- c(0.5, 1)`, `[0.5 1; 2 3]`.
 *
 * @module
 */

/**
 * @typedef {object} Leaf
 * @property {string} text without quotes
 * @property {string} [name] what it is assigned to, or the key of
 * @property {string} ends `;` or a line's end, where one follows and no comma stands before it
 * @property {number} at where it begins
 * @property {number} end behind its last character
 * @property {undefined} [items]
 *
 * @typedef {object} Group
 * @property {Item[]} items
 * @property {string} [name]
 * @property {string} kind the bracket that closes it
 * @property {boolean} isCall whether a function's or a type's name stands before it
 * @property {number} at where it opens
 * @property {number} end behind its closing bracket
 *
 * @typedef {Leaf | Group} Item
 */

/** What is quoted, ranges of R, words, marks. */
const TOKEN =
  /"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|(?<==\s?)(-?\d+:-?\d+)|((?:(?!<-)[^\s[\](){},;=:"'])+)|<-|[[\](){},;=:\n"']/gs;
/** By what opens them. */
const CLOSING = new Map([
  ['[', ']'],
  ['(', ')'],
  ['{', '}'],
]);
/** Nothing that people write is deeper. */
const DEEPEST = 12;
/** More numbers than this, in ranges, are no points. */
const MOST_IN_RANGES = 100_000;

/**
 * @param {string} text
 * @returns {Group | null} a group of all that stands in no bracket; null where brackets or quotes do not
 *   match
 */
export function parseBrackets(text) {
  const reader = new Reader();
  for (const match of text.matchAll(TOKEN)) {
    if (!reader.take(match)) return null;
  }
  return reader.whole;
}

class Reader {
  /** Each inside the one before. @type {Group[]} */
  #open = [{ items: [], kind: '', isCall: false, at: 0, end: 0 }];
  /** The last, unless a comma or a bracket has come since. @type {Leaf | null} */
  #leaf = null;
  /** Of what comes next. @type {string | undefined} */
  #name;
  #inRanges = 0;

  get whole() {
    return this.#open.length === 1 ? this.#open[0] : null;
  }

  get #items() {
    return this.#open[this.#open.length - 1].items;
  }

  /**
   * @param {RegExpExecArray} match of TOKEN
   * @returns {boolean} whether it can stand where it stands
   */
  take({ 0: all, 1: double, 2: single, 3: range, 4: word, index }) {
    const text = double ?? single;
    if (text !== undefined) this.#add(unescape(text), index, index + all.length);
    else if (range) return this.#addRange(range, index);
    else if (word) this.#add(plainWord(word), index, index + all.length);
    else return this.#takeMark(all, index);
    return true;
  }

  /**
   * @param {string} mark
   * @param {number} at
   */
  #takeMark(mark, at) {
    if (CLOSING.has(mark)) return this.#begin(mark, at);
    if (/[\])}]/.test(mark)) return this.#close(mark, at);
    if (/[\n;]/.test(mark)) this.#endRow(mark);
    else if (mark === ',') this.#leaf = null;
    else this.#nameNext();
    // A quote that nobody closes.
    return mark !== '"' && mark !== "'";
  }

  /**
   * @param {string} text
   * @param {number} at
   * @param {number} end
   */
  #add(text, at, end) {
    this.#leaf = { text, name: this.#name, ends: '', at, end };
    this.#name = undefined;
    this.#items.push(this.#leaf);
  }

  /**
   * @param {string} range `1:5`, as R writes whole numbers in order
   * @param {number} at
   */
  #addRange(range, at) {
    const [from, to] = range.split(':').map(Number);
    const length = Math.abs(to - from) + 1;
    this.#inRanges += length;
    if (this.#inRanges > MOST_IN_RANGES || !this.#begin('(', at)) return false;
    for (let i = 0; i < length; i += 1) this.#add(String(from + Math.sign(to - from) * i), at, at);
    return this.#close(')', at + range.length);
  }

  /** @param {string} mark */
  #endRow(mark) {
    if (this.#leaf && this.#leaf.ends !== ';') this.#leaf.ends = mark;
  }

  #nameNext() {
    if (!this.#leaf) return;
    this.#name = this.#leaf.text;
    this.#items.pop();
    this.#leaf = null;
  }

  /**
   * @param {string} bracket
   * @param {number} at
   */
  #begin(bracket, at) {
    const isCall = this.#leaf?.end === at;
    // It is what the function's result is assigned to.
    const name = isCall ? this.#leaf?.name : this.#name;
    if (isCall) this.#items.pop();
    const kind = /** @type {string} */ (CLOSING.get(bracket));
    const group = { items: [], name, kind, isCall, at, end: at };
    this.#items.push(group);
    this.#open.push(group);
    this.#leaf = null;
    this.#name = undefined;
    return this.#open.length <= DEEPEST;
  }

  /**
   * @param {string} bracket
   * @param {number} at
   */
  #close(bracket, at) {
    const group = /** @type {Group} */ (this.#open.pop());
    if (group.kind !== bracket) return false;
    group.end = at + 1;
    this.#leaf = null;
    this.#name = undefined;
    const [only, second] = group.items;
    // A number with its type, as NumPy 2 prints those in lists.
    if (group.isCall && only && !only.items && !second) {
      this.#items.pop();
      this.#add(only.text, group.at, group.end);
      if (this.#leaf) /** @type {Leaf} */ (this.#leaf).name = group.name;
    }
    return true;
  }
}

/** @param {string} text as JSON and most languages have it between quotes */
function unescape(text) {
  return text
    .replace(/\\u([\da-f]{4})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\(.)/gs, '$1');
}

/** @param {string} word as R marks whole numbers and the kinds of what is missing */
function plainWord(word) {
  return word.replace(/^(-?\d+)L$/, '$1').replace(/^NA_\w+_$/, 'NA');
}
