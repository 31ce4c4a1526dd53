/**
 * The lines where the likeliest class changes, by marching squares for several materials: each side of a
 * cell whose corners have different winners is crossed where these two are equally likely, and where
 * three or four regions meet in a cell, their lines meet in one point.
 *
 * @module
 */

import { shadesOfPoints, winnerOfShade } from './winners.js';

/** @typedef {import('./contour.js').Polyline} Polyline */
/** @typedef {import('./winners.js').ClassesMap} ClassesMap */

/** Smaller probabilities count as this: their logarithm would not be finite. */
const LEAST = 1e-300;

/**
 * Crossings and meeting points are nodes. A side of the grid is twice the index of its first point, plus
 * 1 if it runs upwards; a meeting point comes after all of these, by its cell.
 *
 * @typedef {object} Net
 * @property {Map<number, number[]>} links from a node to its neighbours
 * @property {Map<number, [u: number, v: number]>} places of nodes, in grid steps
 *
 * @typedef {object} Field
 * @property {Uint8Array} shades
 * @property {ClassesMap} map
 */

/**
 * @param {ClassesMap} map
 * @param {Uint8Array} [shades] of its points
 * @returns {Polyline[]} each from one meeting point, or edge of the grid, to the next; or closed
 */
export function traceTies(map, shades = shadesOfPoints(map)) {
  /** @type {Net} */
  const net = { links: new Map(), places: new Map() };
  const { resolution } = map;
  for (let line = 0; line < resolution - 1; line += 1) {
    for (let cell = line * resolution; cell < (line + 1) * resolution - 1; cell += 1) {
      const shade = shades[cell];
      const isPlain =
        shade === shades[cell + 1] &&
        shade === shades[cell + resolution] &&
        shade === shades[cell + resolution + 1];
      if (!isPlain) crossCell({ shades, map }, cell, net);
    }
  }
  return chains(net);
}

/**
 * @param {Field} field
 * @param {number} cell index of its corner below left
 * @param {Net} net out
 */
function crossCell(field, cell, net) {
  const { shades, map } = field;
  const { resolution } = map;
  // Corners, and sides from each to the next: below, right, above, left.
  const corners = [cell, cell + 1, cell + resolution + 1, cell + resolution];
  const winners = corners.map((corner) => winnerOfShade(shades[corner]));
  if (winners.includes(-1)) return;
  const sides = [2 * cell, 2 * (cell + 1) + 1, 2 * (cell + resolution), 2 * cell + 1];
  const crossed = sides.filter((_, i) => winners[i] !== winners[(i + 1) % 4]);
  if (crossed.length === 0) return;
  for (const side of crossed) {
    if (!net.places.has(side)) net.places.set(side, placeOf(field, side));
  }
  if (crossed.length === 2) return connect(net, crossed[0], crossed[1]);
  const cut = crossed.length === 4 ? cutCorner(map, corners, winners) : -1;
  if (cut < 0) return meet(net, crossed, 2 * resolution ** 2 + cell);
  for (const corner of [cut, cut + 2]) connect(net, sides[(corner + 3) % 4], sides[corner % 4]);
}

/**
 * At a saddle opposite corners of one class may belong together; then the other two are cut off.
 *
 * @param {ClassesMap} map
 * @param {number[]} corners
 * @param {number[]} winners at them
 * @returns {number} the first of two corners to cut off; −1 where all meet
 */
function cutCorner(map, corners, winners) {
  const means = winners.map((winner) =>
    corners.reduce((sum, corner) => sum + logOf(map, winner, corner), 0),
  );
  const winner = winners[means.indexOf(Math.max(...means))];
  if (winners[0] === winners[2] && winner === winners[0]) return 1;
  return winners[1] === winners[3] && winner === winners[1] ? 0 : -1;
}

/**
 * @param {Field} field
 * @param {number} side
 * @returns {[number, number]} where its ends' winners are equally likely
 */
function placeOf({ shades, map }, side) {
  const isUpward = side % 2;
  const from = (side - isUpward) / 2;
  const to = from + (isUpward ? map.resolution : 1);
  const [one, other] = [from, to].map((point) => winnerOfShade(shades[point]));
  const leadAt = (/** @type {number} */ point) => logOf(map, one, point) - logOf(map, other, point);
  const t = leadAt(from) / (leadAt(from) - leadAt(to)) || 0;
  const [u, v] = [from % map.resolution, Math.floor(from / map.resolution)];
  return isUpward ? [u, v + t] : [u + t, v];
}

/**
 * The logarithm of a probability: differences of those of a softmax are differences of sums, which run
 * nearly straight between two points where the probabilities jump.
 *
 * @param {ClassesMap} map
 * @param {number} layer
 * @param {number} point
 */
function logOf({ values, resolution }, layer, point) {
  return Math.log(Math.max(LEAST, values[layer * resolution * resolution + point]));
}

/**
 * @param {Net} net
 * @param {number[]} crossed
 * @param {number} node in the middle of them
 */
function meet(net, crossed, node) {
  const places = crossed.map((side) => net.places.get(side) ?? [0, 0]);
  const mean = (/** @type {0 | 1} */ axis) =>
    places.reduce((sum, place) => sum + place[axis], 0) / places.length;
  net.places.set(node, [mean(0), mean(1)]);
  for (const side of crossed) connect(net, node, side);
}

/**
 * @param {Net} net
 * @param {number} one
 * @param {number} other
 */
function connect({ links }, one, other) {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ]) {
    const known = links.get(from);
    if (known) known.push(to);
    else links.set(from, [to]);
  }
}

/**
 * @param {Net} net of which nothing stays
 * @returns {Polyline[]}
 */
function chains(net) {
  /** @type {Polyline[]} */
  const lines = [];
  // Lines that end somewhere first: what is left are loops.
  const ends = [...net.links].filter(([, links]) => links.length !== 2).map(([node]) => node);
  const isEnd = new Set(ends);
  for (const start of [...ends, ...net.links.keys()]) {
    for (let next = net.links.get(start)?.pop(); next !== undefined;) {
      const nodes = walk(net, start, next, isEnd);
      const closed = nodes.length > 2 && nodes[nodes.length - 1] === start;
      const coordinates = nodes.flatMap((node) => net.places.get(node) ?? []);
      lines.push({ coordinates: Float64Array.from(coordinates), closed });
      next = net.links.get(start)?.pop();
    }
  }
  return lines;
}

/**
 * @param {Net} net
 * @param {number} start
 * @param {number} next from which the link has been taken away at the start
 * @param {Set<number>} isEnd
 * @returns {number[]} nodes, to the next end or back to the start
 */
function walk({ links }, start, next, isEnd) {
  const nodes = [start];
  for (let from = start, at = next; ;) {
    nodes.push(at);
    const others = links.get(at) ?? [];
    others.splice(others.indexOf(from), 1);
    if (at === start || isEnd.has(at)) return nodes;
    [from, at] = [at, /** @type {number} */ (others.pop())];
  }
}
