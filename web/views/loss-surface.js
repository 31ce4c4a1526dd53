/** The loss over a plane of parameters: logarithmic bands, level lines, and paths across them. */

import { interpolateGrid, paintProbabilities } from './boundary-image.js';
import { withAlpha } from './color.js';
import { traceContour } from './contour.js';
import { lossBar, lossHeights, roundLosses } from './loss-scale.js';
import { paintMark, paintPath } from './loss-path.js';
import { layOutPlot, paintAxes, paintColorBar, plotScales, squarePlot } from './plot-frame.js';
import { contextOf, sizeCanvas } from './surface.js';
import { paintTooltip } from './tooltip.js';

/**
 * @typedef {object} LossPicture
 * Arrays are compared by identity: new values need a new array. Keep `axes` one array, too.
 * @property {Float64Array} losses (resolution²), row 0 the lowest v; NaN where not known yet
 * @property {number} resolution ≥ 2
 * @property {[number, number, number, number]} bounds umin, umax, vmin, vmax; as wide as high
 * @property {import('./loss-scale.js').LossScale} scale
 * @property {[string, string]} axes names of u and v
 * @property {import('./loss-path.js').Path[]} paths the lower first
 * @property {import('./loss-path.js').Mark[]} marks
 * @property {import('./palette.js').Theme} theme
 * @property {{ x: number, y: number } | null} [hover] CSS pixels from the canvas' top left corner
 */

/** @typedef {{ u: number, v: number, loss: number }} LossProbe */

/** Image pixels per grid step. */
const IMAGE_FACTOR = 4;

export class LossSurface {
  #canvas;
  /** Bands, scaled to the plot when drawn. @type {HTMLCanvasElement} */
  #image;
  /** Level lines, axes and colour bar. @type {HTMLCanvasElement} */
  #overlay;
  #size = { width: 0, height: 0, dpr: 1 };
  #layout = layOutPlot(0, 0, 1);
  /** @type {LossPicture | null} what was drawn last */
  #picture = null;

  /** @param {HTMLCanvasElement} canvas laid out by the page; call {@link resize} before drawing */
  constructor(canvas) {
    this.#canvas = canvas;
    this.#image = canvas.ownerDocument.createElement('canvas');
    this.#overlay = canvas.ownerDocument.createElement('canvas');
  }

