/**
 * What is said of settings that are not accepted, all in one form:
 * `samples: "abc" is not a whole number; allowed are 4 to 10000`, and of what has failed. A message is
 * not a text yet: it is said in the language of whoever is to read it.
 *
 * @module
 */

import { ENGLISH } from '../languages/en.js';
import { GOAL_COMPARISONS, GOAL_METRICS } from './goal.js';
import { spelt } from './metrics.js';
import { SCHEDULED } from './schedule.js';
import { zeroWord } from './setting-words.js';

/** @import { Config, ConfigError, Entry, NumberEntry } from './types.js' */

/** @typedef {import('./types.js').Message} Message */
/** @typedef {import('./types.js').MessageWords} MessageWords */

const SHOWN_LENGTH = 40;

/** Developers are spoken to in English, with numbers as they write them. @type {MessageWords} */
const FOR_DEVELOPERS = { ...ENGLISH.messages, number: String };

/**
 * @param {Message} message
 * @returns {string}
 */
export function inEnglish(message) {
  return message(FOR_DEVELOPERS);
}

/**
 * @param {string} key
 * @param {Message} say
 * @returns {ConfigError}
 */
export function configError(key, say) {
  return { key, message: inEnglish(say), say };
}

/**
 * What a setting is called: on screen as its control is, and for developers as it is spelt.
 *
 * @param {keyof Config} key
 * @returns {Message}
 */
export function settingName(key) {
  return ({ settings }) => settings?.[key].label ?? spelt(key);
}

/**
 * @param {keyof Config} key
 * @param {unknown} value what came
 * @param {Message} problem
 * @param {Message} allowed
 * @returns {ConfigError}
 */
export function settingError(key, value, problem, allowed) {
  return configError(key, complaint(settingName(key), value, problem, allowed));
}

/**
 * @template {Error} Kind
 * @param {new (message: string) => Kind} Class
 * @param {Message} say
 * @returns {Kind & { say: Message }} an error whose message is English, and can be said in others
 */
export function errorOf(Class, say) {
  return Object.assign(new Class(inEnglish(say)), { say });
}

/**
 * @param {string | Message} name of what has a value that is not accepted
 * @param {unknown} value what came
 * @param {Message} problem
 * @param {Message} allowed
 * @returns {Message}
 */
export function complaint(name, value, problem, allowed) {
  return (words) =>
    words.complaint({
      name: shorten(typeof name === 'string' ? name : name(words)),
      value: showValue(value)(words),
      problem: problem(words),
      allowed: allowed(words),
    });
}

/**
 * @param {string} name of no setting
 * @param {string[]} known the names that there are
 * @returns {Message}
 */
export function unknownSetting(name, known) {
  return (words) => {
    const near = nearMisses(name, known).join(', ');
    return words.unknownSetting(shorten(name) || '""', known.join(', '), near);
  };
}

/**
 * For places that others may use as well, such as addresses and markup.
 *
 * @param {string} name of no setting
 * @param {string[]} known the names that there are
 * @returns {ConfigError[]} nothing, unless one of these may have been meant
 */
export function misspelling(name, known) {
  const isNear = nearMisses(name, known).length > 0;
  return isNear ? [configError(name, unknownSetting(name, known))] : [];
}

/**
 * What a setting can be.
 *
 * @param {Entry} entry
 * @returns {Message}
 */
export function allowedValues(entry) {
  return (words) => ALLOWED[entry.kind](entry, words);
}

/** @type {(entry: NumberEntry, words: MessageWords) => string} */
const range = ({ key, min, max, exclusiveMin, optional }, { allowed, number, settings }) => {
  const zero = settings && zeroWord({ settings }, key);
  const least = zero ? `${number(min)} (${zero})` : number(min);
  const numbers = (exclusiveMin ? allowed.above : allowed.range)(least, number(max));
  return optional ? allowed.orNothing(numbers) : numbers;
};

/** @type {Record<Entry['kind'], (entry: any, words: MessageWords) => string>} */
const ALLOWED = {
  integer: range,
  number: range,
  sizes: ({ min, max, maxItems }, { allowed, number }) =>
    allowed.sizes({ count: number(maxItems), min: number(min), max: number(max) }),
  activations: ({ choices }, { allowed }) => allowed.activations(choices.join(', ')),
  names: ({ choices, min = 0 }, { allowed }) =>
    (min > 0 ? allowed.someNames : allowed.names)(choices.join(', ')),
  labels: ({ maxItems, maxLength }, { allowed, number }) =>
    allowed.labels(number(maxItems), number(maxLength)),
  choice: ({ choices }) => choices.join(', '),
  boolean: (entry, { allowed }) => allowed.boolean,
  points: ({ min, max, maxSize, classes }, { allowed, number }) =>
    allowed.points({
      min: number(min),
      max: number(max),
      size: number(maxSize),
      classes,
    }),
  goal: ({ maxItems }, { allowed, number }) =>
    allowed.goal({
      metrics: GOAL_METRICS.join(', '),
      signs: GOAL_COMPARISONS.join(', '),
      count: number(maxItems),
    }),
  schedule: ({ maxItems }, { allowed, number }) =>
    allowed.schedule(SCHEDULED.map((key) => spelt(key)).join(', '), number(maxItems)),
  name: ({ maxLength }, { allowed, number }) => allowed.name(number(maxLength)),
  neuron: (entry, { allowed }) => allowed.neuron,
};

