/** A map of the plane as pixels, however large or small: bands of colour, and the line between them. */

import { followLines, logOdds, traceContour } from './contour.js';
import { BAND_COUNT } from '../palette.js';
import { meaningOf } from './map.js';
import { simplifyLine } from '../simplify.js';
import { contextOf } from '../surface.js';

/** @typedef {import('./map.js').PlaneMap} PlaneMap */
/** @import { Context, Rectangle } from '../surface.js' */
/** @typedef {import('../palette.js').Theme} Theme */

/**
 * @typedef {object} MapPlace where a map is painted, and how
 * @property {Rectangle} plot in CSS pixels
 * @property {number} dpr
 * @property {Theme} theme
 * @property {boolean} [hasLine] whether the midpoint's line is drawn, where there is one; unless told
 *   otherwise it is
 * @property {number} [density] pixels of the image a grid step, which is then scaled; otherwise the plot
 *   decides
 */

/**
 * Up to so many device pixels a grid step, each has its own pixel of the image, which then need not
 * be scaled; on finer screens the image has so many a step.
 */
const FINEST = { exact: 4, scaled: 3 };
/** How far the line may be drawn from where it is, in grid steps: less than is seen. */
const TOLERANCE = 0.08;

/**
 * Paints one map after the other. While its values and its look are the same, it is kept as it is.
 */
export class MapPainter {
  /** @type {HTMLCanvasElement} */
  #image;
  /** @type {ImageData | null} the image's pixels, kept for the next map */
  #pixels = null;
  /** The line of the midpoint: u0, v0, u1, v1, … in grid steps. @type {Float64Array[]} */
  #line = [];
  /** What the two show. @type {{ values: PlaneMap['values'] | null, look: string }} */
  #shown = { values: null, look: '' };

  /** @param {Document} document that canvases come from */
  constructor(document) {
    this.#image = document.createElement('canvas');
  }

  /**
   * @param {Context} context with CSS pixels as its unit
   * @param {PlaneMap} map
   * @param {MapPlace} place
   */
  paint(context, map, { plot, dpr, theme, hasLine = true, density }) {
    const [width, height] = [plot.right - plot.left, plot.bottom - plot.top];
    this.#update(map, theme, imageSize(map.resolution, [width * dpr, height * dpr], density));
    context.drawImage(this.#image, plot.left, plot.top, width, height);
    if (hasLine && map.midpoint !== undefined)
      paintLine(context, this.#line, map.resolution, plot, theme);
  }

  /**
   * @param {PlaneMap} map
   * @param {Theme} theme
   * @param {number[]} size width and height of the image
   */
  #update(map, theme, [width, height]) {
    const { values, resolution, midpoint, label } = map;
    const look = [meaningOf(map), midpoint, theme.name, width, height].join();
    if (this.#shown.values === values && this.#shown.look === look) return;
    this.#shown = { values, look };
    if (this.#pixels?.width !== width || this.#pixels.height !== height) {
      this.#pixels = new ImageData(width, height);
      Object.assign(this.#image, { width, height });
    }
    const { lookup } = theme.palettes[map.palette];
    paintMap(map, lookup, new Uint32Array(this.#pixels.data.buffer), width);
    contextOf(this.#image).putImageData(this.#pixels, 0, 0);
    this.#line =
      midpoint === undefined
        ? []
        : traceContour(values, resolution, midpoint, label === undefined ? undefined : logOdds).map(
            ({ coordinates }) => simplifyLine(coordinates, TOLERANCE),
          );
  }
}

/**
 * @param {number} resolution of the grid
 * @param {number[]} plot its sides in device pixels
 * @param {number} [density]
 * @returns {number[]} width and height of the image
 */
function imageSize(resolution, plot, density) {
  const exact = plot.map((length) => Math.max(1, Math.round(length)));
  const isExact = !density && Math.max(...exact) <= FINEST.exact * resolution;
  const side = (density ?? FINEST.scaled) * resolution;
  return isExact ? exact : [side, side];
}

/**
 * @param {Context} context
 * @param {Float64Array[]} line
 * @param {number} resolution of the grid
 * @param {Rectangle} plot
 * @param {Theme} theme
 */
function paintLine(context, line, resolution, plot, theme) {
  context.beginPath();
  followLines(context, line, resolution, plot);
  // What stays of the points makes hardly a corner, and a round one would have to be drawn.
  context.lineJoin = 'miter';
  context.miterLimit = 2;
  context.strokeStyle = theme.boundaryHalo;
  context.globalAlpha = 0.7;
  context.lineWidth = 4.5;
  context.stroke();
  context.globalAlpha = 1;
  context.strokeStyle = theme.boundary;
  context.lineWidth = 2;
  context.stroke();
}

/**
 * Paints a map: bilinear interpolation between the grid's points, then quantisation, so that the bands
 * meet in crisp, smooth contours although the grid is coarser than the image.
 *
 * The image spans the grid from its first to its last point. Its first row is the grid's last,
 * because images grow downwards and x2 grows upwards. The loop is `lookupIndex` of each value's share
 * of the range unfolded, for one strip of cells after the other.
 *
 * @param {Pick<PlaneMap, 'values' | 'resolution' | 'range'>} map
 * @param {Uint32Array} lookup a palette's
 * @param {Uint32Array} pixels out, (height, width)
 * @param {number} width of the image
 */
export function paintMap({ values, resolution, range: [low, high] }, lookup, pixels, width) {
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
 * @param {ReturnType<typeof samplePositions>} positions
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
