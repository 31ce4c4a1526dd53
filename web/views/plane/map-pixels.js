/** Values over the plane as pixels: bands of colour. */

import { BAND_COUNT } from '../palette.js';
import { paintCrossedCells } from './crossed-cells.js';

/** @typedef {import('./map.js').PlaneMap} PlaneMap */
/** @typedef {import('./crossed-cells.js').Positions} Positions */

/**
 * Paints a map: bilinear interpolation between the grid's points, then quantisation, so that the bands
 * meet in crisp, smooth contours although the grid is coarser than the image.
 *
 * The image spans the grid from its first to its last point. Its first row is the grid's last,
 * because images grow downwards and x2 grows upwards. The loop is `lookupIndex` of each value's share
 * of the range unfolded, for one strip of cells after the other.
 *
 * @param {Pick<PlaneMap, 'values' | 'resolution' | 'range' | 'crossings'>} map
 * @param {Uint32Array} lookup a palette's
 * @param {Uint32Array} pixels out, (height, width)
 * @param {number} width of the image
 */
export function paintMap(map, lookup, pixels, width) {
  const { values, resolution, range } = map;
  const [low, high] = range;
  const height = pixels.length / width;
  const across = samplePositions(width, resolution);
  const up = height === width ? across : samplePositions(height, resolution);
  const slope = BAND_COUNT / (high - low);
  const scale = { slope, start: BAND_COUNT + 1 + slope * low };
  const bands = new Uint8Array(resolution);
  const crossed = new Int32Array(resolution - 1);
  for (let column = 0; column < resolution; column += 1)
    bands[column] = bandOf(scale, values[column]);
  let row = 0;
  for (let line = 0; line < resolution - 1; line += 1) {
    const strip = { values, scale, start: line * resolution, bands, crossed };
    const end = up.ends[line];
    const image = pixels.subarray((height - end) * width, (height - row) * width);
    const count = paintPlain(strip, across.ends, lookup, image.subarray(0, width));
    for (let start = width; start < image.length; start += width) image.copyWithin(start, 0, width);
    for (let y = row; y < end; y += 1) {
      paintCrossed(strip, count, up.fractions[y], across, lookup, image, (end - 1 - y) * width);
    }
    row = end;
  }
  paintCrossedCells(map, { across, up }, lookup, pixels);
}

/**
 * @typedef {object} BandScale from a value to where its pixel stands in the lookup
 * @property {number} slope bands a unit
 * @property {number} start where a value of 0 stands
 *
 * @typedef {object} Strip the cells between two lines of the grid
 * @property {PlaneMap['values']} values
 * @property {BandScale} scale
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
function paintPlain({ values, scale, start, bands, crossed }, ends, lookup, pixels) {
  const above = start + bands.length;
  let count = 0;
  let from = 0;
  let to = 0;
  let left = commonBand(bands, 0, bandOf(scale, values[above]));
  for (let cell = 0; cell < ends.length; cell += 1) {
    const right = commonBand(bands, cell + 1, bandOf(scale, values[above + cell + 1]));
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
 * @param {number} band at it on the line above
 * @returns {number} the band on both lines; −1 where they are in two
 */
function commonBand(bands, column, band) {
  const below = bands[column];
  bands[column] = band;
  return below === band ? below : -1;
}

/**
 * @param {BandScale} scale
 * @param {number} value
 */
function bandOf({ slope, start }, value) {
  return (start - slope * value) | 0;
}

/**
 * Paints, in one row of the image, the cells that lie in several bands.
 *
 * @param {Strip} strip
 * @param {number} count of the cells
 * @param {number} t 0 at the lower line, 1 at the upper
 * @param {Positions} positions
 * @param {Uint32Array} lookup
 * @param {Uint32Array} pixels
 * @param {number} offset of the row in them
 */
function paintCrossed(strip, count, t, { ends, fractions }, lookup, pixels, offset) {
  const { values, scale, start, bands, crossed } = strip;
  for (let index = 0; index < count; index += 1) {
    const cell = crossed[index];
    const below = start + cell;
    const above = below + bands.length;
    const left = values[below] + (values[above] - values[below]) * t;
    const right = values[below + 1] + (values[above + 1] - values[below + 1]) * t;
    const position = scale.start - scale.slope * left;
    const rise = scale.slope * (left - right);
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
 * @returns {Positions}
 */
export function samplePositions(side, resolution) {
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
