/** Probabilities on a square grid, as pixels and between the grid's points. */

import { BAND_COUNT } from './palette.js';

/**
 * Paints a probability grid: bilinear interpolation between the grid's points, then quantisation, so
 * that the bands meet in crisp, smooth contours although the grid is coarser than the image.
 *
 * The image spans the grid from its first to its last point. Its first row is the grid's last,
 * because images grow downwards and x2 grows upwards. The loop is {@link lookupIndex} unfolded.
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
  const row = new Float64Array(resolution);
  let start = 0;
  for (let y = height - 1; y >= 0; y -= 1) {
    interpolateRow(grid, up.cells[y] * resolution, up.fractions[y], row);
    paintRow(row, across, lookup, pixels.subarray(start, start + width));
    start += width;
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
 * One row of lookup positions, between two rows of the grid.
 *
 * @param {Float64Array} grid
 * @param {number} start of the lower row
 * @param {number} t 0 at the lower row, 1 at the upper
 * @param {Float64Array} row out, (resolution)
 */
function interpolateRow(grid, start, t, row) {
  const resolution = row.length;
  const above = start + resolution;
  for (let column = 0; column < resolution; column += 1) {
    const low = grid[start + column];
    row[column] = BAND_COUNT + 1 - BAND_COUNT * (low + (grid[above + column] - low) * t);
  }
}

/**
 * Most cells lie within one band, often many in a row, so only the others need interpolation.
 *
 * @param {Float64Array} row lookup positions at the grid's columns
 * @param {ReturnType<typeof samplePositions>} positions
 * @param {Uint32Array} lookup
 * @param {Uint32Array} pixels of one row of the image
 */
function paintRow(row, { ends, fractions }, lookup, pixels) {
  let x = 0;
  let leftIndex = row[0] | 0;
  for (let cell = 0; cell < ends.length; cell += 1) {
    const rightIndex = row[cell + 1] | 0;
    if (leftIndex === rightIndex) continue;
    // All cells before this one lie in the band that it starts in.
    x = paintRun(pixels, lookup[leftIndex], x, cell > 0 ? ends[cell - 1] : 0);
    const left = row[cell];
    const rise = row[cell + 1] - left;
    const end = ends[cell];
    for (; x < end; x += 1) pixels[x] = lookup[(left + rise * fractions[x]) | 0];
    leftIndex = rightIndex;
  }
  paintRun(pixels, lookup[leftIndex], x, pixels.length);
}

/**
 * @param {Uint32Array} pixels
 * @param {number} color
 * @param {number} start
 * @param {number} end
 * @returns {number} where it ends
 */
function paintRun(pixels, color, start, end) {
  if (start >= end) return start;
  pixels.fill(color, start, end);
  return end;
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
