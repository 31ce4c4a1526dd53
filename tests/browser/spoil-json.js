/**
 * In a page: spoils JSON at every place in it, one at a time.
 *
 * @module
 */

import { MARKUP } from './spelling.js';

/** @typedef {(string | number)[]} Place */

/** What is put in the place of something else. @type {unknown[]} */
const WRONG = [MARKUP, NaN, Infinity, null, true, {}, [], undefined];
/** Names that no object has of its own, and one that is none. */
const STRANGE_NAMES = ['__proto__', 'constructor', MARKUP];

/**
 * @param {unknown} json
 * @returns {{ place: string, spoilt: unknown }[]} of each list, its first item stands for all
 */
export function spoil(json) {
  return placesIn(json).flatMap((place) => {
    const found = at(json, place);
    const replaced = WRONG.filter((wrong) => JSON.stringify(wrong) !== JSON.stringify(found)).map(
      (wrong) => ({ place: print(place), spoilt: replace(json, place, wrong) }),
    );
    const isObject = typeof found === 'object' && found !== null && !Array.isArray(found);
    const names = isObject ? STRANGE_NAMES : [];
    const extended = names.map((name) => ({
      place: print([...place, name]),
      spoilt: replace(json, place, extend(found, name)),
    }));
    return [...replaced, ...extended];
  });
}

/**
 * Settings that a record leaves out are the defaults; and where it begins with an imported model, its
 * network need not be that of the settings.
 *
 * @param {string} place
 * @param {any} record spoilt there
 * @returns {boolean} whether it is allowed all the same
 */
export function isAllowed(place, record) {
  // Classes may be called anything that is text.
  if (place === '.classNames[0]') return typeof record.classNames[0] === 'string';
  if (place === '.config.classNames[0]') return typeof record.config.classNames[0] === 'string';
  const text = JSON.stringify(record?.config);
  if (place === '.config') return text === '{}';
  return place === '.config.layers' && text.includes('"layers":[]');
}

/**
 * @param {string} message
 * @param {string} place
 * @returns {boolean} whether it names the place, or what lies in it or around it, but not the whole
 */
export function isOf(message, place) {
  const [named] = /^[^:]*?(?=: | is )/.exec(message) ?? [''];
  // As settings are spelt, or as JSON names them; long names are cut.
  const [said, meant] = [named, place].map((text) =>
    text
      .toLowerCase()
      .replaceAll(/[-. …]/g, '')
      .slice(0, 30),
  );
  const isWhole = /^(record|model)?$/.test(said) && said !== meant;
  return !isWhole && (meant.startsWith(said) || said.startsWith(meant));
}

/**
 * @param {any} value
 * @param {Place} [place]
 * @returns {Place[]} below it
 */
function placesIn(value, place = []) {
  if (typeof value !== 'object' || value === null) return [place];
  const keys = Array.isArray(value) ? [0] : Object.keys(value);
  return [place, ...keys.flatMap((key) => placesIn(value[key], [...place, key]))];
}

/**
 * @param {any} json
 * @param {Place} place
 * @returns {unknown}
 */
function at(json, place) {
  return place.reduce((value, key) => value[key], json);
}

/**
 * @param {unknown} json
 * @param {Place} place
 * @param {unknown} value
 */
function replace(json, place, value) {
  if (place.length === 0) return value;
  const copy = structuredClone(json);
  const parent = /** @type {any} */ (at(copy, place.slice(0, -1)));
  parent[place[place.length - 1]] = value;
  return copy;
}

/**
 * @param {unknown} object
 * @param {string} name
 */
function extend(object, name) {
  // As JSON.parse() does, to which `__proto__` is a name like any other.
  return Object.defineProperty({ .../** @type {object} */ (object) }, name, {
    value: { hacked: true },
    enumerable: true,
  });
}

/** @param {Place} place */
function print(place) {
  return place.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
}
