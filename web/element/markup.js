/**
 * A lab's markup: what its attributes ask for and say, and what seems to be meant otherwise.
 *
 * @module
 */

import { defaultConfig, printText } from '../state/config.js';
import { misspelling } from '../state/messages.js';
import { SCHEMA, entryOfAttribute, markupName } from '../state/schema.js';
import { setAttribute } from '../views/dom.js';

/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('../state/types.js').Entry} Entry */

/** Every setting's attribute, in each of its spellings. */
export const ATTRIBUTES = SCHEMA.flatMap((entry) => spellings(entry));

/** Attributes of frameworks, and those that are free for everybody's use: `v-…`, `data-…`, `:…`. */
const FOREIGN = /^(?:\w{1,2}|data|aria)-|[^\w-]/;

/** What does not stand in for a lab, but comes after one. */
const OF_THE_PAGE = 'moon-lab, script, section, article, h1, h2, h3, h4, h5, h6';

/** Labs whose content has been looked at. @type {WeakSet<Element>} */
const lookedAt = new WeakSet();

/**
 * What attributes ask for, as a patch. An attribute that says what the configuration says already
 * asks for nothing: it is our own reflection.
 *
 * @param {Element} element
 * @param {Iterable<string>} names of the attributes that may have changed
 * @param {Config} config
 * @returns {Partial<Record<keyof Config, string | null>>} null: back to the preset's value
 */
export function readAttributes(element, names, config) {
  /** @type {Partial<Record<keyof Config, string | null>>} */
  const patch = {};
  const changed = new Set(names);
  for (const entry of SCHEMA) {
    for (const name of spellings(entry).filter((one) => changed.has(one))) {
      if (!isReflected(element, name, config)) patch[entry.key] = element.getAttribute(name);
    }
  }
  return patch;
}

/**
 * What seems to be meant for a setting, and is none.
 *
 * @param {Element} element
 * @param {Set<string>} seen names that have been looked at; others are added to it
 * @returns {import('../state/types.js').ConfigError[]}
 */
export function misspeltAttributes(element, seen) {
  const names = element.getAttributeNames().filter((name) => !seen.has(name));
  for (const name of names) seen.add(name);
  return names
    .filter((name) => !ATTRIBUTES.includes(name) && !FOREIGN.test(name))
    .flatMap((name) => misspelling(name, SCHEMA.map(markupName)));
}

/**
 * Writes settings into an element's attributes: only what differs from the preset, so that the markup
 * stays as short as the address. An author's other spelling goes on saying the same.
 *
 * @param {Element} element
 * @param {Config} config
 * @param {(entry: Entry) => boolean} isMeant which settings
 */
export function reflectAttributes(element, config, isMeant) {
  const start = defaultConfig(config.preset);
  for (const entry of SCHEMA.filter(isMeant)) {
    const text = reflectedText(entry, config, start);
    for (const name of spellings(entry)) {
      const isWritten = name === markupName(entry) || element.hasAttribute(name);
      if (isWritten) setAttribute(element, name, text);
    }
  }
}

/**
 * @param {Element} element
 * @param {string} name of an attribute of a setting
 * @param {Config} config
 * @returns {boolean} whether the attribute says what the configuration says already
 */
export function isReflected(element, name, config) {
  const entry = /** @type {Entry} */ (entryOfAttribute(name));
  return element.getAttribute(name) === reflectedText(entry, config, defaultConfig(config.preset));
}

/**
 * @param {Entry} entry
 * @returns {string[]} as HTML may spell it; the last one wins
 */
function spellings(entry) {
  return [...new Set([entry.attribute, markupName(entry)])];
}

/**
 * @param {Entry} entry
 * @param {Config} config
 * @param {Config} start the preset's
 * @returns {string | null} null: no attribute
 */
function reflectedText({ key, kind, default: first }, config, start) {
  const text = printText(config[key]);
  if (text === (key === 'preset' ? first : printText(start[key]))) return null;
  return kind === 'boolean' ? '' : text;
}

/**
 * Warns, once the page is read, of a lab that was written as `<moon-lab />`: HTML knows no such end,
 * so that all that comes after it is in it, and is not shown. After a lab that was closed comes a line
 * break, hardly ever nothing; what stands in for it is one line, or has a slot.
 *
 * @param {Element} lab
 */
export function warnOfSwallowed(lab) {
  const { ownerDocument } = lab;
  if (ownerDocument.readyState === 'loading') {
    ownerDocument.addEventListener('DOMContentLoaded', () => warnOfSwallowed(lab), { once: true });
    return;
  }
  if (lookedAt.has(lab)) return;
  lookedAt.add(lab);
  const inside = lab.querySelectorAll(':scope > :not([slot])');
  const isPage = inside.length > 1 || inside[0]?.matches(OF_THE_PAGE);
  if (!isPage || lab.nextSibling?.nodeType === Node.TEXT_NODE) return;
  // Nobody but the page's author has any use for it.
  // eslint-disable-next-line no-console
  console.warn(
    `What stands in <moon-lab>, from <${inside[0].localName}> on, is not shown: HTML has no ` +
      '<moon-lab />. Write <moon-lab></moon-lab>.',
  );
}
