/**
 * Cells of the grid that a line between two classes crosses where a probability jumps. Interpolated, it
 * would turn over wherever the grid's points happen to lie; here it does so at the line.
 *
 * @module
 */

import { lookupIndex, shadeIndex } from '../palette.js';
import { logOdds } from './contour.js';
import { placesOf } from './crossings.js';
import { valuesAt } from './map.js';

/** @typedef {import('./map.js').PlaneMap} PlaneMap */
/** @typedef {Pick<PlaneMap, 'values' | 'resolution' | 'crossings' | 'classes'>} CrossedMap */

/**
 * @typedef {object} Positions where the middles of pixels lie along one side of the image
 * @property {Int32Array} cells of the grid
 * @property {Float64Array} fractions how far into them
 * @property {Int32Array} ends for each cell, the first pixel after it
 */

/** Smaller probabilities count as this: their logarithm would not be finite. */
const LEAST = 1e-300;
/** A logarithm of odds of which the probability is in the outermost band. */
const CERTAIN = 6;

// A cell's corners, round it from below left: how far to the right and up. Side i goes to the next one.
const RIGHT = [0, 1, 1, 0];
const UP = [0, 0, 1, 1];
const SIDES = [0, 1, 2, 3];

/**
 * A cell in two parts. How much likelier the one class is than the other, as a logarithm, is taken as a
 * plane over the cell, which is 0 at the line and at the corners as far from it as there, or farther.
 *
 * @typedef {object} Cell
 * @property {number[]} points its corners
 * @property {number[]} winners there
 * @property {number[]} leads of one class over the other there
 * @property {number[]} heights of the plane there
 * @property {{ winner: number, most: number, limit: number, index: number }[]} parts of both classes: how
 *   likely each is at a corner, at most; the lead from which on it is, and where the pixel stands in the lookup
 */

/**
 * Paints such cells over what has been painted there.
 *
 * @param {CrossedMap} map
 * @param {{ across: Positions, up: Positions }} positions of the image's pixels
 * @param {Uint32Array} lookup a palette's
 * @param {Uint32Array} pixels (height, width)
 */
export function paintCrossedCells(map, { across, up }, lookup, pixels) {
  const places = placesOf(map.crossings);
  const cell = emptyCell();
  for (const corner of cornersBeside(places, map.resolution)) {
    if (divide(map, places, corner, cell)) paintCell(map, cell, { across, up }, lookup, pixels);
  }
}

/**
 * @param {PlaneMap} map
 * @param {import('./map.js').Bounds} bounds of its grid
 * @param {number} x1
 * @param {number} x2
 * @returns {number[]} what it says there, of each class that has values: beside a line, what it says on that
 *   side of it
 */
export function answerAt(map, bounds, x1, x2) {
  const values = valuesAt(map, bounds, x1, x2);
  const places = placesOf(map.crossings);
  const { resolution, classes } = map;
  const [u, v] = [x1, x2].map((x, axis) => {
    const [low, high] = [bounds[2 * axis], bounds[2 * axis + 1]];
    return ((x - low) / (high - low)) * (resolution - 1);
  });
  const [column, row] = [u, v].map((at) => Math.min(Math.floor(at), resolution - 2));
  const corner = column + row * resolution;
  const cell = emptyCell();
  if (!cornersBeside(places, resolution).has(corner) || !divide(map, places, corner, cell)) {
    return values;
  }
  const { heights, parts } = cell;
  const [right, up] = [heights[1] - heights[0], heights[3] - heights[0]];
  const lead = heights[0] + right * (u - column) + up * (v - row);
  const [one, other] = lead > 0 ? parts : [parts[1], parts[0]];
  const share = Math.min(one.most, shareOf(Math.abs(lead)));
  if (!classes) return [one.winner === 1 ? share : 1 - share];
  const both = values[one.winner] + values[other.winner];
  values[one.winner] = both * share;
  values[other.winner] = both * (1 - share);
  return values;
}

/** @returns {Cell} */
function emptyCell() {
  const part = () => ({ winner: 0, most: 0, limit: 0, index: 0 });
  const four = () => [0, 0, 0, 0];
  const corners = { points: four(), winners: four(), leads: four(), heights: four() };
  return { ...corners, parts: [part(), part()] };
}

/**
 * @param {Map<number, number>} places
 * @param {number} resolution
 * @returns {Set<number>} the corners below left of the cells that have one of the sides
 */
function cornersBeside(places, resolution) {
  const corners = new Set();
  for (const side of places.keys()) {
    const isUpward = side % 2;
    const point = (side - isUpward) / 2;
    const column = point % resolution;
    if (column < resolution - 1 && point < resolution * (resolution - 1)) corners.add(point);
    if (isUpward && column > 0) corners.add(point - 1);
    if (!isUpward && point >= resolution) corners.add(point - resolution);
  }
  return corners;
}

/**
 * @param {CrossedMap} map
 * @param {Map<number, number>} places
 * @param {number} corner
 * @param {Cell} cell out
 * @returns {boolean} whether the cell has two parts: not where lines meet or cross, or at a hole
 */
function divide(map, places, corner, cell) {
  const { points, winners, leads, parts } = cell;
  for (let i = 0; i < 4; i += 1) {
    points[i] = corner + RIGHT[i] + UP[i] * map.resolution;
    winners[i] = winnerAt(map, points[i]);
  }
  const crossed = SIDES.filter((i) => winners[i] !== winners[(i + 1) % 4]);
  if (crossed.length !== 2) return false;
  const [first, second] = crossed;
  for (let i = 0; i < 4; i += 1) leads[i] = leadAt(map, winners[first], winners[second], points[i]);
  if (leads.some(Number.isNaN)) return false;
  setHeights(cell, places, first, second);
  limitPart(map, cell, parts[0], winners[first]);
  limitPart(map, cell, parts[1], winners[second]);
  return true;
}

