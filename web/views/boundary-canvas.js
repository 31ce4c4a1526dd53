/** The decision boundary: probabilities as coloured bands, the line of 0.5, data points and axes. */

import { paintProbabilities } from './boundary-image.js';
import { findNearest, probabilityAt, shownSets } from './boundary-probe.js';
import { logOdds, traceContour } from './contour.js';
import { createSprites } from './marker.js';
import { layOutPlot, paintAxes, paintBarPointer, paintColorBar, plotScales } from './plot-frame.js';
import { formatNumber, formatProbability } from './scale.js';
import { contextOf, sizeCanvas } from './surface.js';
import { paintTooltip } from './tooltip.js';

/** @typedef {import('../state/types.js').Points} Points */

/**
 * @typedef {object} BoundaryPicture
 * Arrays are compared by identity: new values need a new array. Keep `axes` one array, too.
 * @property {Float64Array} grid probabilities of class 1, (resolution²), row 0 the lowest x2; may hold NaN
 * @property {number} resolution ≥ 2
 * @property {[number, number, number, number]} bounds x1min, x1max, x2min, x2max
 * @property {Points} train
 * @property {Points} test
 * @property {'both' | 'train' | 'test'} points the sets to show
 * @property {import('./palette.js').Theme} theme
 * @property {[string, string]} [axes] names of x1 and x2
 * @property {{ x: number, y: number } | null} [hover] CSS pixels from the canvas' top left corner
 */

/**
 * @typedef {object} BoundaryProbe
 * @property {number} x1
 * @property {number} x2
 * @property {number} probability of class 1, interpolated between the grid's points
 * @property {import('./boundary-probe.js').NearestPoint | null} nearest within reach of the pointer
 */

/** Image pixels per grid step: what looks crisp on a screen of that many device pixels per step. */
const IMAGE_FACTORS = [2, 3];
/** How near the pointer must be to a point to mean it, in CSS pixels. */
const REACH = 12;

export class BoundaryCanvas {
  /** @type {HTMLCanvasElement} */
  #canvas;
  /** Bands, one pixel each `1 / factor` of a grid step; scaled to the plot when drawn. @type {HTMLCanvasElement} */
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
  /** @type {ReturnType<typeof traceContour>} */
  #contour = [];

  /** @param {HTMLCanvasElement} canvas laid out by the page; call {@link resize} before drawing */
  constructor(canvas) {
    this.#canvas = canvas;
    this.#image = canvas.ownerDocument.createElement('canvas');
    this.#overlay = canvas.ownerDocument.createElement('canvas');
    this.#layout = layOutPlot(0, 0, 1);
  }

