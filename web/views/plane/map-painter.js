/** A map of the plane as pixels, however large or small: bands of colour, and the lines between them. */

import { traceBoundary } from './boundary.js';
import { followLines, traceContour } from './contour.js';
import { meaningOf } from './map.js';
import { paintMap } from './map-pixels.js';
import { paintWinners, shadesOfPoints } from './winners.js';
import { simplifyLine } from '../simplify.js';
import { withAlpha } from '../palette.js';
import { contextOf } from '../surface.js';

/** @typedef {import('./map.js').PlaneMap} PlaneMap */
/** @import { Context, Rectangle } from '../surface.js' */
/** @typedef {import('../palette.js').Theme} Theme */

/**
 * @typedef {object} MapPlace where a map is painted, and how
 * @property {Rectangle} plot in CSS pixels
 * @property {number} dpr
 * @property {Theme} theme
 * @property {boolean} [hasLine] whether its lines are drawn, where it has some; unless told otherwise
 *   they are
 * @property {number} [density] pixels of the image a grid step, which is then scaled; otherwise the plot
 *   decides
 */

/**
 * @typedef {object} MapLines
 * @property {Float64Array[]} boundary between classes
 * @property {Float64Array[]} levels where values are equal
 * @property {Float64Array[]} zero where they are 0
 */

/**
 * Up to so many device pixels a grid step, each has its own pixel of the image, which then need not
 * be scaled; on finer screens the image has so many a step.
 */
const FINEST = { exact: 4, scaled: 3 };
/** How far the line may be drawn from where it is, in grid steps: less than is seen. */
const TOLERANCE = 0.08;
/** @type {MapLines} */
const NO_LINES = { boundary: [], levels: [], zero: [] };

/**
 * Paints one map after the other. While its values and its look are the same, it is kept as it is.
 */
export class MapPainter {
  /** @type {HTMLCanvasElement} */
  #image;
  /** @type {ImageData | null} the image's pixels, kept for the next map */
  #pixels = null;
  /** u0, v0, u1, v1, … in grid steps. */
  #lines = NO_LINES;
  /** What image and lines show. @type {{ values: PlaneMap['values'] | null, look: string }} */
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
    const size = imageSize(map.resolution, [width * dpr, height * dpr], density);
    this.#update(map, { theme, size, hasLine });
    context.drawImage(this.#image, plot.left, plot.top, width, height);
    if (!hasLine) return;
    const { boundary, levels, zero } = this.#lines;
    paintLevels(context, levels, map.resolution, plot, { theme, width: 1, alpha: 0.4 });
    paintLevels(context, zero, map.resolution, plot, { theme, width: 1.5, alpha: 0.75 });
    paintLine(context, boundary, map.resolution, plot, theme);
  }

  /**
   * @param {PlaneMap} map
   * @param {{ theme: Theme, size: number[], hasLine: boolean }} place size: width and height of the image
   */
  #update(map, { theme, size: [width, height], hasLine }) {
    const { values, midpoint } = map;
    const look = [meaningOf(map), midpoint, theme.name, width, height, hasLine].join();
    if (this.#shown.values === values && this.#shown.look === look) return;
    this.#shown = { values, look };
    if (this.#pixels?.width !== width || this.#pixels.height !== height) {
      this.#pixels = new ImageData(width, height);
      Object.assign(this.#image, { width, height });
    }
    const pixels = new Uint32Array(this.#pixels.data.buffer);
    const shades = paintImage(map, theme.palettes[map.palette].lookup, pixels, width);
    this.#lines = hasLine ? linesOf(map, shades) : NO_LINES;
    contextOf(this.#image).putImageData(this.#pixels, 0, 0);
  }
}

/**
 * @param {PlaneMap} map
 * @param {Uint32Array} lookup
 * @param {Uint32Array} pixels out, (height, width)
 * @param {number} width
 * @returns {Uint8Array | undefined} shades of its points, where several classes compete
 */
function paintImage(map, lookup, pixels, width) {
  const { values, resolution, crossings, classes, levels } = map;
  if (!classes) {
    paintMap(levels ? { ...map, values: clipped(map) } : map, lookup, pixels, width);
    return undefined;
  }
  const shown = { values, resolution, crossings, classes };
  const shades = shadesOfPoints(shown);
  paintWinners(shown, shades, lookup, pixels, width);
  return shades;
}

/**
 * @param {PlaneMap} map
 * @param {Uint8Array} [shades] of its points, where several classes compete
 * @returns {MapLines}
 */
function linesOf(map, shades) {
  const { values, resolution, classes, levels } = map;
  if (classes || !levels) return { ...NO_LINES, boundary: simplified(traceBoundary(map, shades)) };
  const linesAt = (/** @type {number[]} */ chosen) =>
    simplified(chosen.flatMap((level) => traceContour(values, resolution, level)));
  return {
    ...NO_LINES,
    levels: linesAt(levels.filter((level) => level !== 0)),
    zero: linesAt(levels.filter((level) => level === 0)),
  };
}

/** @param {import('./contour.js').Polyline[]} lines */
function simplified(lines) {
  return lines.map(({ coordinates }) => simplifyLine(coordinates, TOLERANCE));
}

/**
 * @param {PlaneMap} map
 * @returns {PlaneMap['values']} what lies beyond the range as its ends
 */
function clipped({ values, range: [low, high] }) {
  const within = values.slice();
  // A loop: `map` takes ten times as long.
  for (let index = 0; index < within.length; index += 1) {
    if (within[index] < low) within[index] = low;
    else if (within[index] > high) within[index] = high;
  }
  return within;
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
  if (line.length === 0) return;
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
 * @param {Context} context
 * @param {Float64Array[]} lines
 * @param {number} resolution of the grid
 * @param {Rectangle} plot
 * @param {{ theme: Theme, width: number, alpha: number }} look
 */
function paintLevels(context, lines, resolution, plot, { theme, width, alpha }) {
  if (lines.length === 0) return;
  context.beginPath();
  followLines(context, lines, resolution, plot);
  context.lineJoin = 'round';
  context.strokeStyle = withAlpha(theme.boundary, alpha);
  context.lineWidth = width;
  context.stroke();
}
