/**
 * The configuration in an address: `?dataset=circles&layers=16,8`.
 *
 * @module
 */

import { allowedValues, complaint, configError, unknownSetting } from './messages.js';
import { defaultConfig } from './presets.js';
import { SCHEMA, entryOfAttribute } from './schema.js';
import { checkValue, printText } from './values.js';

/** @import { Config, ConfigError } from './types.js' */
/** @import { Checked } from './values.js' */

const PLAIN = /^[\w,;.-]*$/;

const attributes = SCHEMA.map((entry) => entry.attribute);

/**
 * Reads any text without throwing; what it cannot use, it reports.
 *
 * @param {string} search an address's query, with or without its `?`
 * @returns {{ patch: Partial<Config>, errors: ConfigError[] }} for applyPatch
 */
export function parseQuery(search) {
  const parameters = new URLSearchParams(search);
  /** @type {Partial<Config>} */
  const patch = {};
  /** @type {ConfigError[]} */
  const errors = [];
  for (const [name, texts] of gather(parameters)) {
    const { key, value, error } = readParameter(name, texts);
    if (error) errors.push(error);
    else Object.assign(patch, { [key]: value });
  }
  return { patch, errors };
}

/**
 * @param {URLSearchParams} parameters
 * @returns {Map<string, string[]>} by name, what is given to it in any of its spellings
 */
function gather(parameters) {
  /** @type {Map<string, string[]>} */
  const given = new Map();
  for (const [spelling, text] of parameters) {
    const name = entryOfAttribute(spelling)?.attribute ?? spelling;
    given.set(name, [...(given.get(name) ?? []), text]);
  }
  return given;
}

/**
 * @param {string} name
 * @param {string[]} texts every value that the address gives it
 * @returns {{ key: string } & Checked}
 */
function readParameter(name, texts) {
  const entry = entryOfAttribute(name);
  if (!entry) return { key: name, error: configError(name, unknownSetting(name, attributes)) };
  const { key } = entry;
  if (texts.length === 1) return { key, ...checkValue(entry, texts[0]) };
  // Nobody can tell which of them was meant.
  const say = complaint(
    name,
    texts,
    ({ problem, number }) => problem.several(number(texts.length)),
    allowedValues(entry),
  );
  return { key, error: configError(key, say) };
}

/**
 * The shortest query that gives this configuration: the preset, and what differs from it.
 *
 * @param {Config} config
 * @returns {string} starts with `?`; empty when there is nothing to say
 */
export function printQuery(config) {
  const start = { ...defaultConfig(config.preset), preset: defaultConfig().preset };
  const pairs = SCHEMA.filter(({ key }) => printText(config[key]) !== printText(start[key])).map(
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
