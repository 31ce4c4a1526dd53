/** @typedef {(string | number)[]} Place */

/** What is put in the place of something else. @type {unknown[]} */
const WRONG = ['<b>', -1, 1e99, null, true, {}, [], undefined];

/**
 * @param {unknown} json
 * @param {{ place: number, wrong: number }} how `place` is a share of all places in it
 * @returns {unknown} the same, spoilt at one place
 */
export function spoil(json, { place, wrong }) {
  const places = placesIn(json, []);
  const path = places[Math.floor(place * places.length)];
  return replaced(json, path, WRONG[wrong]);
}

/**
 * @param {unknown} json
 * @param {Place} path
 * @returns {Place[]} it, and all below it; of each list, its first item stands for all
 */
function placesIn(json, path) {
  if (typeof json !== 'object' || json === null) return [path];
  const keys = Array.isArray(json) ? [...json.keys()].slice(0, 1) : Object.keys(json);
  const below = keys.flatMap((key) => placesIn(Reflect.get(json, key), [...path, key]));
  return [path, ...below];
}

/**
 * @param {any} json
 * @param {Place} path
 * @param {unknown} value
 * @returns {unknown} a copy
 */
function replaced(json, [key, ...rest], value) {
  if (key === undefined) return value;
  const copy = Array.isArray(json) ? [...json] : { ...json };
  copy[key] = replaced(json[key], rest, value);
  return copy;
}
