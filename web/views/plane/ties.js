/**
 * The lines where the likeliest class changes, by marching squares for several materials: each side of a
 * cell whose ends have different winners is crossed where these two are equally likely, and where three
 * or four regions meet in a cell, their lines meet in one point.
 *
 * @module
 */

import { placesOf } from './crossings.js';
import { isCommon, shadesOfPoints, winnersOfPoints } from './winners.js';

/** @typedef {import('./contour.js').Polyline} Polyline */
/** @typedef {import('./winners.js').ClassesMap} ClassesMap */

/** Smaller probabilities count as this: their logarithm would not be finite. */
const LEAST = 1e-300;
/** Lines that can meet in a node. */
const MOST_LINKS = 4;
const NONE = -1;

/**
 * Crossings and meeting points are nodes, by number.
 *
 * @typedef {object} Net
 * @property {Map<number, number>} crossings the nodes of the grid's sides: a side is twice the index of its
 *   first point, plus 1 if it runs upwards
 * @property {number[]} places u0, v0, u1, v1, … in grid steps
 * @property {number[]} links MOST_LINKS for each node: the nodes it is joined with, or NONE
 *
 * @typedef {object} Field
 * @property {ClassesMap} map
 * @property {Uint8Array} winners of its points, from 1; 0 where there is none
 * @property {Map<number, number>} places where two tie on a side, if it is known, see crossings.js
 */

/**
 * @param {ClassesMap} map
 * @param {Uint8Array} [shades] of its points
 * @returns {Polyline[]} each from one meeting point, or edge of the grid, to the next; or closed
 */
export function traceTies(map, shades = shadesOfPoints(map)) {
  /** @type {Net} */
  const net = { crossings: new Map(), places: [], links: [] };
  const places = placesOf(map.crossings);
  const field = { map, winners: winnersOfPoints(shades), places };
  const { resolution } = map;
  for (let line = 0; line < resolution - 1; line += 1) {
    for (let cell = line * resolution; cell < (line + 1) * resolution - 1; cell += 1) {
      if (!isCommon(field.winners, cell, cell + resolution)) crossCell(field, cell, net);
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
  const { winners, map } = field;
  const { resolution } = map;
  // Corners, and sides from each to the next: below, right, above, left.
  const corners = [cell, cell + 1, cell + resolution + 1, cell + resolution];
  const sides = [2 * cell, 2 * (cell + 1) + 1, 2 * (cell + resolution), 2 * cell + 1];
  if (corners.some((corner) => winners[corner] === 0)) return;
  const crossed = [];
  for (let i = 0; i < 4; i += 1) {
    if (winners[corners[i]] !== winners[corners[(i + 1) % 4]]) crossed.push(sides[i]);
  }
  const nodes = crossed.map((side) => crossingOf(net, field, side));
  if (nodes.length === 2) return connect(net, nodes[0], nodes[1]);
  const cut = nodes.length === 4 ? cutCorner(field, corners) : NONE;
  if (cut === NONE) return meet(net, nodes);
  for (const corner of [cut, cut + 2]) connect(net, nodes[(corner + 3) % 4], nodes[corner]);
}

/**
 * At a saddle opposite corners of one class may belong together; then the other two are cut off.
 *
 * @param {Field} field
 * @param {number[]} corners
 * @returns {number} the first of two corners to cut off; NONE where all meet
 */
function cutCorner({ winners, map }, corners) {
  const owners = corners.map((corner) => winners[corner]);
  const means = owners.map((winner) =>
    corners.reduce((sum, corner) => sum + logOf(map, winner, corner), 0),
  );
  const winner = owners[means.indexOf(Math.max(...means))];
  if (owners[0] === owners[2] && winner === owners[0]) return 1;
  return owners[1] === owners[3] && winner === owners[1] ? 0 : NONE;
}

/**
 * @param {Net} net
 * @param {Field} field
 * @param {number} side whose ends have different winners
 * @returns {number} the node where these are equally likely
 */
function crossingOf(net, { winners, map, places }, side) {
  const known = net.crossings.get(side);
  if (known !== undefined) return known;
  const isUpward = side % 2;
  const from = (side - isUpward) / 2;
  const to = from + (isUpward ? map.resolution : 1);
  const lead = leadOf(map, winners[from], winners[to], from);
  const next = leadOf(map, winners[from], winners[to], to);
  const t = places.get(side) ?? (lead / (lead - next) || 0);
  const u = from % map.resolution;
  const v = (from - u) / map.resolution;
  const node = isUpward ? addNode(net, u, v + t) : addNode(net, u + t, v);
  net.crossings.set(side, node);
  return node;
}

/**
 * How much likelier one class is than another, as a difference of logarithms: of a softmax those are
 * differences of sums, which run nearly straight between two points where the probabilities jump.
 *
 * @param {ClassesMap} map
 * @param {number} one
 * @param {number} other
 * @param {number} point
 */
function leadOf(map, one, other, point) {
  return logOf(map, one, point) - logOf(map, other, point);
}

/**
 * @param {ClassesMap} map
 * @param {number} winner as in {@link Field}
 * @param {number} point
 */
function logOf({ values, resolution }, winner, point) {
  return Math.log(Math.max(LEAST, values[(winner - 1) * resolution * resolution + point]));
}

/**
 * @param {Net} net
 * @param {number} u
 * @param {number} v
 * @returns {number} the new node
 */
function addNode({ places, links }, u, v) {
  places.push(u, v);
  for (let link = 0; link < MOST_LINKS; link += 1) links.push(NONE);
  return places.length / 2 - 1;
}

/**
 * @param {Net} net
 * @param {number[]} nodes that are joined in the middle of them
 */
function meet(net, nodes) {
  const mean = (/** @type {0 | 1} */ axis) =>
    nodes.reduce((sum, node) => sum + net.places[2 * node + axis], 0) / nodes.length;
  const middle = addNode(net, mean(0), mean(1));
  for (const node of nodes) connect(net, middle, node);
}

/**
 * @param {Net} net
 * @param {number} one
 * @param {number} other
 */
function connect({ links }, one, other) {
  links[links.indexOf(NONE, MOST_LINKS * one)] = other;
  links[links.indexOf(NONE, MOST_LINKS * other)] = one;
}

/**
 * @param {Net} net of which no link stays
 * @returns {Polyline[]}
 */
function chains({ places, links }) {
  const linksOf = (/** @type {number} */ node) => {
    const all = links.slice(MOST_LINKS * node, MOST_LINKS * (node + 1));
    return all.filter((link) => link !== NONE);
  };
  const isEnd = Array.from({ length: places.length / 2 }, (_, node) => linksOf(node).length !== 2);
  const take = (/** @type {number} */ from, /** @type {number} */ to) => {
    links[links.indexOf(to, MOST_LINKS * from)] = NONE;
    links[links.indexOf(from, MOST_LINKS * to)] = NONE;
  };
  /** @type {Polyline[]} */
  const lines = [];
  const follow = (/** @type {number} */ start) => {
    const coordinates = [places[2 * start], places[2 * start + 1]];
    let at = start;
    do {
      const [next] = linksOf(at);
      take(at, next);
      coordinates.push(places[2 * next], places[2 * next + 1]);
      at = next;
    } while (at !== start && !isEnd[at]);
    lines.push({ coordinates: Float64Array.from(coordinates), closed: at === start });
  };
  // Lines that end somewhere first: what is left are loops.
  for (const wantsEnd of [true, false]) {
    isEnd.forEach((is, node) => {
      while (is === wantsEnd && linksOf(node).length > 0) follow(node);
    });
  }
  return lines;
}
