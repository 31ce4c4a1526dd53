import { defaultConfig, printText } from '../state/config.js';
import { misspelling } from '../state/messages.js';
import { SCHEMA, markupName } from '../state/schema.js';
import { setAttribute } from '../views/dom.js';

/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('../state/types.js').Entry} Entry */

/** Every setting's attribute, in each of its spellings. */
export const ATTRIBUTES = SCHEMA.flatMap((entry) => spellings(entry));

/** Attributes of frameworks, and those that are free for everybody's use: `v-…`, `data-…`, `:…`. */
const FOREIGN = /^(?:\w{1,2}|data|aria)-|[^\w-]/;

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
      const text = element.getAttribute(name);
      if (text !== reflectedText(entry, config)) patch[entry.key] = text;
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
 * Writes a configuration into an element's attributes: only what differs from the preset, so that
 * the markup stays as short as the address. An author's other spelling goes on saying the same.
 *
 * @param {Element} element
 * @param {Config} config
 */
export function reflectAttributes(element, config) {
  for (const entry of SCHEMA) {
    const text = reflectedText(entry, config);
    for (const name of spellings(entry)) {
      const isWritten = name === markupName(entry) || element.hasAttribute(name);
      if (isWritten) setAttribute(element, name, text);
    }
  }
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
 * @returns {string | null} null: no attribute
 */
function reflectedText({ key, kind }, config) {
  const start = key === 'preset' ? defaultConfig() : defaultConfig(config.preset);
  const text = printText(config[key]);
  if (text === printText(start[key])) return null;
  return kind === 'boolean' ? '' : text;
}
