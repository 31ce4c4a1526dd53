/**
 * The configuration in an address: `?dataset=circles&layers=16,8`.
 *
 * @module
 */

import { allowedValues, misspelling, settingError } from './messages.js';
import { defaultConfig } from './presets.js';
import { SCHEMA, entryOfAttribute } from './schema.js';
import { followingKeys } from './settle-problem.js';
import { checkValue, printText } from './values.js';

/** @import { Config, ConfigError, ConfigPatch, Entry } from './types.js' */
/** @import { Checked } from './values.js' */

const PLAIN = /^[\w,;.-]*$/;

const attributes = SCHEMA.map((entry) => entry.attribute);

/**
 * Reads any text without throwing; what it cannot use, it reports.
 *
 * @param {string} search an address's query, with or without its `?`
 * @returns {{ patch: ConfigPatch, errors: ConfigError[] }} for applyPatch, which reads own points
 */
export function parseQuery(search) {
  /** @type {ConfigPatch} */
  const patch = {};
  const { given, strange } = gather(readParameters(search));
  const errors = [...strange].flatMap((name) => misspelling(name, attributes));
  for (const [entry, texts] of given) {
    const { value, error } = readTexts(entry, texts);
    if (error) errors.push(error);
    else Object.assign(patch, { [entry.key]: value });
  }
  return { patch, errors };
}

/**
 * @param {string} search an address's query
 * @returns {URLSearchParams} also where its `&` were escaped once too often, as `&amp;`
 */
export function readParameters(search) {
  return new URLSearchParams(search.replaceAll(/(^\??|&)(?:amp;)+/g, '$1'));
}

/**
 * @param {URLSearchParams} parameters
 * @returns {{ given: Map<Entry, string[]>, strange: Set<string> }} what is given to each setting, in
 *   any of its spellings; and names of none, which most often are those of the page around
 */
function gather(parameters) {
  /** @type {Map<Entry, string[]>} */
  const given = new Map();
  /** @type {Set<string>} */
  const strange = new Set();
  for (const [name, text] of parameters) {
    const entry = entryOfAttribute(name);
    if (entry) given.set(entry, [...(given.get(entry) ?? []), text]);
    else strange.add(name);
  }
  return { given, strange };
}

/**
 * @param {Entry} entry
 * @param {string[]} texts every value that the address gives it
 * @returns {Checked}
 */
function readTexts(entry, texts) {
  // What points are for is told by other settings, some of them the lab's.
  if (texts.length === 1 && entry.kind === 'points') return { value: texts[0] };
  if (texts.length === 1) return checkValue(entry, texts[0]);
  // Nobody can tell which of them was meant.
  const error = settingError(
    entry.key,
    texts,
    ({ problem, number }) => problem.several(number(texts.length)),
    allowedValues(entry),
  );
  return { error };
}

/**
 * @param {Config} config
 * @returns {Entry[]} the settings that give it: what differs from the preset and does not follow
 */
export function toldSettings(config) {
  const start = { ...defaultConfig(config.preset), preset: defaultConfig().preset };
  const following = followingKeys(config);
  return SCHEMA.filter(
    ({ key }) => !following.includes(key) && printText(config[key]) !== printText(start[key]),
  );
}

/**
 * The shortest query that gives this configuration: the preset, and what differs from it and does not
 * follow.
 *
 * @param {Config} config
 * @returns {string} starts with `?`; empty when there is nothing to say
 */
export function printQuery(config) {
  const pairs = toldSettings(config).map(
    ({ key, attribute }) => `${attribute}=${escape(printText(config[key]))}`,
  );
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

/**
 * Nearly every value prints as letters, digits and `,;.-`, none of which needs escaping.
 *
 * @param {string} text
 */
function escape(text) {
  return PLAIN.test(text) ? text : encodeURIComponent(text).replaceAll('%2C', ',');
}
