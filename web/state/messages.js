/**
 * The words for settings that are not accepted, all in one form:
 * `samples: "abc" is not a whole number; allowed are 4 to 10000`.
 *
 * @module
 */

import { GOAL_COMPARISONS, GOAL_METRICS } from './goal.js';

/** @import { Entry, NumberEntry } from './types.js' */

const SHOWN_LENGTH = 40;

/**
 * @param {string} name of the setting
 * @param {unknown} value what came
 * @param {string} problem
 * @param {string} allowed
 */
export function complaint(name, value, problem, allowed) {
  return `${shorten(name)}: ${showValue(value)} ${problem}; allowed are ${allowed}`;
}

/**
 * @param {string} name of no setting
 * @param {string[]} known the names that there are
 */
export function unknownSetting(name, known) {
  return `${shorten(name) || '""'}: is not a setting; allowed are ${known.join(', ')}`;
}

/**
 * What a setting can be, in words.
 *
 * @param {Entry} entry
 * @returns {string}
 */
export function allowedValues(entry) {
  return WORDS[entry.kind](entry);
}

/** @type {(entry: NumberEntry) => string} */
const range = ({ min, max, exclusiveMin }) =>
  exclusiveMin ? `numbers above ${min}, up to ${max}` : `${min} to ${max}`;

/** @type {Record<Entry['kind'], (entry: any) => string>} */
const WORDS = {
  integer: range,
  number: range,
  sizes: ({ min, max, maxItems }) =>
    `0 to ${maxItems} layers of ${min} to ${max} neurons, such as 8,8`,
  activations: (entry) => `${choiceNames(entry)}; one, or one per hidden layer`,
  names: (entry) => `any of ${choiceNames(entry)}`,
  choice: choiceNames,
  boolean: () => 'true and false',
  points: ({ min, max, maxSize }) =>
    `${min} to ${max} rows x1,x2,label of both classes, coordinates up to ±${maxSize}, ` +
    'labels 0 and 1',
  goal: ({ maxItems }) =>
    `comparisons of ${GOAL_METRICS.join(', ')} with ${GOAL_COMPARISONS.join(', ')}, such as ` +
    `test-accuracy>=0.95; up to ${maxItems}, joined by commas`,
  name: ({ maxLength }) => `up to ${maxLength} letters, digits, blanks and . _ -`,
};

/** @param {Extract<Entry, { choices: unknown }>} entry */
function choiceNames(entry) {
  return entry.choices.map((choice) => choice.value).join(', ');
}

/**
 * What came, as its sender would write it: texts in quotes, numbers bare.
 *
 * @param {unknown} value
 */
export function showValue(value) {
  if (typeof value === 'string') return `"${shorten(value)}"`;
  if (Array.isArray(value)) return `"${shorten(showList(value))}"`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return shorten(String(value));
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
