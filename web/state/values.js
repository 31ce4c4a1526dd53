/**
 * One value of one setting: text to value, value to text, and whether it is allowed.
 *
 * @module
 */

import { allowedValues, settingError, settingName } from './messages.js';
import { acceptGoal } from './goal.js';
import { acceptNeuron } from './neuron.js';
import { acceptPoints, printPoints } from './points.js';
import { NUMBER, Refusal } from './reading.js';
import { acceptSchedule } from './schedule.js';
import { entryOfKey } from './schema.js';

/** @import { ActivationsEntry, ChoiceEntry, Config, ConfigError, Entry } from './types.js' */
/** @import { LabelsEntry, NameEntry, NamesEntry, NumberEntry, ScheduleEntry } from './types.js' */
/** @import { PointsEntry, ProblemName, SizesEntry } from './types.js' */

/**
 * The value, ready to be used, or what is wrong with it.
 *
 * @typedef {{ value: unknown, error?: undefined } | { value?: undefined, error: ConfigError }} Checked
 */

/** Letters of any alphabet. */
const NAME = /^[\p{L}\p{N} ._-]*$/u;

/** @typedef {Pick<NumberEntry, 'min' | 'max' | 'exclusiveMin' | 'optional'> & { kind: string }} Range */

/**
 * Checks one value. It may come as its own type or as text, since attributes, addresses and input
 * fields are texts.
 *
 * @param {Entry} entry
 * @param {unknown} given
 * @param {ProblemName} [problem] that own points are read for
 * @returns {Checked}
 */
export function checkValue(entry, given, problem) {
  return attempt(entry, () => READERS[entry.kind](entry, given, problem));
}

/**
 * @template T
 * @param {Entry} entry
 * @param {() => T} read
 * @returns {{ value: T, error?: undefined } | { value?: undefined, error: ConfigError }}
 */
export function attempt(entry, read) {
  try {
    return { value: read() };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const { value, problem } = refusal;
    return { error: settingError(entry.key, value, problem, allowedValues(entry)) };
  }
}

/**
 * @param {keyof Config} key
 * @param {string} text
 * @returns {Checked}
 */
export function parseText(key, text) {
  return checkValue(/** @type {Entry} */ (entryOfKey(key)), text);
}

/**
 * The text that is read back as the same value.
 *
 * @param {Config[keyof Config]} value
 * @returns {string}
 */
export function printText(value) {
  if (!Array.isArray(value)) return String(value ?? '');
  return isPoints(value) ? printPoints(value) : value.join(',');
}

/**
 * @param {unknown[]} list
 * @returns {list is import('./types.js').OwnPoint[]}
 */
function isPoints(list) {
  return Array.isArray(list[0]);
}

/**
 * How each kind of setting is read; all throw Refusal.
 *
 * @type {Record<Entry['kind'], (entry: any, given: unknown, problem?: ProblemName) => unknown>}
 */
const READERS = {
  integer: acceptNumber,
  number: acceptNumber,
  sizes: acceptSizes,
  choice: acceptChoice,
  activations: acceptActivations,
  names: acceptNames,
  labels: acceptLabels,
  boolean: acceptBoolean,
  points: (/** @type {PointsEntry} */ entry, given, problem) =>
    acceptPoints(entry, given, { problem }),
  goal: acceptGoal,
  schedule: (/** @type {ScheduleEntry} */ entry, given) => acceptSchedule(entry, given, readChange),
  name: acceptName,
  neuron: acceptNeuron,
};

/**
 * @param {Range} entry
 * @param {unknown} given
 */
function acceptNumber(entry, given) {
  if (entry.optional && (given === null || (typeof given === 'string' && given.trim() === ''))) {
    return null;
  }
  const number = readNumber(given, entry.kind !== 'number');
  if (number < entry.min || (entry.exclusiveMin && number === entry.min)) {
    throw new Refusal(number, ({ problem }) => problem.tooSmall);
  }
  if (number > entry.max) throw new Refusal(number, ({ problem }) => problem.tooLarge);
  // -0 prints as 0, so it must be 0 to come back as the same value.
  return number === 0 ? 0 : number;
}

/**
 * @param {unknown} given
 * @param {boolean} whole
 * @returns {number} perhaps infinite
 */
function readNumber(given, whole) {
  const isNumeric = typeof given === 'string' && NUMBER.test(given.trim());
  const number = isNumeric ? Number(given) : given;
  if (typeof number !== 'number' || Number.isNaN(number) || (whole && number % 1 !== 0)) {
    throw new Refusal(given, ({ problem }) => (whole ? problem.notWhole : problem.notNumber));
  }
  return number;
}

/**
 * @param {SizesEntry} entry
 * @param {unknown} given
 */
