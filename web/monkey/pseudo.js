/**
 * Catalogues made of the English one, which show what no language that there is shows: texts that are
 * twice as long, and texts that are written from right to left.
 *
 * @module
 */

import { ENGLISH } from '../languages/en.js';
import { ENGLISH_LATER } from '../languages/later/en.js';

/** @typedef {import('../languages/en.js').Texts} Texts */
/** @typedef {'long' | 'rtl'} Kind */

/** What programs read, or write numbers with. */
const KEPT = ['locale', 'direction', 'numerals', 'script'];
/** Symbols, such as x₁, and numbers are the same in every language. */
const WORD = /\p{L}[\p{L}’-]+/gu;
/** Before a number, so that its sign stands before it, and its power behind it. */
const LEFT_TO_RIGHT = '\u200e';
/** Between these, letters run from right to left, as those of Arabic and Hebrew do by themselves. */
const OVERRIDE = { start: '\u202e', end: '\u202c' };

/** @type {Record<Kind, (text: string) => string>} */
const CHANGES = {
  long: (text) => (text.match(WORD) ? `${text} ${text}` : text),
  rtl: (text) => text.replace(WORD, (word) => `${OVERRIDE.start}${word}${OVERRIDE.end}`),
};

/** @param {string} kind @returns {kind is Kind} */
export const isKind = (kind) => Object.hasOwn(CHANGES, kind);
/** The kinds that there are. */
export const KINDS = Object.keys(CHANGES);

/**
 * @param {Kind} kind
 * @returns {Texts}
 */
export function pseudoTexts(kind) {
  const texts = /** @type {Texts} */ (changed({ ...ENGLISH, ...ENGLISH_LATER }, CHANGES[kind]));
  if (kind === 'long') return texts;
  const numerals = { ...texts.numerals, mark: LEFT_TO_RIGHT };
  return { ...texts, direction: 'rtl', numerals };
}

/**
 * @param {unknown} value of a catalogue
 * @param {(text: string) => string} change
 * @returns {unknown} the same with every text changed, those that functions make as well
 */
function changed(value, change) {
  if (typeof value === 'string') return change(value);
  if (typeof value === 'function') return changedFunction(value, change);
  if (Array.isArray(value)) return value.map((item) => changed(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      KEPT.includes(key) ? item : changed(item, change),
    ]),
  );
}

/**
 * @param {Function} make
 * @param {(text: string) => string} change
 * @returns {Function} of as many things
 */
function changedFunction(make, change) {
  const changedMake = (/** @type {unknown[]} */ ...given) => changed(make(...given), change);
  return Object.defineProperty(changedMake, 'length', { value: make.length });
}
