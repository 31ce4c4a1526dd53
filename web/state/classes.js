/**
 * Labels of own points, and the numbers of the classes that they stand for.
 *
 * @module
 */

/** @import { OwnPoint } from './types.js' */

/**
 * @typedef {string | number} Label as it came; a number where it is one
 * @typedef {[x1: number, x2: number, label: Label]} LabelledPoint
 */

/** @typedef {import('./spelling.js').Row} Row */

/** @type {WeakMap<readonly LabelledPoint[], Row[]>} */
const leftOut = new WeakMap();

/**
 * @param {readonly LabelledPoint[]} points as they are in force
 * @returns {Row[]} lines of the text that they came from, such as titles, that were no points
 */
export const leftOutOf = (points) => leftOut.get(points) ?? [];

/**
 * @template {LabelledPoint[]} T
 * @param {T} points
 * @param {Row[]} rows
 * @returns {T} the same, which are known to be without these
 */
export function withLeftOut(points, rows) {
  if (rows.length > 0) leftOut.set(points, rows);
  return points;
}

/**
 * @param {readonly LabelledPoint[]} points
 * @returns {Label[]} the classes in order: numbers by value, before texts by code point
 */
export function classesOf(points) {
  return [...new Set(points.map(([, , label]) => label))].sort((a, b) => {
    if (typeof a === 'number') return typeof b === 'number' ? a - b : -1;
    if (typeof b === 'number') return 1;
    return compareCodePoints(a, b);
  });
}

/**
 * Puts numbers of classes in the place of labels.
 *
 * @param {LabelledPoint[]} points
 * @param {readonly string[]} [named] names that come with them: numbers of classes then are these already
 * @returns {{ data: OwnPoint[], classNames: string[] }} names where labels are not 0, 1, …
 */
export function toClasses(points, named) {
  const labels = classesOf(points);
  const count = Math.max(labels.length, named?.length ?? 0);
  const areNumbers = labels.every(
    (label, i) => label === i || (named && typeof label === 'number' && isClass(label, count)),
  );
  if (areNumbers) {
    return { data: /** @type {OwnPoint[]} */ (points), classNames: [...(named ?? [])] };
  }
  // Names in an order of their own, such as those of the lab's field.
  const texts = labels.map(String);
  const order = named && texts.every((text) => named.includes(text)) ? [...named] : texts;
  const data = numberClasses(points, order);
  return { data, classNames: named?.length ? [...named] : order };
}

/**
 * The other way: where all names are numbers, they are the values; otherwise the class numbers are.
 *
 * @param {OwnPoint[]} points
 * @param {readonly string[]} classNames
 * @returns {{ data: OwnPoint[], classNames: string[] }}
 */
export function toValues(points, classNames) {
  const values = classNames.map(Number);
  const areValues =
    values.length > 0 && values.every(Number.isFinite) && points.every(([, , i]) => i in values);
  if (!areValues) return { data: points, classNames: [...classNames] };
  const data = points.map(([x1, x2, i]) => /** @type {OwnPoint} */ ([x1, x2, values[i]]));
  return { data: withLeftOut(data, leftOutOf(points)), classNames: [] };
}

/**
 * @param {LabelledPoint[]} points
 * @param {readonly string[]} names of the classes, every label among them
 * @returns {OwnPoint[]}
 */
export function numberClasses(points, names) {
  const data = points.map(([x1, x2, label]) => [x1, x2, names.indexOf(String(label))]);
  return withLeftOut(/** @type {OwnPoint[]} */ (data), leftOutOf(points));
}

/**
 * @param {number} label
 * @param {number} count of the classes
 */
const isClass = (label, count) => Number.isInteger(label) && label >= 0 && label < count;

/**
 * JavaScript compares halves of characters.
 *
 * @param {string} a
 * @param {string} b
 */
function compareCodePoints(a, b) {
  const [left, right] = [Array.from(a), Array.from(b)];
  const at = left.findIndex((character, i) => character !== right[i]);
  if (at < 0) return left.length - right.length;
  return (left[at].codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
}
