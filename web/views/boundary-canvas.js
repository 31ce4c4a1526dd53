/** The decision boundary: probabilities as coloured bands, the line of 0.5, data points and axes. */

import { paintProbabilities } from './boundary-image.js';
import { paintCrosshair, paintLines, paintPoints, paintRing } from './boundary-marks.js';
import { describeProbe, findNearest, probabilityAt, shownSets } from './boundary-probe.js';
import { logOdds, traceContour } from './contour.js';
import { ENGLISH_PICTURES } from './picture-words.js';
import {
  hasRoomForBar,
  layOutPlot,
  paintAxes,
  paintBarPointer,
  paintColorBar,
  plotScales,
  probabilityScale,
} from './plot-frame.js';
import { simplifyLine } from './simplify.js';
import { contextOf, sizeCanvas } from './surface.js';
import { paintTooltip } from './tooltip.js';

/** @typedef {import('../state/types.js').Points} Points */
/** @typedef {import('./boundary-probe.js').BoundaryProbe} BoundaryProbe */

/**
 * @typedef {object} BoundaryPicture
 * Arrays are compared by identity: new values need a new array. Keep `axes` one array, too.
 * @property {Float64Array | null} [grid] probabilities of class 1, (resolution²), row 0 the lowest x2;
 *   may hold NaN; without it there are the points alone
 * @property {number} [resolution] of the grid, ≥ 2
 * @property {boolean} [hasBar] whether there is a colour bar: otherwise where there is a grid
 * @property {[number, number, number, number]} bounds x1min, x1max, x2min, x2max
 * @property {Points} train
 * @property {Points} test
 * @property {'both' | 'train' | 'test'} points the sets to show
 * @property {import('./palette.js').Theme} theme
 * @property {[string, string]} [axes] names of x1 and x2
 * @property {{ x1: number, x2: number } | null} [mark] a point to ring
 * @property {import('./boundary-marks.js').Line[]} [lines] drawn over everything but the ring
 * @property {{ x: number, y: number } | null} [hover] CSS pixels from the canvas' top left corner
 */

/**
 * Up to so many device pixels a grid step, each has its own pixel of the image, which then need not
 * be scaled; on finer screens the image has so many a step.
 */
const FINEST = { exact: 4, scaled: 3 };
/** What the overlay shows. @type {(keyof BoundaryPicture)[]} */
const OVERLAY_KEYS = ['train', 'test', 'points', 'bounds', 'theme', 'axes'];
/** How far the boundary may be drawn from where it is, in grid steps: less than is seen. */
const TOLERANCE = 0.08;
/** How near the pointer must be to a point to mean it, in CSS pixels. */
const REACH = 12;

export class BoundaryCanvas {
  /** @type {HTMLCanvasElement} */
  #canvas;
  #isSlim;
  #words;
  /** Bands; scaled to the plot when drawn. @type {HTMLCanvasElement} */
  #image;
  /** @type {ImageData | null} the image's pixels, kept for the next frame */
  #pixels = null;
  /** Axes and points: changes only with data, size and theme. @type {HTMLCanvasElement} */
  #overlay;
  #size = { width: 0, height: 0, dpr: 1 };
  /** @type {import('./plot-frame.js').PlotLayout} */
  #layout;
  /** @type {BoundaryPicture | null} what was drawn last */
  #picture = null;
  /** The boundary's lines: u0, v0, u1, v1, … in grid steps. @type {Float64Array[]} */
  #contour = [];

  /**
   * @param {HTMLCanvasElement} canvas laid out by the page; call {@link resize} before drawing
   * @param {object} [options]
   * @param {boolean} [options.isSlim] without colour bar and names of the axes
   * @param {import('./picture-words.js').PictureWords} [options.words]
   */
  constructor(canvas, { isSlim = false, words = ENGLISH_PICTURES } = {}) {
    this.#canvas = canvas;
    this.#isSlim = isSlim;
    this.#words = words;
    this.#image = canvas.ownerDocument.createElement('canvas');
    this.#overlay = canvas.ownerDocument.createElement('canvas');
    this.#layout = layOutPlot(0, 0, 1, true);
  }

