/** What a picture of the plane shows at a position. */

import { ENGLISH_PICTURES } from '../text/picture-words.js';
import { sideOf, winnerOf } from './map.js';

/** @typedef {import('../../state/types.js').Points} Points */
/** @typedef {import('./map.js').PlaneMap} PlaneMap */
/** @typedef {import('../text/picture-words.js').PictureWords} PictureWords */
/** @typedef {'train' | 'test'} SetName */

/**
 * @typedef {object} NearestPoint
 * @property {SetName} set
 * @property {number} index in its set
 * @property {number} y the class, or the value
 * @property {number} x1
 * @property {number} x2
 */

/**
 * @typedef {object} PlaneProbe
 * @property {number} x1
 * @property {number} x2
 * @property {PlaneMap | null} map
 * @property {number[] | null} values of the map, interpolated between the grid's points: one, or one for
 *   each of several classes; null where there is no map
 * @property {NearestPoint | null} nearest within reach of the pointer
 * @property {boolean} [hasValue] whether points have values instead of classes
 */

/**
 * @param {{ train: Points, test: Points }} data
 * @param {SetName[]} sets to look in
 * @param {{ x1: number, x2: number }} position in data units
 * @param {{ x1: number, x2: number }} reach how far a point may be: the half axes of an ellipse in data
 *   units, which is a circle on screen
 * @returns {NearestPoint | null}
 */
export function findNearest(data, sets, position, reach) {
  let best = 1;
  /** @type {NearestPoint | null} */
  let nearest = null;
  for (const set of sets) {
    const { x1, x2, y } = data[set];
    for (let index = 0; index < y.length; index += 1) {
      const across = (x1[index] - position.x1) / reach.x1;
      const up = (x2[index] - position.x2) / reach.x2;
      const distance = across * across + up * up;
      if (distance <= best) {
        best = distance;
        nearest = { set, index, y: y[index], x1: x1[index], x2: x2[index] };
      }
    }
  }
  return nearest;
}

/**
 * @param {'both' | SetName} points
 * @returns {SetName[]}
 */
export function shownSets(points) {
  return points === 'both' ? ['train', 'test'] : [points];
}

/**
 * @param {PlaneProbe} probe
 * @param {PictureWords} [words]
 * @returns {string[]} lines for people; the first is the heading
 */
export function describeProbe(probe, words = ENGLISH_PICTURES) {
  const { map, values, nearest } = probe;
  const { x1, x2 } = nearest ?? probe;
  const place = words.probe.place(words.formats.number(x1), words.formats.number(x2));
  const point = nearest ? [pointLine(nearest, probe, words)] : [];
  if (!map || !values) return [...point, place];
  const verdict = nearest ? verdictLines(map, values, nearest, words) : [];
  return [...point, ...answerLines(map, values, nearest, words), place, ...verdict];
}

/**
 * @param {NearestPoint} point
 * @param {Pick<PlaneProbe, 'hasValue'>} probe
 * @param {PictureWords} words
 */
function pointLine({ set, y }, { hasValue }, { probe: say, nameOf, formats }) {
  return hasValue ? say.pointOfValue[set](formats.number(y)) : say.point[set](nameOf(y));
}

/**
 * @param {PlaneMap} map
 * @param {number[]} values
 * @param {NearestPoint | null} nearest
 * @param {PictureWords} words
 * @returns {string[]} what the map says of a place: of several classes the likeliest and the next
 */
function answerLines(
  map,
  values,
  nearest,
  { probe: say, probability, prediction, nameOf, formats },
) {
  const { classes, levels, name, isOfNeuron } = map;
  if (isOfNeuron) return [say.value(name, formats.number(values[0]))];
  if (levels) {
    const error = nearest && say.value(say.error, formats.number(values[0] - nearest.y));
    return [say.value(prediction, formats.number(values[0])), ...(error ? [error] : [])];
  }
  const lineOf = (/** @type {string} */ what, /** @type {number} */ value) =>
    say.value(what, formats.probability(value));
  if (!classes) return [lineOf(name, values[0])];
  const first = Math.max(0, winnerOf(values));
  const others = values.map((value, i) => (i === first ? -1 : value));
  return [first, winnerOf(others)]
    .filter((index) => index >= 0)
    .map((index) => lineOf(probability(nameOf(classes[index])), values[index]));
}

/**
 * @param {PlaneMap} map
 * @param {number[]} values
 * @param {NearestPoint} nearest
 * @param {PictureWords} words
 * @returns {string[]} whether the class is right, where there are classes
 */
function verdictLines(map, values, { y }, { probe: say, nameOf }) {
  const { classes } = map;
  const predicted = classes ? (classes[winnerOf(values)] ?? null) : sideOf(map, values[0]);
  if (predicted === null) return [];
  return [predicted === y ? say.correct : say.wrong(nameOf(predicted))];
}
