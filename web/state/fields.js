/**
 * Reads JSON that anybody may have written: each value is what it should be, or is refused by its
 * place, as in `record.history.trainLoss[3]: "x" is not a finite number; allowed are 0 and above`.
 *
 * @module
 */

import { complaint } from './messages.js';

/**
 * @typedef {{ min?: number, max?: number, whole?: boolean }} Range
 */

/**
 * @param {string} place
 * @param {unknown} value
 * @param {string} problem
 * @param {string | number} allowed
 * @returns {never}
 * @throws {TypeError}
 */
export function refuse(place, value, problem, allowed) {
  throw new TypeError(complaint(place, value, problem, String(allowed)));
}

/**
 * @param {string} place
 * @param {unknown} value
 * @param {readonly string[]} names of the fields that must be there
 * @param {readonly string[]} [optional] of those that may
 * @returns {Record<string, unknown>}
 */
export function readFields(place, value, names, optional = []) {
  const allowed = [...names, ...optional];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse(place, value, 'is not an object', `objects of ${allowed.join(', ')}`);
  }
  const fields = /** @type {Record<string, unknown>} */ (value);
  for (const [name, field] of Object.entries(fields)) {
    if (!allowed.includes(name)) {
      refuse(`${place}.${name}`, field, 'is not known', allowed.join(', '));
    }
  }
  const missing = names.find((name) => !Object.hasOwn(fields, name));
  if (missing !== undefined)
    refuse(`${place}.${missing}`, undefined, 'is missing', allowed.join(', '));
  return fields;
}

/**
 * @param {string} place
 * @param {unknown} value
 * @param {readonly unknown[]} choices
 */
export function readChoice(place, value, choices) {
  if (!choices.includes(value)) refuse(place, value, 'is not known', choices.join(', '));
}

/**
 * @param {string} place
 * @param {unknown} value
 * @param {{ min: number, max: number }} lengths
 * @param {string} what its items are
 * @returns {unknown[]}
 */
export function readList(place, value, { min, max }, what) {
  if (!Array.isArray(value)) refuse(place, value, 'is not a list', `lists of ${what}`);
  const { length } = value;
  if (length < min || length > max) {
    refuse(
      `${place}.length`,
      length,
      'is the wrong length',
      min === max ? min : `${min} to ${max}`,
    );
  }
  return value;
}

/**
 * @param {string} place
 * @param {unknown} value
 * @param {Range} [range]
 * @returns {number}
 */
export function readNumber(place, value, range = {}) {
  if (!isNumberIn(value, range)) refuseNumber(place, value, range);
  return value;
}

/**
 * @param {string} place
 * @param {unknown} value
 * @param {{ min: number, max: number }} lengths
 * @param {Range} [range]
 * @returns {number[]} a copy
 */
export function readNumbers(place, value, lengths, range = {}) {
  const list = readList(place, value, lengths, 'numbers');
  // Not map(), which would pass over the holes of a sparse list.
  return Array.from(list, (item, index) =>
    isNumberIn(item, range) ? item : refuseNumber(`${place}[${index}]`, item, range),
  );
}

/**
 * @param {unknown} value
 * @param {Range} range
 * @returns {value is number}
 */
function isNumberIn(value, { min = -Infinity, max = Infinity, whole = false }) {
  return (
    Number.isFinite(value) &&
    (!whole || Number.isInteger(value)) &&
    /** @type {number} */ (value) >= min &&
    /** @type {number} */ (value) <= max
  );
}

/**
 * @param {string} place
 * @param {unknown} value
 * @param {Range} range
 * @returns {never}
 */
function refuseNumber(place, value, { min = -Infinity, max = Infinity, whole = false }) {
  const kind = whole ? 'whole number' : 'finite number';
  const isKind = whole ? Number.isInteger(value) : Number.isFinite(value);
  const problem = isKind ? 'is out of range' : `is not a ${kind}`;
  refuse(place, value, problem, allowedNumbers(min, max, `${kind}s`));
}

/**
 * @param {number} min
 * @param {number} max
 * @param {string} kind
 */
function allowedNumbers(min, max, kind) {
  if (max < Infinity) return `${kind} from ${min} to ${max}`;
  return min > -Infinity ? `${kind} from ${min}` : kind;
}