  /**
   * @param {number} width CSS pixels
   * @param {number} height CSS pixels
   * @param {number} [dpr] device pixels per CSS pixel
   */
  resize(width, height, dpr = 1) {
    this.#size = { width, height, dpr };
    sizeCanvas(this.#canvas, width, height, dpr);
    const picture = this.#picture;
    this.#picture = null;
    if (picture) this.draw(picture);
  }

  /** @param {BoundaryPicture} picture */
  draw(picture) {
    const last = this.#picture;
    const { grid, resolution = 0 } = picture;
    const isLaidOut = this.#layOut(picture);
    if (hasChanged(last, picture, ['grid'])) {
      const lines = grid ? traceContour(grid, resolution, 0.5, logOdds) : [];
      this.#contour = lines.map(({ coordinates }) => simplifyLine(coordinates, TOLERANCE));
    }
    if (grid && hasChanged(last, picture, ['grid', 'theme'])) this.#paintImage(picture, grid);
    if (isLaidOut || hasChanged(last, picture, OVERLAY_KEYS)) this.#paintOverlay(picture);
    this.#picture = picture;
    this.#compose(picture);
  }

  /**
   * @param {BoundaryPicture} picture
   * @returns {boolean} whether things lie elsewhere than before
   */
  #layOut({ grid, hasBar: isWanted = Boolean(grid) && !this.#isSlim }) {
    const { width, height, dpr } = this.#size;
    const hasBar = isWanted && hasRoomForBar(width, height);
    if (this.#picture && hasBar === this.#layout.hasBar) return false;
    this.#layout = layOutPlot(width, height, dpr, hasBar, this.#isSlim);
    return true;
  }

  /**
   * @param {number} x CSS pixels from the canvas' left edge
   * @param {number} y CSS pixels from its top
   * @returns {BoundaryProbe | null} what is there; null outside the plot, or before anything is drawn
   */
  pick(x, y) {
    const picture = this.#picture;
    const { plot } = this.#layout;
    const isInside = x >= plot.left && x <= plot.right && y >= plot.top && y <= plot.bottom;
    if (!picture || !isInside) return null;
    const { grid, resolution = 0, bounds } = picture;
    const scales = plotScales(this.#layout, bounds);
    const position = { x1: scales.x1.toValue(x), x2: scales.x2.toValue(y) };
    const reach = {
      x1: scales.x1.toValue(x + REACH) - position.x1,
      x2: scales.x2.toValue(y - REACH) - position.x2,
    };
    const nearest = findNearest(picture, shownSets(picture.points), position, reach);
    const { x1, x2 } = nearest ?? position;
    const probability = grid ? probabilityAt(grid, resolution, bounds, x1, x2) : null;
    return { ...position, probability, nearest };
  }

  /** How places of the plane lie on the canvas, in CSS pixels; null before anything is drawn. */
  get scales() {
    return this.#picture && plotScales(this.#layout, this.#picture.bounds);
  }

  /**
   * @param {BoundaryPicture} picture
   * @param {Float64Array} grid
   */
  #paintImage({ resolution = 0, theme }, grid) {
    const { width, height } = this.#imageSize(resolution);
    const image = this.#image;
    if (image.width !== width || image.height !== height) Object.assign(image, { width, height });
    if (this.#pixels?.width !== width || this.#pixels.height !== height) {
      this.#pixels = new ImageData(width, height);
    }
    const words = new Uint32Array(this.#pixels.data.buffer);
    paintProbabilities(grid, resolution, theme.lookup, words, width);
    contextOf(this.#image).putImageData(this.#pixels, 0, 0);
  }

  /**
   * @param {number} resolution of the grid
   * @returns {{ width: number, height: number }} pixels
   */
  #imageSize(resolution) {
    const { plot } = this.#layout;
    const [width, height] = [plot.right - plot.left, plot.bottom - plot.top].map((length) =>
      Math.max(1, Math.round(length * this.#size.dpr)),
    );
    const side = FINEST.scaled * resolution;
    const isExact = Math.max(width, height) <= FINEST.exact * resolution;
    return isExact ? { width, height } : { width: side, height: side };
  }

  /** @param {BoundaryPicture} picture */
  #paintOverlay({ bounds, train, test, points, theme, axes }) {
    const { width, height, dpr } = this.#size;
    const { plot, hasBar } = this.#layout;
    const { direction } = this.#words;
    const context = sizeCanvas(this.#overlay, width, height, dpr, direction);
    paintAxes(context, this.#layout, bounds, theme, { words: this.#words, names: axes });
    if (hasBar) {
      const scale = probabilityScale(theme, this.#words);
      paintColorBar(context, this.#layout, theme, scale);
    }
    context.beginPath();
    context.rect(plot.left, plot.top, plot.right - plot.left, plot.bottom - plot.top);
    context.clip();
    const place = { document: this.#canvas.ownerDocument, layout: this.#layout, dpr };
    paintPoints(context, { train, test, points, bounds, theme }, place);
  }

  /** @param {BoundaryPicture} picture */
  #compose(picture) {
    const { width, height } = this.#size;
    const { plot } = this.#layout;
    const context = contextOf(this.#canvas);
    context.clearRect(0, 0, width, height);
    if (picture.grid) {
      const plotSize = /** @type {const} */ ([plot.right - plot.left, plot.bottom - plot.top]);
      context.drawImage(this.#image, plot.left, plot.top, ...plotSize);
      this.#paintContour(context, picture);
    }
    context.drawImage(this.#overlay, 0, 0, width, height);
    paintLines(context, picture, this.#layout);
    if (picture.hover) this.#paintHover(context, picture, picture.hover);
  }

  /**
   * @param {import('./surface.js').Context} context
   * @param {BoundaryPicture} picture
   */
  #paintContour(context, { resolution = 0, theme }) {
    const { plot } = this.#layout;
    const stepX = (plot.right - plot.left) / (resolution - 1);
    const stepY = (plot.bottom - plot.top) / (resolution - 1);
    context.beginPath();
    for (const coordinates of this.#contour) {
      context.moveTo(plot.left + coordinates[0] * stepX, plot.bottom - coordinates[1] * stepY);
      for (let index = 2; index < coordinates.length; index += 2) {
        const x = plot.left + coordinates[index] * stepX;
        context.lineTo(x, plot.bottom - coordinates[index + 1] * stepY);
      }
    }
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
   * @param {import('./surface.js').Context} context
   * @param {BoundaryPicture} picture
   * @param {{ x: number, y: number }} hover
   */
  #paintHover(context, { bounds, theme }, hover) {
    const probe = this.pick(hover.x, hover.y);
    if (!probe) return;
    const { plot, hasBar } = this.#layout;
    const scales = plotScales(this.#layout, bounds);
    const { x1, x2 } = probe.nearest ?? probe;
    const position = { x: scales.x1.toPixel(x1), y: scales.x2.toPixel(x2) };
    paintCrosshair(context, position, plot, theme);
    if (probe.nearest) paintRing(context, position, theme);
    const { probability } = probe;
    if (hasBar && probability !== null && Number.isFinite(probability)) {
      paintBarPointer(context, this.#layout, theme, probability);
    }
    paintTooltip(context, position, describeProbe(probe, this.#words), plot, theme);
  }
}

/**
 * @param {BoundaryPicture | null} last
 * @param {BoundaryPicture} picture
 * @param {(keyof BoundaryPicture)[]} keys
 */
function hasChanged(last, picture, keys) {
  return keys.some((key) => last?.[key] !== picture[key]);
}