/**
 * What came, as its sender would write it: texts in quotes, numbers bare.
 *
 * @param {unknown} value
 * @returns {Message}
 */
export function showValue(value) {
  if (typeof value === 'number') return ({ number }) => number(value);
  if (typeof value === 'string') return () => `"${shorten(value)}"`;
  if (Array.isArray(value)) return () => `"${shorten(showList(value))}"`;
  if (typeof value === 'object' && value !== null) return ({ object }) => object;
  return () => shorten(String(value));
}

/**
 * No more of a list than is shown, and no deeper than points lie: it may be a file's.
 *
 * @param {unknown[]} list
 */
function showList(list) {
  const separator = Array.isArray(list[0]) ? ';' : ',';
  const show = (/** @type {unknown} */ item) =>
    typeof item === 'object' && item !== null ? '…' : String(item);
  return list
    .slice(0, SHOWN_LENGTH)
    .map((item) =>
      Array.isArray(item) ? item.slice(0, SHOWN_LENGTH).map(show).join(',') : show(item),
    )
    .join(separator);
}

/** @param {string} text */
function shorten(text) {
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}

/** Words of addresses and of HTML that are a letter from a setting's name, and no slip of it. */
const WORDS = 'date feed less line lost role sale shop side step top unit'.split(' ');

/**
 * Names that nearly are a setting's: what was meant is told, while every other name is somebody
 * else's and none of our business.
 *
 * @param {string} name of no setting
 * @param {string[]} known names
 * @returns {string[]} those that it may be a misspelling of
 */
export function nearMisses(name, known) {
  const letters = lettersOf(name);
  if (WORDS.includes(letters)) return [];
  const same = known.filter((one) => lettersOf(one) === letters);
  if (same.length > 0) return same;
  return known.filter((one) => {
    const meant = lettersOf(one);
    return isWithin(letters, meant, allowedSlips(Math.max(letters.length, meant.length)));
  });
}

/**
 * `learningRate`, `Learning_Rate` and `learning-rate` are the same.
 *
 * @param {string} name
 */
const lettersOf = (name) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** @param {number} length of the longer name */
function allowedSlips(length) {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * Whether so many slips make one text of the other: a letter that is dropped, added or changed, or
 * two that are swapped, which the libraries at hand count twice.
 *
 * @param {string} a
 * @param {string} b
 * @param {number} slips
 * @returns {boolean}
 */
function isWithin(a, b, slips) {
  if (a === b) return true;
  if (a[0] === b[0]) return isWithin(a.slice(1), b.slice(1), slips);
  if (slips === 0) return false;
  const isSwapped = a[0] === b[1] && a[1] === b[0];
  return (
    isWithin(a.slice(1), b, slips - 1) ||
    isWithin(a, b.slice(1), slips - 1) ||
    isWithin(a.slice(1), b.slice(1), slips - 1) ||
    (isSwapped && isWithin(a.slice(2), b.slice(2), slips - 1))
  );
}

/**
 * @param {unknown} error
 * @returns {boolean} whether nobody is left who would want the answer
 */
export function isAbort(error) {
  return error instanceof Error && error.name === 'AbortError';
}

/**
 * @param {unknown} error
 * @returns {Message} that it comes with, or the words for what the engine says that it is; otherwise
 *   its own, in English
 */
export function messageFrom(error) {
  if (!(error instanceof Error)) return () => String(error);
  const { say } = /** @type {{ say?: Message }} */ (error);
  return say ?? ((words) => failureText(error.cause, words) ?? error.message);
}

/**
 * @param {any} cause
 * @param {MessageWords} words
 * @returns {string | undefined}
 */
function failureText(cause, { failure }) {
  /** @type {Record<string, (cause: any) => string>} */
  const texts = failure;
  return Object.hasOwn(texts, cause?.failure ?? '') ? texts[cause.failure](cause) : undefined;
}

/**
 * @param {unknown} error
 * @returns {boolean} whether it is the browser, or the page's policy, that the engine fails for
 */
export function isOfBrowser(error) {
  return error instanceof Error && error.name === 'NotSupportedError';
}
