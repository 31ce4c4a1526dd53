/** What the boundary's plot shows at a position. */

import { interpolateGrid } from './boundary-image.js';
import { ENGLISH_PICTURES } from './picture-words.js';

/** @typedef {import('../state/types.js').Points} Points */
/** @typedef {'train' | 'test'} SetName */

/**
 * @typedef {object} NearestPoint
 * @property {SetName} set
 * @property {number} index in its set
 * @property {number} y the class, 0 or 1
 * @property {number} x1
 * @property {number} x2
 */

/**
 * @typedef {object} BoundaryProbe
 * @property {number} x1
 * @property {number} x2
 * @property {number | null} probability of class 1, interpolated between the grid's points; null
 *   where there is no grid
 * @property {NearestPoint | null} nearest within reach of the pointer
 */

/**
 * @param {Float64Array} grid probabilities (resolution²), row 0 the lowest x2
 * @param {number} resolution
 * @param {[number, number, number, number]} bounds x1min, x1max, x2min, x2max
 * @param {number} x1
 * @param {number} x2
 * @returns {number} the probability of class 1 there, interpolated
 */
export function probabilityAt(grid, resolution, [x1min, x1max, x2min, x2max], x1, x2) {
  const u = ((x1 - x1min) / (x1max - x1min)) * (resolution - 1);
  const v = ((x2 - x2min) / (x2max - x2min)) * (resolution - 1);
  return interpolateGrid(grid, resolution, u, v);
}

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
 * @param {BoundaryProbe} probe
 * @param {import('./picture-words.js').PictureWords} [pictureWords]
 * @returns {string[]} lines for people; the first is the heading
 */
export function describeProbe(
  { x1, x2, probability, nearest },
  { probe: words, formats } = ENGLISH_PICTURES,
) {
  const position = nearest ?? { x1, x2 };
  const [across, up] = [position.x1, position.x2].map((value) => formats.number(value));
  const lines = [words.place(across, up)];
  if (probability !== null) lines.unshift(words.probability(formats.probability(probability)));
  if (!nearest) return lines;
  lines.unshift(words.point[nearest.set](nearest.y));
  if (probability === null) return lines;
  const predicted = probability > 0.5 ? 1 : 0;
  lines.push(predicted === nearest.y ? words.correct : words.wrong(predicted));
  return lines;
}