  /**
   * @param {number} width CSS pixels
   * @param {number} height CSS pixels
   * @param {number} [dpr] device pixels per CSS pixel
   */
  resize(width, height, dpr = 1) {
    this.#size = { width, height, dpr };
    this.#layout = layOutPlot(width, height, dpr);
    sizeCanvas(this.#canvas, width, height, dpr);
    const picture = this.#picture;
    this.#picture = null;
    if (picture) this.draw(picture);
  }

  /** @param {BoundaryPicture} picture */
  draw(picture) {
    const last = this.#picture;
    if (hasChanged(last, picture, ['grid'])) {
      this.#contour = traceContour(picture.grid, picture.resolution, 0.5, logOdds);
    }
    if (hasChanged(last, picture, ['grid', 'theme'])) this.#paintImage(picture);
    if (hasChanged(last, picture, ['train', 'test', 'points', 'bounds', 'theme', 'axes'])) {
      this.#paintOverlay(picture);
    }
    this.#picture = picture;
    this.#compose(picture);
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
    const { grid, resolution, bounds } = picture;
    const scales = plotScales(this.#layout, bounds);
    const position = { x1: scales.x1.toValue(x), x2: scales.x2.toValue(y) };
    const reach = {
      x1: scales.x1.toValue(x + REACH) - position.x1,
      x2: scales.x2.toValue(y - REACH) - position.x2,
    };
    const nearest = findNearest(picture, shownSets(picture.points), position, reach);
    const { x1, x2 } = nearest ?? position;
    return { ...position, probability: probabilityAt(grid, resolution, bounds, x1, x2), nearest };
  }

  /** @param {BoundaryPicture} picture */
  #paintImage({ grid, resolution, theme }) {
    const { plot } = this.#layout;
    const devicePixels = (plot.right - plot.left) * this.#size.dpr;
    const factor = IMAGE_FACTORS[devicePixels > 4 * resolution ? 1 : 0];
    const side = resolution * factor;
    if (this.#image.width !== side) this.#image.width = this.#image.height = side;
    if (this.#pixels?.width !== side) this.#pixels = new ImageData(side, side);
    const words = new Uint32Array(this.#pixels.data.buffer);
    paintProbabilities(grid, resolution, theme.lookup, words);
    contextOf(this.#image).putImageData(this.#pixels, 0, 0);
  }

  /** @param {BoundaryPicture} picture */
  #paintOverlay({ bounds, train, test, points, theme, axes }) {
    const { width, height, dpr } = this.#size;
    const { plot } = this.#layout;
    const context = sizeCanvas(this.#overlay, width, height, dpr);
    const scales = plotScales(this.#layout, bounds);
    paintAxes(context, this.#layout, bounds, theme, axes);
    paintColorBar(context, this.#layout, theme);
    context.beginPath();
    context.rect(plot.left, plot.top, plot.right - plot.left, plot.bottom - plot.top);
    context.clip();
    const count = train.y.length + test.y.length;
    const radius = markerRadius(Math.min(plot.right - plot.left, plot.bottom - plot.top), count);
    const sprites = createSprites(this.#canvas.ownerDocument, { radius, theme }, dpr);
    const data = { train, test };
    const snap = (/** @type {number} */ start) => Math.round(start * dpr) / dpr;
    for (const set of shownSets(points)) {
      const { x1, x2, y } = data[set];
      for (let index = 0; index < y.length; index += 1) {
        const left = snap(scales.x1.toPixel(x1[index]) - sprites.extent / 2);
        const top = snap(scales.x2.toPixel(x2[index]) - sprites.extent / 2);
        context.drawImage(sprites.of(set, y[index]), left, top, sprites.extent, sprites.extent);
      }
    }
  }

  /** @param {BoundaryPicture} picture */
  #compose(picture) {
    const { width, height } = this.#size;
    const { plot } = this.#layout;
    const context = contextOf(this.#canvas);
    context.clearRect(0, 0, width, height);
    const plotSize = /** @type {const} */ ([plot.right - plot.left, plot.bottom - plot.top]);
    context.drawImage(this.#image, plot.left, plot.top, ...plotSize);
    this.#paintContour(context, picture);
    context.drawImage(this.#overlay, 0, 0, width, height);
    if (picture.hover) this.#paintHover(context, picture, picture.hover);
  }

  /**
   * @param {import('./surface.js').Context} context
   * @param {BoundaryPicture} picture
   */
  #paintContour(context, { resolution, theme }) {
    const { plot } = this.#layout;
    const stepX = (plot.right - plot.left) / (resolution - 1);
    const stepY = (plot.bottom - plot.top) / (resolution - 1);
    context.beginPath();
    for (const { coordinates } of this.#contour) {
      context.moveTo(plot.left + coordinates[0] * stepX, plot.bottom - coordinates[1] * stepY);
      for (let index = 2; index < coordinates.length; index += 2) {
        const x = plot.left + coordinates[index] * stepX;
        context.lineTo(x, plot.bottom - coordinates[index + 1] * stepY);
      }
    }
    context.lineJoin = 'round';
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
    const { plot } = this.#layout;
    const scales = plotScales(this.#layout, bounds);
    const { x1, x2 } = probe.nearest ?? probe;
    const x = scales.x1.toPixel(x1);
    const y = scales.x2.toPixel(x2);
    context.save();
    context.strokeStyle = theme.text;
    context.lineWidth = 1;
    context.setLineDash([3, 3]);
    context.beginPath();
    context.moveTo(x, plot.top);
    context.lineTo(x, plot.bottom);
    context.moveTo(plot.left, y);
    context.lineTo(plot.right, y);
    context.globalAlpha = 0.55;
    context.stroke();
    context.restore();
    if (probe.nearest) paintRing(context, x, y, theme);
    if (Number.isFinite(probe.probability)) {
      paintBarPointer(context, this.#layout, theme, probe.probability);
    }
    paintTooltip(context, { x, y }, describeProbe(probe), plot, theme);
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

/**
 * @param {BoundaryProbe} probe
 * @returns {string[]} lines for people; the first is the heading
 */
export function describeProbe({ x1, x2, probability, nearest }) {
  const position = nearest ?? { x1, x2 };
  const lines = [
    `Probability of class 1: ${formatProbability(probability)}`,
    `x₁ ${formatNumber(position.x1)}, x₂ ${formatNumber(position.x2)}`,
  ];
  if (!nearest) return lines;
  const set = nearest.set === 'train' ? 'Training' : 'Test';
  const predicted = probability > 0.5 ? 1 : 0;
  const verdict = predicted === nearest.y ? 'Classified correctly' : `Taken for class ${predicted}`;
  return [`${set} point of class ${nearest.y}`, ...lines, verdict];
}

/**
 * @param {number} side the plot's shorter side in CSS pixels
 * @param {number} count points
 * @returns {number} CSS pixels: grows with the plot, shrinks as points crowd
 */
export function markerRadius(side, count) {
  const roomy = Math.min(6, Math.max(3.5, side / 100));
  return Math.max(1.6, roomy * Math.min(1, (400 / count) ** 0.3));
}

/**
 * @param {import('./surface.js').Context} context
 * @param {number} x
 * @param {number} y
 * @param {import('./palette.js').Theme} theme
 */
function paintRing(context, x, y, theme) {
  context.beginPath();
  context.arc(x, y, 10, 0, 2 * Math.PI);
  context.strokeStyle = theme.boundaryHalo;
  context.lineWidth = 4;
  context.stroke();
  context.strokeStyle = theme.text;
  context.lineWidth = 2;
  context.stroke();
}
