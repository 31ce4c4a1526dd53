/** What a picture of the plane shows at a position. */

import { ENGLISH_PICTURES } from '../text/picture-words.js';
import { sideOf } from './map.js';

/** @typedef {import('../../state/types.js').Points} Points */
/** @typedef {'train' | 'test'} SetName */

/**
 * @typedef {object} NearestPoint
 * @property {SetName} set
 * @property {number} index in its set
 * @property {number} y the class
 * @property {number} x1
 * @property {number} x2
 */

/**
 * @typedef {object} PlaneProbe
 * @property {number} x1
 * @property {number} x2
 * @property {import('./map.js').PlaneMap | null} map
 * @property {number | null} value of the map, interpolated between the grid's points; null where there
 *   is no map
 * @property {NearestPoint | null} nearest within reach of the pointer
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
 * @param {import('../text/picture-words.js').PictureWords} [pictureWords]
 * @returns {string[]} lines for people; the first is the heading
 */
export function describeProbe(
  { x1, x2, map, value, nearest },
  { probe: words, formats, nameOf } = ENGLISH_PICTURES,
) {
  const position = nearest ?? { x1, x2 };
  const [across, up] = [position.x1, position.x2].map((place) => formats.number(place));
  const lines = [words.place(across, up)];
  if (map && value !== null) lines.unshift(words.value(map.name, formats.probability(value)));
  if (!nearest) return lines;
  lines.unshift(words.point[nearest.set](nameOf(nearest.y)));
  const predicted = map && value !== null ? sideOf(map, value) : null;
  if (predicted === null) return lines;
  lines.push(predicted === nearest.y ? words.correct : words.wrong(nameOf(predicted)));
  return lines;
}