  /**
   * @param {number} width CSS pixels
   * @param {number} height CSS pixels
   * @param {number} [dpr] device pixels per CSS pixel
   */
  resize(width, height, dpr = 1) {
    this.#size = { width, height, dpr };
    this.#layout = squarePlot(layOutPlot(width, height, dpr));
    sizeCanvas(this.#canvas, width, height, dpr);
    const picture = this.#picture;
    this.#picture = null;
    if (picture) this.draw(picture);
  }

  /** @param {LossPicture} picture */
  draw(picture) {
    if (hasChanged(this.#picture, picture)) {
      const heights = lossHeights(picture.losses, picture.scale);
      this.#paintImage(heights, picture);
      this.#paintOverlay(heights, picture);
    }
    this.#picture = picture;
    this.#compose(picture);
  }

  /**
   * @param {number} x CSS pixels from the canvas' left edge
   * @param {number} y CSS pixels from its top
   * @returns {LossProbe | null} what is there; null outside the plot, or before anything is drawn
   */
  pick(x, y) {
    const { plot } = this.#layout;
    const isInside = x >= plot.left && x <= plot.right && y >= plot.top && y <= plot.bottom;
    return isInside ? this.locate(x, y) : null;
  }

  /**
   * @param {number} x CSS pixels from the canvas' left edge
   * @param {number} y CSS pixels from its top
   * @returns {LossProbe | null} what is at the nearest place of the plot
   */
  locate(x, y) {
    if (!this.#picture) return null;
    const { losses, resolution, bounds } = this.#picture;
    const [u0, u1, v0, v1] = bounds;
    const scales = plotScales(this.#layout, bounds);
    const u = Math.min(u1, Math.max(u0, scales.x1.toValue(x)));
    const v = Math.min(v1, Math.max(v0, scales.x2.toValue(y)));
    const steps = resolution - 1;
    const across = ((u - u0) / (u1 - u0)) * steps;
    const up = ((v - v0) / (v1 - v0)) * steps;
    return { u, v, loss: interpolateGrid(losses, resolution, across, up) };
  }

  /**
   * @param {number} u
   * @param {number} v
   * @returns {{ x: number, y: number } | null} CSS pixels from the canvas' top left corner; null
   *   before anything is drawn
   */
  place(u, v) {
    if (!this.#picture) return null;
    const scales = plotScales(this.#layout, this.#picture.bounds);
    return { x: scales.x1.toPixel(u), y: scales.x2.toPixel(v) };
  }

  /**
   * @param {Float64Array} heights
   * @param {LossPicture} picture
   */
  #paintImage(heights, { resolution, theme }) {
    const side = resolution * IMAGE_FACTOR;
    const pixels = new ImageData(side, side);
    paintProbabilities(
      heights,
      resolution,
      theme.heightLookup,
      new Uint32Array(pixels.data.buffer),
    );
    if (this.#image.width !== side) this.#image.width = this.#image.height = side;
    contextOf(this.#image).putImageData(pixels, 0, 0);
  }

  /**
   * @param {Float64Array} heights
   * @param {LossPicture} picture
   */
  #paintOverlay(heights, { resolution, bounds, scale, axes, theme }) {
    const { width, height, dpr } = this.#size;
    const context = sizeCanvas(this.#overlay, width, height, dpr);
    paintAxes(context, this.#layout, bounds, theme, { names: axes });
    paintColorBar(context, this.#layout, theme, lossBar(scale, theme));
    const { plot } = this.#layout;
    const stepX = (plot.right - plot.left) / (resolution - 1);
    const stepY = (plot.bottom - plot.top) / (resolution - 1);
    context.beginPath();
    // At the lower end itself, what lies below is not told apart.
    for (const { at } of roundLosses(scale).filter((loss) => loss.at > 0)) {
      for (const { coordinates } of traceContour(heights, resolution, at)) {
        for (let index = 0; index < coordinates.length; index += 2) {
          const x = plot.left + coordinates[index] * stepX;
          const y = plot.bottom - coordinates[index + 1] * stepY;
          if (index === 0) context.moveTo(x, y);
          else context.lineTo(x, y);
        }
      }
    }
    context.strokeStyle = withAlpha(theme.text, 0.45);
    context.lineWidth = 1;
    context.stroke();
  }

  /** @param {LossPicture} picture */
  #compose(picture) {
    const { width, height } = this.#size;
    const { plot } = this.#layout;
    const { bounds, paths, marks, theme, hover } = picture;
    const context = contextOf(this.#canvas);
    context.clearRect(0, 0, width, height);
    const plotSize = /** @type {const} */ ([plot.right - plot.left, plot.bottom - plot.top]);
    context.drawImage(this.#image, plot.left, plot.top, ...plotSize);
    context.drawImage(this.#overlay, 0, 0, width, height);
    const scales = plotScales(this.#layout, bounds);
    const toPixel = (/** @type {number} */ u, /** @type {number} */ v) => ({
      x: scales.x1.toPixel(u),
      y: scales.x2.toPixel(v),
    });
    context.save();
    context.beginPath();
    context.rect(plot.left, plot.top, ...plotSize);
    context.clip();
    for (const path of paths) paintPath(context, path, toPixel, theme);
    for (const mark of marks) paintMark(context, mark, toPixel, theme, plot);
    context.restore();
    const probe = hover && this.pick(hover.x, hover.y);
    if (probe) paintTooltip(context, hover, describeLoss(probe, picture), plot, theme);
  }
}

/**
 * @param {LossProbe} probe
 * @param {Pick<LossPicture, 'axes' | 'scale'>} picture
 * @returns {string[]} lines for people; the first is the heading
 */
export function describeLoss({ u, v, loss }, { axes, scale }) {
  const first = Number.isFinite(loss) ? `Loss ${loss.toFixed(4)}` : 'Not computed yet';
  const above = loss - scale.floor;
  const lines = [first];
  if (scale.floor > 0 && Number.isFinite(above))
    lines.push(`${above.toFixed(4)} above the minimum`);
  return [...lines, `${axes[0]} ${signed(u)}, ${axes[1]} ${signed(v)}`];
}

/** @param {number} value */
function signed(value) {
  return value
    .toFixed(2)
    .replace(/^-(?=0\.0*$)/, '')
    .replace('-', '−');
}

/**
 * @param {LossPicture | null} last
 * @param {LossPicture} picture
 */
function hasChanged(last, picture) {
  /** @type {(keyof LossPicture)[]} */
  const keys = ['losses', 'bounds', 'scale', 'axes', 'theme'];
  return keys.some((key) => last?.[key] !== picture[key]);
}
