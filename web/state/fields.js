/**
 * Reads JSON that anybody may have written: each value is what it should be, or is refused by its
 * place, as in `record.history.trainLoss[3]: "x" is not a finite number; allowed are 0 and above`.
 *
 * @module
 */

import { complaint, errorOf } from './messages.js';

/** @import { Message, MessageWords } from './types.js' */

/**
 * @typedef {{ min?: number, max?: number, whole?: boolean, orNull?: boolean }} Range
 *   null is read as NaN where it is allowed
 */

/**
 * @param {string} place
 * @param {unknown} value
 * @param {Message} problem
 * @param {Message | string | number} allowed names and numbers are the same in every language
 * @returns {never}
 * @throws {TypeError}
 */
export function refuse(place, value, problem, allowed) {
  const say = typeof allowed === 'function' ? allowed : () => String(allowed);
  throw errorOf(TypeError, complaint(place, value, problem, say));
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
    refuseObject(place, value, allowed);
  }
  const fields = /** @type {Record<string, unknown>} */ (value);
  for (const [name, field] of Object.entries(fields)) {
    if (!allowed.includes(name)) {
      refuse(`${place}.${name}`, field, ({ problem }) => problem.unknown, allowed.join(', '));
    }
  }
  const missing = names.find((name) => !Object.hasOwn(fields, name));
  if (missing !== undefined)
    refuse(`${place}.${missing}`, undefined, ({ problem }) => problem.missing, allowed.join(', '));
  return fields;
}

/**
 * @param {string} place
 * @param {unknown} value
 * @param {readonly unknown[]} choices
 */
export function readChoice(place, value, choices) {
  if (!choices.includes(value))
    refuse(place, value, ({ problem }) => problem.unknown, choices.join(', '));
}

/**
 * @param {string} place
 * @param {unknown} value
 * @param {{ min: number, max: number }} lengths
 * @param {keyof MessageWords['allowed']['lists']} what its items are
 * @returns {unknown[]}
 */
export function readList(place, value, { min, max }, what) {
  if (!Array.isArray(value)) {
    refuse(
      place,
      value,
      ({ problem }) => problem.notList,
      ({ allowed }) => allowed.lists[what],
    );
  }
  const { length } = value;
  if (length < min || length > max) {
    refuse(
      `${place}.length`,
      length,
      ({ problem }) => problem.wrongLength,
      min === max ? min : ({ allowed, number }) => allowed.range(number(min), number(max)),
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
  if (range.orNull && value === null) return NaN;
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
    isNumberIn(item, range) ? item : readNumber(`${place}[${index}]`, item, range),
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
  const isKind = whole ? Number.isInteger(value) : Number.isFinite(value);
  refuse(
    place,
    value,
    ({ problem }) => {
      if (isKind) return problem.outOfRange;
      return whole ? problem.notWhole : problem.notFinite;
    },
    ({ allowed, number }) => {
      if (max < Infinity) {
        const between = whole ? allowed.wholesBetween : allowed.numbersBetween;
        return between(number(min), number(max));
      }
      if (min === -Infinity) return whole ? allowed.wholes : allowed.numbers;
      return (whole ? allowed.wholesFrom : allowed.numbersFrom)(number(min));
    },
  );
}

/**
 * @param {string} place
 * @param {unknown} value that is no object
 * @param {readonly string[]} fields
 * @returns {never}
 */
export function refuseObject(place, value, fields) {
  refuse(
    place,
    value,
    ({ problem }) => problem.notObject,
    ({ allowed }) => allowed.objects(fields.join(', ')),
  );
}
