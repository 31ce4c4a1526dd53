/** Probabilities on a square grid, as pixels and between the grid's points. */

import { BAND_COUNT, lookupIndex } from './palette.js';

/**
 * Paints a probability grid: bilinear interpolation between the grid's points, then quantisation, so
 * that the bands meet in crisp, smooth contours although the grid is coarser than the image.
 *
 * The image spans the grid from its first to its last point. Its first row is the grid's last,
 * because images grow downwards and x2 grows upwards. The loop is {@link lookupIndex} unfolded, for
 * one strip of cells after the other.
 *
 * @param {Float64Array} grid probabilities (resolution²), row-major, row 0 the lowest x2; NaN allowed
 * @param {number} resolution points along a side, ≥ 2
 * @param {Uint32Array} lookup the theme's
 * @param {Uint32Array} pixels out, (height, width)
 * @param {number} [width] of the image; without it, the image is square
 */
export function paintProbabilities(
  grid,
  resolution,
  lookup,
  pixels,
  width = Math.round(Math.sqrt(pixels.length)),
) {
  const height = pixels.length / width;
  const across = samplePositions(width, resolution);
  const up = height === width ? across : samplePositions(height, resolution);
  const bands = new Uint8Array(resolution);
  const crossed = new Int32Array(resolution - 1);
  for (let column = 0; column < resolution; column += 1) bands[column] = lookupIndex(grid[column]);
  let row = 0;
  for (let line = 0; line < resolution - 1; line += 1) {
    const strip = { grid, start: line * resolution, bands, crossed };
    const end = up.ends[line];
    const image = pixels.subarray((height - end) * width, (height - row) * width);
    const count = paintPlain(strip, across.ends, lookup, image.subarray(0, width));
    for (let start = width; start < image.length; start += width) image.copyWithin(start, 0, width);
    for (let y = row; y < end; y += 1) {
      paintCrossed(strip, count, up.fractions[y], across, lookup, image, (end - 1 - y) * width);
    }
    row = end;
  }
}

/**
 * @param {Float64Array} grid probabilities (resolution²), row-major, row 0 the lowest x2
 * @param {number} resolution points along a side, ≥ 2
 * @param {number} u position along x1 in grid steps, clamped to 0…resolution − 1
 * @param {number} v position along x2 in grid steps, clamped likewise
 * @returns {number} the probability there, by bilinear interpolation
 */
export function interpolateGrid(grid, resolution, u, v) {
  const column = clamp(Math.floor(u), 0, resolution - 2);
  const line = clamp(Math.floor(v), 0, resolution - 2);
  const s = clamp(u - column, 0, 1);
  const t = clamp(v - line, 0, 1);
  const corner = line * resolution + column;
  const low = grid[corner] + (grid[corner + 1] - grid[corner]) * s;
  const above = corner + resolution;
  const high = grid[above] + (grid[above + 1] - grid[above]) * s;
  return low + (high - low) * t;
}

/**
 * @typedef {object} Strip the cells between two lines of the grid
 * @property {Float64Array} grid
 * @property {number} start of the lower line
 * @property {Uint8Array} bands that a line's points lie in: the lower's before the strip's plain cells
 *   are painted, the upper's after
 * @property {Int32Array} crossed cells that lie in several bands
 */

/**
 * Paints the cells of a strip that lie in one band, nearly all and often many in a row.
 *
 * @param {Strip} strip
 * @param {Int32Array} ends for each cell, the first pixel after it
 * @param {Uint32Array} lookup
 * @param {Uint32Array} pixels of one row of the image
 * @returns {number} how many cells are crossed
 */
function paintPlain({ grid, start, bands, crossed }, ends, lookup, pixels) {
  const above = start + bands.length;
  let count = 0;
  let from = 0;
  let to = 0;
  let left = commonBand(bands, 0, grid[above]);
  for (let cell = 0; cell < ends.length; cell += 1) {
    const right = commonBand(bands, cell + 1, grid[above + cell + 1]);
    if (left !== right || right < 0) {
      if (from < to) pixels.fill(lookup[left], from, to);
      crossed[count] = cell;
      count += 1;
      from = ends[cell];
    }
    to = ends[cell];
    left = right;
  }
  if (from < to) pixels.fill(lookup[left], from, to);
  return count;
}

/**
 * @param {Uint8Array} bands of the line below; from now on, at this column, of the line above
 * @param {number} column
 * @param {number} probability at it on the line above
 * @returns {number} the band on both lines; −1 where they are in two
 */
function commonBand(bands, column, probability) {
  const below = bands[column];
  bands[column] = lookupIndex(probability);
  return below === bands[column] ? below : -1;
}

/**
 * Paints, in one row of the image, the cells that lie in several bands.
 *
 * @param {Strip} strip
 * @param {number} count of the cells
 * @param {number} t 0 at the lower line, 1 at the upper
 * @param {ReturnType<typeof samplePositions>} positions
 * @param {Uint32Array} lookup
 * @param {Uint32Array} pixels
 * @param {number} offset of the row in them
 */
function paintCrossed(strip, count, t, { ends, fractions }, lookup, pixels, offset) {
  const { grid, start, bands, crossed } = strip;
  for (let index = 0; index < count; index += 1) {
    const cell = crossed[index];
    const below = start + cell;
    const above = below + bands.length;
    const left = grid[below] + (grid[above] - grid[below]) * t;
    const right = grid[below + 1] + (grid[above + 1] - grid[below + 1]) * t;
    const position = BAND_COUNT + 1 - BAND_COUNT * left;
    const rise = BAND_COUNT * (left - right);
    for (let x = cell > 0 ? ends[cell - 1] : 0; x < ends[cell]; x += 1) {
      pixels[offset + x] = lookup[(position + rise * fractions[x]) | 0];
    }
  }
}

/**
 * Where the middle of each pixel lies: the cell of the grid, and how far into it; and for each
 * cell, the first pixel after it.
 *
 * @param {number} side
 * @param {number} resolution
 */
function samplePositions(side, resolution) {
  const cells = new Int32Array(side);
  const fractions = new Float64Array(side);
  const ends = new Int32Array(resolution - 1);
  for (let index = 0; index < side; index += 1) {
    const position = ((index + 0.5) / side) * (resolution - 1);
    cells[index] = Math.min(Math.floor(position), resolution - 2);
    fractions[index] = position - cells[index];
    ends[cells[index]] = index + 1;
  }
  // Where the image is coarser than the grid, a cell may have no pixel.
  for (let cell = 1; cell < ends.length; cell += 1)
    ends[cell] = Math.max(ends[cell], ends[cell - 1]);
  return { cells, fractions, ends };
}

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
function clamp(value, low, high) {
  return Math.min(high, Math.max(low, value));
}
