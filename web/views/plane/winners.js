/**
 * Several classes over the plane, as pixels: the colour of the likeliest, the stronger the likelier it
 * is. The probability of each is interpolated between the grid's points, and the winner found in each
 * pixel, so that regions meet in crisp, smooth lines although the grid is coarser than the image.
 *
 * @module
 */

import { SHADE_COUNT, shadeIndex } from '../palette.js';
import { samplePositions } from './map-pixels.js';

/** @typedef {import('./map.js').PlaneMap} PlaneMap */

/**
 * Probabilities of one place sum to 1, so where one is not a number none is.
 *
 * @typedef {Pick<PlaneMap, 'values' | 'resolution'> & { classes: readonly number[] }} ClassesMap
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
    if (most === most) shades[point] = shadeIndex(winner, slope * (most - least));
  }
  return shades;
}

/**
 * @param {number} shade of a point
 * @returns {number} the index of the class that wins there; −1 where there is none
 */
export function winnerOfShade(shade) {
  return shade === 0 ? -1 : ((shade - 1) / SHADE_COUNT) | 0;
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
  const crossed = new Int32Array(resolution - 1);
  let row = 0;
  for (let line = 0; line < resolution - 1; line += 1) {
    const start = line * resolution;
    const end = up.ends[line];
    const image = pixels.subarray((height - end) * width, (height - row) * width);
    const count = paintPlain(shades, start, crossed, across.ends, lookup, image.subarray(0, width));
    for (let to = width; to < image.length; to += width) image.copyWithin(to, 0, width);
    const cells = crossed.subarray(0, count);
    for (let y = row; y < end; y += 1) {
      const pixelsOfRow = image.subarray((end - 1 - y) * width, (end - y) * width);
      paintCrossed({ map, shades, start, cells }, up.fractions[y], across, lookup, pixelsOfRow);
    }
    row = end;
  }
}

/**
 * Paints the cells between two lines of the grid that have one shade at all corners. Between them the
 * winner is then the same, because bilinear differences keep their sign.
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
  for (let cell = 0; cell < ends.length; cell += 1) {
    const shade = shades[start + cell];
    const isPlain =
      shade === shades[start + cell + 1] &&
      shade === shades[above + cell] &&
      shade === shades[above + cell + 1];
    if (isPlain) pixels.fill(lookup[shade], from, ends[cell]);
    else {
      crossed[count] = cell;
      count += 1;
    }
    from = ends[cell];
  }
  return count;
}

/**
 * Paints the other cells in one row of the image.
 *
 * @param {{ map: ClassesMap, shades: Uint8Array, start: number, cells: Int32Array }} strip
 * @param {number} t 0 at the lower line, 1 at the upper
 * @param {ReturnType<typeof samplePositions>} positions
 * @param {Uint32Array} lookup
 * @param {Uint32Array} pixels of the row
 */
function paintCrossed({ map, shades, start, cells }, t, { ends, fractions }, lookup, pixels) {
  const { values, resolution, classes } = map;
  const size = resolution * resolution;
  const [slope, least] = shareScale(classes);
  const left = new Float64Array(classes.length);
  const rise = new Float64Array(classes.length);
  for (const cell of cells) {
    const below = start + cell;
    const above = below + resolution;
    const winner = commonWinner(shades, below, above);
    // Where one class wins at all corners it does between them.
    const first = Math.max(0, winner);
    const end = winner < 0 ? classes.length : winner + 1;
    for (let index = first; index < end; index += 1) {
      const at = index * size;
      const low = values[at + below];
      const high = values[at + below + 1];
      left[index] = low + (values[at + above] - low) * t;
      rise[index] = high + (values[at + above + 1] - high) * t - left[index];
    }
    for (let x = cell > 0 ? ends[cell - 1] : 0; x < ends[cell]; x += 1) {
      let best = first;
      let most = left[first] + rise[first] * fractions[x];
      for (let index = first + 1; index < end; index += 1) {
        const value = left[index] + rise[index] * fractions[x];
        if (value > most) {
          most = value;
          best = index;
        }
      }
      pixels[x] = most === most ? lookup[shadeIndex(best, slope * (most - least))] : lookup[0];
    }
  }
}

/**
 * @param {Uint8Array} shades
 * @param {number} below the cell's corner below left
 * @param {number} above the one above left
 * @returns {number} the index of the class that wins at all corners; −1 where there is none
 */
function commonWinner(shades, below, above) {
  const winner = winnerOfShade(shades[below]);
  const isCommon =
    winnerOfShade(shades[below + 1]) === winner &&
    winnerOfShade(shades[above]) === winner &&
    winnerOfShade(shades[above + 1]) === winner;
  return isCommon ? winner : -1;
}

/**
 * @param {readonly number[]} classes
 * @returns {[slope: number, least: number]} from a winner's probability to its share of the way from the
 *   least that it can have to 1
 */
function shareScale({ length }) {
  return [length / (length - 1), 1 / length];
}