/**
 * @param {Cell} cell whose heights are set
 * @param {Map<number, number>} places
 * @param {number} first of the two sides that the line crosses
 * @param {number} second
 */
function setHeights(cell, places, first, second) {
  const { leads, heights } = cell;
  const [t, s] = [placeOn(cell, places, first), placeOn(cell, places, second)];
  const [pu, pv] = [alongSide(RIGHT, first, t), alongSide(UP, first, t)];
  const [qu, qv] = [alongSide(RIGHT, second, s), alongSide(UP, second, s)];
  let factor = 0;
  for (let i = 0; i < 4; i += 1) {
    // The distance from the line, but for a factor.
    heights[i] = (RIGHT[i] - pu) * (qv - pv) - (UP[i] - pv) * (qu - pu);
    factor = Math.max(factor, Math.abs(leads[i] / heights[i]) || 0);
  }
  if (heights[first] < 0) factor = -factor;
  for (let i = 0; i < 4; i += 1) heights[i] *= factor;
}

/**
 * @param {Cell} cell
 * @param {Map<number, number>} places
 * @param {number} i of a side
 * @returns {number} how far along it, from corner i to the next, both classes are as likely
 */
function placeOn({ points, leads }, places, i) {
  const next = (i + 1) % 4;
  const isBack = points[next] < points[i];
  const place = places.get(2 * (isBack ? points[next] : points[i]) + (i % 2));
  if (place === undefined) return leads[i] / (leads[i] - leads[next]);
  return isBack ? 1 - place : place;
}

/**
 * @param {number[]} of the corners
 * @param {number} i of a side
 * @param {number} t
 */
function alongSide(of, i, t) {
  return of[i] + t * (of[(i + 1) % 4] - of[i]);
}

/**
 * @param {CrossedMap} map
 * @param {number} point of the grid
 * @returns {number} the class that wins there
 */
function winnerAt({ values, resolution, classes }, point) {
  if (!classes) return Number(values[point] > 0.5);
  const size = resolution * resolution;
  let winner = 0;
  for (let index = 1; index < classes.length; index += 1) {
    if (values[index * size + point] > values[winner * size + point]) winner = index;
  }
  return winner;
}

/**
 * @param {CrossedMap} map
 * @param {number} winner
 * @param {number} point
 * @returns {number} the probability of that class
 */
function shareAt({ values, resolution, classes }, winner, point) {
  if (classes) return values[winner * resolution * resolution + point];
  return winner === 1 ? values[point] : 1 - values[point];
}

/**
 * @param {CrossedMap} map
 * @param {number} one
 * @param {number} other
 * @param {number} point
 * @returns {number} how much likelier the one class is there, as a logarithm
 */
function leadAt(map, one, other, point) {
  if (!map.classes) return logOdds(shareAt(map, one, point));
  const [a, b] = [shareAt(map, one, point), shareAt(map, other, point)];
  return Math.log(Math.max(LEAST, a)) - Math.log(Math.max(LEAST, b));
}

/**
 * @param {CrossedMap} map
 * @param {Cell} cell
 * @param {Cell['parts'][number]} part out
 * @param {number} winner whose part it is
 */
function limitPart(map, { points, winners }, part, winner) {
  let most = 0;
  for (let i = 0; i < 4; i += 1) {
    if (winners[i] === winner) most = Math.max(most, shareAt(map, winner, points[i]));
  }
  part.winner = winner;
  part.most = most;
  part.limit = Math.min(CERTAIN, logOdds(most));
  part.index = indexOf(map.classes, winner, most);
}

/**
 * @param {CrossedMap} map
 * @param {Cell} cell
 * @param {{ across: Positions, up: Positions }} positions
 * @param {Uint32Array} lookup
 * @param {Uint32Array} pixels
 */
function paintCell({ resolution, classes }, { points, heights, parts }, positions, lookup, pixels) {
  const { across, up } = positions;
  const width = across.cells.length;
  const column = points[0] % resolution;
  const line = (points[0] - column) / resolution;
  const rise = heights[1] - heights[0];
  for (let y = line > 0 ? up.ends[line - 1] : 0; y < up.ends[line]; y += 1) {
    const left = heights[0] + (heights[3] - heights[0]) * up.fractions[y];
    const offset = (up.cells.length - 1 - y) * width;
    for (let x = column > 0 ? across.ends[column - 1] : 0; x < across.ends[column]; x += 1) {
      const lead = left + rise * across.fractions[x];
      const size = Math.abs(lead);
      const { winner, limit, index } = parts[lead > 0 ? 0 : 1];
      const isBelow = size < limit;
      const at = isBelow ? indexOf(classes, winner, shareOf(size)) : index;
      pixels[offset + x] = lookup[at];
    }
  }
}

/** @param {number} lead of one class over another @returns {number} its share of both */
function shareOf(lead) {
  return 1 / (1 + Math.exp(-lead));
}

/**
 * @param {CrossedMap['classes']} classes
 * @param {number} winner
 * @param {number} share its probability
 * @returns {number} where the pixel stands in the lookup
 */
function indexOf(classes, winner, share) {
  if (!classes) return lookupIndex(winner === 1 ? share : 1 - share);
  const { length } = classes;
  return shadeIndex(winner, (share * length - 1) / (length - 1));
}
