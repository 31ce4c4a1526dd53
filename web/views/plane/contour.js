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
 * @param {ArrayLike<number>} grid values (resolution²), row-major; cells with a NaN corner have no line
 * @param {number} resolution points along a side, ≥ 2
 * @param {number} level inside is where a value is greater
 * @param {object} [options]
 * @param {(value: number) => number} [options.straighten] makes values of what is nearest to linear between
 *   two points, so that the line is placed well between them
 * @param {Map<number, number>} [options.places] where it is known better, see crossings.js
 * @returns {Polyline[]}
 */
export function traceContour(grid, resolution, level, options = {}) {
  const field = { grid, resolution, level, done: new Uint8Array(grid.length) };
  /** @type {Polyline[]} */
  const lines = [];
  for (let line = 0; line < resolution - 1; line += 1) {
    const start = line * resolution;
    let below = Number(grid[start] > level);
    let above = Number(grid[start + resolution] > level);
    for (let cell = start; cell < start + resolution - 1; cell += 1) {
      const left = below | (above << 3);
      below = Number(grid[cell + 1] > level);
      above = Number(grid[cell + resolution + 1] > level);
      const code = left | (below << 1) | (above << 2);
      if (code === 0 || code === 15) continue;
      for (const chain of chainsThrough(field, cell)) {
        const closed = chain.length > 2 && chain[0] === chain[chain.length - 1];
        lines.push({ coordinates: locate(chain, field, options), closed });
      }
    }
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
 * Adds lines to a canvas' path.
 *
 * @param {import('../surface.js').Context} context
 * @param {Float64Array[]} lines u0, v0, u1, v1, … in grid steps
 * @param {number} resolution of the grid
 * @param {import('../surface.js').Rectangle} plot where it lies
 */
export function followLines(context, lines, resolution, plot) {
  const stepX = (plot.right - plot.left) / (resolution - 1);
  const stepY = (plot.bottom - plot.top) / (resolution - 1);
  for (const coordinates of lines) {
    context.moveTo(plot.left + coordinates[0] * stepX, plot.bottom - coordinates[1] * stepY);
    for (let index = 2; index < coordinates.length; index += 2) {
      const x = plot.left + coordinates[index] * stepX;
      context.lineTo(x, plot.bottom - coordinates[index + 1] * stepY);
    }
  }
}

/**
 * @typedef {object} Field
 * @property {ArrayLike<number>} grid
 * @property {number} resolution
 * @property {number} level
 * @property {Uint8Array} done for each cell, by the index of its corner below left, the bits of the
 *   segments that have been followed
 */

/**
 * @param {Field} field
 * @param {number} cell index of its corner below left
 * @returns {number[][]} the lines through it that have not been followed: the grid's edges that they
 *   cross in order, a loop ends where it starts; an edge is twice the index of its first point, plus 1
 *   if it runs upwards
 */
function chainsThrough(field, cell) {
  const chains = [];
  const sides = segmentsOf(field, cell);
  for (let index = 0; index < sides.length; index += 2) {
    if (field.done[cell] & (1 << index)) continue;
    const side = sides[index];
    // A loop is back here after the first walk, and has its end by it.
    const chain = walk(field, neighbour(cell, side, field.resolution), opposite(side)).reverse();
    chain.push(edgeOf(cell, side, field.resolution));
    chains.push(chain.concat(walk(field, cell, side)));
  }
  return chains;
}

/**
 * Follows a line until it leaves the grid, ends at a hole, or is back where it began.
 *
 * @param {Field} field
 * @param {number} cell where it enters; −1 outside the grid
 * @param {number} side that it enters by
 * @returns {number[]} the edges by which it leaves cells
 */
function walk(field, cell, side) {
  const { resolution, done } = field;
  const edges = [];
  while (cell >= 0) {
    const sides = segmentsOf(field, cell);
    const index = sides.indexOf(side);
    const segment = 1 << (index & ~1);
    if (index < 0 || done[cell] & segment) break;
    done[cell] |= segment;
    const exit = sides[index ^ 1];
    edges.push(edgeOf(cell, exit, resolution));
    cell = neighbour(cell, exit, resolution);
    side = opposite(exit);
  }
  return edges;
}

/**
 * @param {Field} field
 * @param {number} cell
 * @returns {number[]} pairs of sides to connect; none where a corner is NaN
 */
function segmentsOf({ grid, resolution, level }, cell) {
  const [a, b] = [grid[cell], grid[cell + 1]];
  const [c, d] = [grid[cell + resolution + 1], grid[cell + resolution]];
  const mean = (a + b + c + d) / 4;
  if (Number.isNaN(mean)) return SEGMENTS[0];
  const code =
    Number(a > level) |
    (Number(b > level) << 1) |
    (Number(c > level) << 2) |
    (Number(d > level) << 3);
  // At a saddle two opposite corners are inside; they belong together if the middle is inside too.
  const isSaddle = code === 5 || code === 10;
  return SEGMENTS[isSaddle && mean > level ? 15 - code : code];
}

/** @param {number} side */
function opposite(side) {
  return side ^ 2;
}

/**
 * @param {number} cell
 * @param {number} side
 * @param {number} resolution
 * @returns {number} the cell beyond the side; −1 outside the grid
 */
function neighbour(cell, side, resolution) {
  const column = cell % resolution;
  if (side === 1) return column < resolution - 2 ? cell + 1 : -1;
  if (side === 3) return column > 0 ? cell - 1 : -1;
  const other = cell + (side - 1) * resolution;
  return other < resolution * (resolution - 1) ? other : -1;
}

/**
 * @param {number} cell
 * @param {number} side
 * @param {number} resolution
 * @returns {number}
 */
function edgeOf(cell, side, resolution) {
  if (side === 1) return 2 * (cell + 1) + 1;
  if (side === 3) return 2 * cell + 1;
  return 2 * (cell + (side === 2 ? resolution : 0));
}

/**
 * @param {number[]} chain
 * @param {Field} field
 * @param {NonNullable<Parameters<typeof traceContour>[3]>} options
 */
function locate(chain, { grid, resolution, level }, { straighten = (value) => value, places }) {
  const goal = straighten(level);
  const coordinates = new Float64Array(2 * chain.length);
  chain.forEach((edge, index) => {
    const isUpward = edge % 2;
    const point = (edge - isUpward) / 2;
    const value = straighten(grid[point]);
    const next = straighten(grid[point + (isUpward ? resolution : 1)]);
    const t = places?.get(edge) ?? (goal - value) / (next - value);
    coordinates[2 * index] = (point % resolution) + (isUpward ? 0 : t);
    coordinates[2 * index + 1] = Math.floor(point / resolution) + (isUpward ? t : 0);
  });
  return coordinates;
}
