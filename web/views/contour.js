/**
 * Level lines of a grid by marching squares (Lorensen & Cline's marching cubes in two dimensions),
 * joined to polylines.
 */

/**
 * @typedef {object} Polyline
 * @property {Float64Array} coordinates u0, v0, u1, v1, … in grid steps, 0…resolution − 1
 * @property {boolean} closed
 */

// The sides of a cell: 0 below, 1 right, 2 above, 3 left. Its corners, as bits of a code: 1 below
// left, 2 below right, 4 above right, 8 above left. For each code, the pairs of sides to connect.
const SEGMENTS = [
  [],
  [3, 0],
  [0, 1],
  [3, 1],
  [1, 2],
  [3, 0, 1, 2],
  [0, 2],
  [3, 2],
  [2, 3],
  [2, 0],
  [0, 1, 2, 3],
  [2, 1],
  [1, 3],
  [1, 0],
  [0, 3],
  [],
];

/** Probabilities nearer to 1 than this are 1 in double precision; the same on the other side. */
const MAX_LOG_ODDS = 36.7;

/**
 * @param {Float64Array} grid values (resolution²), row-major; cells with a NaN corner have no line
 * @param {number} resolution points along a side, ≥ 2
 * @param {number} [level] inside is where a value is greater
 * @param {(value: number) => number} [straighten] makes values of what is nearest to linear between two
 *   points, so that the line is placed well between them
 * @returns {Polyline[]}
 */
export function traceContour(grid, resolution, level = 0.5, straighten = (value) => value) {
  const neighbours = connectCrossings(grid, resolution, level);
  /** @type {Polyline[]} */
  const lines = [];
  /** @param {number} start */
  const follow = (start) => {
    const chain = takeChain(neighbours, start);
    const closed = chain.length > 2 && chain[0] === chain[chain.length - 1];
    lines.push({ coordinates: locate(chain, grid, resolution, level, straighten), closed });
  };
  const crossings = [...neighbours.keys()];
  // Open lines first, each from an end; what then remains are loops.
  for (const crossing of crossings) {
    if (neighbours.get(crossing)?.length === 1) follow(crossing);
  }
  for (const crossing of crossings) {
    if (neighbours.has(crossing)) follow(crossing);
  }
  return lines;
}

/**
 * The logarithm of a probability's odds. A network's output is the sigmoid of a sum, so between two
 * points its odds' logarithm runs nearly straight where the probability itself jumps.
 *
 * @param {number} probability 0 … 1
 * @returns {number} -MAX_LOG_ODDS … MAX_LOG_ODDS
 */
export function logOdds(probability) {
  const value = Math.log(probability / (1 - probability));
  return Math.min(Math.max(value, -MAX_LOG_ODDS), MAX_LOG_ODDS);
}

/**
 * @param {Float64Array} grid
 * @param {number} resolution
 * @param {number} level
 * @returns {Map<number, number[]>} for each grid edge that the line crosses, the one or two crossings
 *   next to it; an edge is twice the index of its first point, plus 1 if it runs upwards
 */
function connectCrossings(grid, resolution, level) {
  /** @type {Map<number, number[]>} */
  const neighbours = new Map();
  for (let line = 0; line < resolution - 1; line += 1) {
    const start = line * resolution;
    let below = Number(grid[start] > level);
    let above = Number(grid[start + resolution] > level);
    for (let corner = start; corner < start + resolution - 1; corner += 1) {
      const left = below | (above << 3);
      below = Number(grid[corner + 1] > level);
      above = Number(grid[corner + resolution + 1] > level);
      const code = left | (below << 1) | (above << 2);
      if (code !== 0 && code !== 15) connectCell(neighbours, code, grid, corner, resolution, level);
    }
  }
  return neighbours;
}

/**
 * @param {Map<number, number[]>} neighbours
 * @param {number} code
 * @param {Float64Array} grid
 * @param {number} corner index of the corner below left
 * @param {number} resolution
 * @param {number} level
 */
function connectCell(neighbours, code, grid, corner, resolution, level) {
  const above = corner + resolution;
  const mean = (grid[corner] + grid[corner + 1] + grid[above] + grid[above + 1]) / 4;
  if (Number.isNaN(mean)) return;
  // At a saddle two opposite corners are inside; they belong together if the middle is inside too.
  const isSaddle = code === 5 || code === 10;
  const sides = SEGMENTS[isSaddle && mean > level ? 15 - code : code];
  const edges = [2 * corner, 2 * (corner + 1) + 1, 2 * above, 2 * corner + 1];
  for (let index = 0; index < sides.length; index += 2) {
    link(neighbours, edges[sides[index]], edges[sides[index + 1]]);
  }
}

/**
 * @param {Map<number, number[]>} neighbours
 * @param {number} first
 * @param {number} second
 */
function link(neighbours, first, second) {
  const ofFirst = neighbours.get(first);
  const ofSecond = neighbours.get(second);
  if (ofFirst) ofFirst.push(second);
  else neighbours.set(first, [second]);
  if (ofSecond) ofSecond.push(first);
  else neighbours.set(second, [first]);
}

/**
 * Removes a chain from the graph.
 *
 * @param {Map<number, number[]>} neighbours
 * @param {number} start an end of the chain, or any crossing of a loop
 * @returns {number[]} its crossings in order; a loop ends where it starts
 */
function takeChain(neighbours, start) {
  const chain = [start];
  let previous = -1;
  let current = start;
  for (;;) {
    const next = neighbours.get(current)?.find((candidate) => candidate !== previous);
    neighbours.delete(current);
    if (next === undefined) return chain;
    chain.push(next);
    if (!neighbours.has(next)) return chain;
    previous = current;
    current = next;
  }
}

/**
 * @param {number[]} chain
 * @param {Float64Array} grid
 * @param {number} resolution
 * @param {number} level
 * @param {(value: number) => number} straighten
 */
function locate(chain, grid, resolution, level, straighten) {
  const goal = straighten(level);
  const coordinates = new Float64Array(2 * chain.length);
  chain.forEach((edge, index) => {
    const isUpward = edge % 2;
    const point = (edge - isUpward) / 2;
    const value = straighten(grid[point]);
    const t = (goal - value) / (straighten(grid[point + (isUpward ? resolution : 1)]) - value);
    coordinates[2 * index] = (point % resolution) + (isUpward ? 0 : t);
    coordinates[2 * index + 1] = Math.floor(point / resolution) + (isUpward ? t : 0);
  });
  return coordinates;
}
