/**
 * Several classes over the plane, as pixels: the colour of the likeliest, the stronger the likelier it
 * is. The probability of each is interpolated between the grid's points, and the winner found in each
 * pixel, so that regions meet in crisp, smooth lines although the grid is coarser than the image.
 *
 * @module
 */

import { SHADE_COUNT, shadeIndex } from '../palette.js';
import { paintCrossedCells } from './crossed-cells.js';
import { samplePositions } from './map-pixels.js';

/** @typedef {import('./map.js').PlaneMap} PlaneMap */

/**
 * Probabilities of one place sum to 1, so where one is not a number none is.
 *
 * @typedef {Pick<PlaneMap, 'values' | 'resolution' | 'crossings'> & { classes: readonly number[] }} ClassesMap
 */

/**
 * @param {ClassesMap} map
 * @returns {Uint8Array} (resolution²) where each point's pixel stands in the lookup, see `shadeIndex`
 */
export function shadesOfPoints({ values, resolution, classes }) {
  const size = resolution * resolution;
  const shades = new Uint8Array(size);
  const [slope, least] = shareScale(classes);
  for (let point = 0; point < size; point += 1) {
    let most = values[point];
    let winner = 0;
    for (let other = 1; other < classes.length; other += 1) {
      const value = values[other * size + point];
      if (value > most) {
        most = value;
        winner = other;
      }
    }
    shades[point] = shadeOf(winner, slope * (most - least));
  }
  return shades;
}

/**
 * @param {Uint8Array} shades of points
 * @returns {Uint8Array} for each point 1 + the index of the class that wins there; 0 where none does
 */
export function winnersOfPoints(shades) {
  const winners = new Uint8Array(shades.length);
  for (let point = 0; point < shades.length; point += 1) {
    winners[point] = (shades[point] + SHADE_COUNT - 1) / SHADE_COUNT;
  }
  return winners;
}

/**
 * @param {Uint8Array} points something of each
 * @param {number} below a cell's corner below left
 * @param {number} above the one above left
 * @returns {boolean} whether it is the same at all corners
 */
export function isCommon(points, below, above) {
  const one = points[below];
  return one === points[below + 1] && one === points[above] && one === points[above + 1];
}

/**
 * Rows and columns lie as in `paintMap`.
 *
 * @param {ClassesMap} map
 * @param {Uint8Array} shades of its points
 * @param {Uint32Array} lookup a palette's
 * @param {Uint32Array} pixels out, (height, width)
 * @param {number} width of the image
 */
export function paintWinners(map, shades, lookup, pixels, width) {
  const { resolution } = map;
  const height = pixels.length / width;
  const across = samplePositions(width, resolution);
  const up = height === width ? across : samplePositions(height, resolution);
  const winners = winnersOfPoints(shades);
  const crossed = new Int32Array(resolution - 1);
  let row = 0;
  for (let line = 0; line < resolution - 1; line += 1) {
    const start = line * resolution;
    const end = up.ends[line];
    const image = pixels.subarray((height - end) * width, (height - row) * width);
    const count = paintPlain(shades, start, crossed, across.ends, lookup, image.subarray(0, width));
    for (let to = width; to < image.length; to += width) image.copyWithin(to, 0, width);
    const strip = { map, winners, start, cells: crossed.subarray(0, count) };
    for (let y = row; y < end; y += 1) {
      paintCrossed(strip, up.fractions[y], across, lookup, image, (end - 1 - y) * width);
    }
    row = end;
  }
  paintCrossedCells(map, { across, up }, lookup, pixels);
}

/**
 * Paints the cells between two lines of the grid that have one shade at all corners, often many in a row.
 * Between them the winner is then the same, because bilinear differences keep their sign.
 *
 * @param {Uint8Array} shades
 * @param {number} start of the lower line
 * @param {Int32Array} crossed out: the other cells
 * @param {Int32Array} ends for each cell, the first pixel after it
 * @param {Uint32Array} lookup
 * @param {Uint32Array} pixels of one row of the image
 * @returns {number} how many cells are crossed
 */
function paintPlain(shades, start, crossed, ends, lookup, pixels) {
  const above = start + ends.length + 1;
  let count = 0;
  let from = 0;
  let to = 0;
  for (let cell = 0; cell < ends.length; cell += 1) {
    const isPlain = isCommon(shades, start + cell, above + cell);
    // A plain cell has the shade of the one before, unless that is crossed: they share a side.
    if (!isPlain) {
      if (from < to) pixels.fill(lookup[shades[start + cell]], from, to);
      crossed[count] = cell;
      count += 1;
      from = ends[cell];
    }
    to = ends[cell];
  }
  if (from < to) pixels.fill(lookup[shades[above - 1]], from, to);
  return count;
}

/**
 * Paints the other cells in one row of the image.
 *
 * @param {{ map: ClassesMap, winners: Uint8Array, start: number, cells: Int32Array }} strip
 * @param {number} t 0 at the lower line, 1 at the upper
 * @param {ReturnType<typeof samplePositions>} positions
 * @param {Uint32Array} lookup
 * @param {Uint32Array} pixels
 * @param {number} offset of the row in them
 */
function paintCrossed(
  { map, winners, start, cells },
  t,
  { ends, fractions },
  lookup,
  pixels,
  offset,
) {
  const { values, resolution, classes } = map;
  const size = resolution * resolution;
  const [slope, least] = shareScale(classes);
  const left = new Float64Array(classes.length);
  const rise = new Float64Array(classes.length);
  for (const cell of cells) {
    const below = start + cell;
    const above = below + resolution;
    // Where one class wins at all corners it does between them.
    const isDecided = winners[below] > 0 && isCommon(winners, below, above);
    const first = isDecided ? winners[below] - 1 : 0;
    const end = isDecided ? first + 1 : classes.length;
    for (let index = first; index < end; index += 1) {
      const at = index * size;
      const low = values[at + below];
      const high = values[at + below + 1];
      left[index] = low + (values[at + above] - low) * t;
      rise[index] = high + (values[at + above + 1] - high) * t - left[index];
    }
    for (let x = cell > 0 ? ends[cell - 1] : 0; x < ends[cell]; x += 1) {
      const fraction = fractions[x];
      let best = first;
      let most = left[first] + rise[first] * fraction;
      for (let index = first + 1; index < end; index += 1) {
        const value = left[index] + rise[index] * fraction;
        if (value > most) [best, most] = [index, value];
      }
      pixels[offset + x] = lookup[shadeOf(best, slope * (most - least))];
    }
  }
}

/**
 * @param {number} winner index of the class
 * @param {number} share as for `shadeIndex`, or NaN
 */
function shadeOf(winner, share) {
  return share === share ? shadeIndex(winner, share) : 0;
}

/**
 * @param {readonly number[]} classes
 * @returns {[slope: number, least: number]} from a winner's probability to its share of the way from the
 *   least that it can have to 1
 */
function shareScale({ length }) {
  return [length / (length - 1), 1 / length];
}