function acceptSizes(entry, given) {
  const sizes = splitList(given);
  if (!Array.isArray(sizes)) throw new Refusal(given, ({ problem }) => problem.notList);
  const { length } = sizes;
  if (length > entry.maxItems) {
    throw new Refusal(given, ({ problem, number }) => problem.layerCount(number(length)));
  }
  return sizes.map((size, index) => inLayer(index + 1, () => acceptNumber(entry, size)));
}

/**
 * @param {Pick<ChoiceEntry, 'choices'>} entry
 * @param {unknown} given
 */
function acceptChoice(entry, given) {
  const name = typeof given === 'number' ? String(given) : given;
  const trimmed = typeof name === 'string' ? name.trim() : name;
  if (!entry.choices.some((choice) => choice === trimmed)) {
    throw new Refusal(given, ({ problem }) => problem.unknown);
  }
  return trimmed;
}

/**
 * @param {ActivationsEntry} entry
 * @param {unknown} given
 */
function acceptActivations(entry, given) {
  const names = splitList(given);
  if (!Array.isArray(names) || names.length === 0) {
    throw new Refusal(given, ({ problem }) => problem.notName);
  }
  if (names.length === 1) return acceptChoice(entry, names[0]);
  return names.map((name, index) => inLayer(index + 1, () => acceptChoice(entry, name)));
}

/**
 * @param {NamesEntry} entry
 * @param {unknown} given
 */
function acceptNames(entry, given) {
  const names = splitList(given);
  if (!Array.isArray(names)) throw new Refusal(given, ({ problem }) => problem.notList);
  if (names.length < (entry.min ?? 0)) throw new Refusal(given, ({ problem }) => problem.noName);
  const known = names.map((name) => acceptChoice(entry, name));
  return entry.choices.filter((name) => known.includes(name));
}

/**
 * @param {LabelsEntry} entry
 * @param {unknown} given
 */
function acceptLabels({ maxItems, maxLength }, given) {
  const list = splitList(given);
  if (!Array.isArray(list)) throw new Refusal(given, ({ problem }) => problem.notList);
  const { length } = list;
  if (length > maxItems) {
    throw new Refusal(given, ({ problem, number }) => problem.manyNames(number(length)));
  }
  return list.map((item) => {
    const name = String(typeof item === 'number' ? item : (item ?? '')).trim();
    const isText = typeof item === 'string' || typeof item === 'number';
    if (!isText || name === '') throw new Refusal(item, ({ problem }) => problem.notName);
    if (name.length > maxLength) {
      throw new Refusal(name, ({ problem, number }) => problem.tooLong(number(name.length)));
    }
    // A comma would part it where it is written as text.
    if (/[,\p{Cc}]/u.test(name)) {
      throw new Refusal(name, ({ problem }) => problem.notNameCharacters);
    }
    return name;
  });
}

/**
 * @param {import('./schedule.js').ScheduledKey} key
 * @param {string} text
 * @throws {Refusal} that names the setting, and says what it can be
 */
function readChange(key, text) {
  const entry = /** @type {Entry} */ (entryOfKey(key));
  try {
    return READERS[entry.kind](entry, text);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const { value, problem } = refusal;
    throw new Refusal(value, (words) =>
      words.problem.inChange(settingName(key)(words), problem(words), allowedValues(entry)(words)),
    );
  }
}

/**
 * @param {NameEntry} entry
 * @param {unknown} given
 */
function acceptName({ maxLength }, given) {
  if (typeof given !== 'string') throw new Refusal(given, ({ problem }) => problem.notText);
  const name = given.trim();
  if (name.length > maxLength) {
    throw new Refusal(given, ({ problem, number }) => problem.tooLong(number(name.length)));
  }
  if (!NAME.test(name)) throw new Refusal(given, ({ problem }) => problem.notNameCharacters);
  return name;
}

/**
 * @param {Entry} entry
 * @param {unknown} given
 */
function acceptBoolean({ attribute }, given) {
  // As HTML has it: `autoplay` is also `autoplay=""` and `autoplay="autoplay"`, however it is cased.
  const isItself = typeof given === 'string' && given.toLowerCase() === attribute;
  if (given === true || given === '' || given === 'true' || isItself) return true;
  if (given === false || given === 'false') return false;
  throw new Refusal(given, ({ problem }) => problem.notBoolean);
}

/**
 * @template T
 * @param {number} layer counted from 1
 * @param {() => T} read
 * @returns {T}
 * @throws {Refusal} that names the layer
 */
function inLayer(layer, read) {
  try {
    return read();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const { value, problem } = refusal;
    throw new Refusal(value, (words) => words.problem.inLayer(words.number(layer), problem(words)));
  }
}

/** @param {unknown} given a list, or a text with commas between its items */
function splitList(given) {
  if (typeof given !== 'string') return given;
  return given.trim() === '' ? [] : given.split(',');
}
