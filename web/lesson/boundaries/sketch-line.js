/**
 * A boundary drawn by hand: a line through some points that goes on for ever at both ends, and so
 * divides the plane in two.
 *
 * @module
 */

/** @typedef {import('../../state/types.js').Points} Points */
/** @typedef {[number, number]} Point x1, x2 */
/** @typedef {[number, number, number, number]} Bounds x1 from, to, x2 from, to */

/** How far the line is drawn on at its ends, and a circle round it, in widths of the plane. */
const REACH = 20;
/** Corners of that circle, which closes the one side. */
const CIRCLE_STEPS = 36;

/**
 * A straight line across the middle, to start with.
 *
 * @param {Bounds} bounds
 * @param {number} count of points, 2 or more
 * @returns {Point[]}
 */
export function startLine([x1From, x1To, x2From, x2To], count) {
  const middle = (x2From + x2To) / 2;
  return Array.from({ length: count }, (_, i) => [
    x1From + ((i + 0.5) / count) * (x1To - x1From),
    middle,
  ]);
}

/**
 * @param {Point[]} points
 * @param {Bounds} bounds
 * @returns {Point[]} the line with its ends far outside
 */
export function extendLine(points, bounds) {
  const far = REACH * Math.max(bounds[1] - bounds[0], bounds[3] - bounds[2]);
  const last = points.length - 1;
  return [
    prolong(points[1], points[0], far),
    ...points,
    prolong(points[last - 1], points[last], far),
  ];
}

/**
 * What the line says of a place: its two sides are the two classes. Where it crosses itself, each
 * crossing changes sides.
 *
 * @param {Point[]} points
 * @param {Bounds} bounds
 * @param {Points} train which side is which class: the way round that gets more of these right
 * @returns {(x1: number, x2: number) => number} the class
 */
export function classifier(points, bounds, train) {
  const polygon = closeSide(extendLine(points, bounds), bounds);
  const isInside = (/** @type {number} */ x1, /** @type {number} */ x2) =>
    contains(polygon, x1, x2);
  const right = countRight(train, (x1, x2) => Number(isInside(x1, x2)));
  const inside = 2 * right >= train.y.length ? 1 : 0;
  return (x1, x2) => (isInside(x1, x2) ? inside : 1 - inside);
}

/**
 * @param {Points} points
 * @param {(x1: number, x2: number) => number} classify
 */
export function countRight({ x1, x2, y }, classify) {
  return y.reduce((sum, label, i) => sum + Number(classify(x1[i], x2[i]) === label), 0);
}

/**
 * @param {Float64Array} grid probabilities, row by row from the lowest x2
 * @param {number} resolution
 * @param {Bounds} bounds
 * @param {(x1: number, x2: number) => number} classify
 * @returns {number} share of the grid's points to which both give the same class
 */
export function agreement(grid, resolution, [x1From, x1To, x2From, x2To], classify) {
  let same = 0;
  grid.forEach((probability, i) => {
    const x1 = x1From + ((i % resolution) / (resolution - 1)) * (x1To - x1From);
    const x2 = x2From + (Math.floor(i / resolution) / (resolution - 1)) * (x2To - x2From);
    if (classify(x1, x2) === Number(probability > 0.5)) same += 1;
  });
  return same / grid.length;
}

/**
 * @param {Point[]} points
 * @returns {string} to be kept
 */
export function printLine(points) {
  return JSON.stringify(points.map((point) => point.map((value) => Number(value.toFixed(3)))));
}

/**
 * @param {string} text
 * @param {number} count of points that there should be
 * @returns {Point[] | null} null where the text is no such line
 */
export function parseLine(text, count) {
  try {
    const points = JSON.parse(text);
    const isPoint = (/** @type {unknown} */ point) =>
      Array.isArray(point) && point.length === 2 && point.every(Number.isFinite);
    return Array.isArray(points) && points.length === count && points.every(isPoint)
      ? points
      : null;
  } catch {
    return null;
  }
}

/**
 * @param {Point} from
 * @param {Point} to
 * @param {number} length
 * @returns {Point} beyond `to`
 */
function prolong(from, to, length) {
  const [across, up] = [to[0] - from[0], to[1] - from[1]];
  const size = Math.hypot(across, up);
  // Two points in one place have no direction; any will do.
  if (size === 0) return [to[0] + length, to[1]];
  return [to[0] + (across / size) * length, to[1] + (up / size) * length];
}

/**
 * @param {Point[]} line with its ends far outside
 * @param {Bounds} bounds
 * @returns {Point[]} a polygon: the line, and back to its start on a wide circle
 */
function closeSide(line, [x1From, x1To, x2From, x2To]) {
  const [middle1, middle2] = [(x1From + x1To) / 2, (x2From + x2To) / 2];
  const angleOf = (/** @type {Point} */ [x1, x2]) => Math.atan2(x2 - middle2, x1 - middle1);
  const [start, end] = [line[0], line[line.length - 1]];
  const turn = (angleOf(start) - angleOf(end) + 2 * Math.PI) % (2 * Math.PI);
  const radius = Math.hypot(end[0] - middle1, end[1] - middle2);
  const arc = Array.from({ length: CIRCLE_STEPS - 1 }, (_, i) => {
    const angle = angleOf(end) + ((i + 1) / CIRCLE_STEPS) * turn;
    return /** @type {Point} */ ([
      middle1 + radius * Math.cos(angle),
      middle2 + radius * Math.sin(angle),
    ]);
  });
  return [...line, ...arc];
}

/**
 * By how often a ray to the right meets the polygon.
 *
 * @param {Point[]} polygon
 * @param {number} x1
 * @param {number} x2
 */
function contains(polygon, x1, x2) {
  let isInside = false;
  polygon.forEach(([a1, a2], i) => {
    const [b1, b2] = polygon[(i + 1) % polygon.length];
    const isBetween = a2 > x2 !== b2 > x2;
    if (isBetween && x1 < a1 + ((x2 - a2) / (b2 - a2)) * (b1 - a1)) isInside = !isInside;
  });
  return isInside;
}
