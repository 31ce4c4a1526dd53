import { defaultConfig, printText } from '../state/config.js';
import { SCHEMA, entryOfAttribute } from '../state/schema.js';

/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('../state/types.js').Entry} Entry */

/** Every setting's attribute. */
export const ATTRIBUTES = SCHEMA.map((entry) => entry.attribute);

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
  for (const name of names) {
    const entry = entryOfAttribute(name);
    if (!entry) continue;
    const text = element.getAttribute(name);
    if (text !== reflectedText(entry, config)) patch[entry.key] = text;
  }
  return patch;
}

/**
 * Writes a configuration into an element's attributes: only what differs from the preset, so that
 * the markup stays as short as the address.
 *
 * @param {Element} element
 * @param {Config} config
 */
export function reflectAttributes(element, config) {
  for (const entry of SCHEMA) {
    const text = reflectedText(entry, config);
    if (text === element.getAttribute(entry.attribute)) continue;
    if (text === null) element.removeAttribute(entry.attribute);
    else element.setAttribute(entry.attribute, text);
  }
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
