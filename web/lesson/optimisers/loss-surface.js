/** The loss over a plane of parameters: logarithmic bands, level lines, and paths across them. */

import { withAlpha } from '../../views/palette.js';
import { followLines, traceContour } from '../../views/plane/contour.js';
import { MapPainter } from '../../views/plane/map-painter.js';
import { valueAt } from '../../views/plane/map.js';
import { paintColorBar } from '../../views/plane/color-bar.js';
import { layOutPlot, plotScales, squarePlot } from '../../views/plane/frame.js';
import { paintPlaneAxes } from '../../views/plane/plane-axes.js';
import { powerOfTen } from '../parts/numbers.js';
import { contextOf, paintTooltip, sizeCanvas } from '../../views/surface.js';
import { paintMark, paintPath } from './kinds.js';

/**
 * @typedef {object} LossScale
 * @property {number} floor what is subtracted first: 0, or the lowest loss there is
 * @property {number} low power of ten at the lower end, which stands for everything below it too
 * @property {number} high power of ten at the upper end
 * @property {string} label
 */

/**
 * @typedef {object} LossPicture
 * Arrays are compared by identity: new values need a new array. Keep `axes` one array, too.
 * @property {Float64Array} losses (resolution²), row 0 the lowest v; NaN where not known yet
 * @property {number} resolution ≥ 2
 * @property {[number, number, number, number]} bounds umin, umax, vmin, vmax; as wide as high
 * @property {LossScale} scale
 * @property {[string, string]} axes names of u and v
 * @property {import('./kinds.js').Path[]} paths the lower first
 * @property {import('./kinds.js').Mark[]} marks
 * @property {import('../../views/palette.js').Theme} theme
 * @property {{ x: number, y: number } | null} [hover] CSS pixels from the canvas' top left corner
 */

/** @typedef {{ u: number, v: number, loss: number }} LossProbe */

/** Over fewer decades than this, powers of ten alone would be too few. */
const FEW_DECADES = 3;
/** Smaller numbers are printed as powers of ten. */
const LEAST_PLAIN = 0.001;
/** Image pixels a grid step. */
const DENSITY = 4;

export class LossSurface {
  #canvas;
  #map;
  /** Level lines, axes and colour bar. @type {HTMLCanvasElement} */
  #overlay;
  #size = { width: 0, height: 0, dpr: 1 };
  #layout = layOutPlot(0, 0, 1);
  /** @type {LossPicture | null} what was drawn last */
  #picture = null;
  /** Its losses as heights. @type {import('../../views/plane/map.js').PlaneMap | null} */
  #heights = null;

  /** @param {HTMLCanvasElement} canvas laid out by the page; call {@link resize} before drawing */
  constructor(canvas) {
    this.#canvas = canvas;
    this.#map = new MapPainter(canvas.ownerDocument);
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
    if (!this.#heights || hasChanged(this.#picture, picture)) {
      this.#heights = lossMap(picture);
      this.#paintOverlay(this.#heights, picture);
    }
    this.#picture = picture;
    this.#compose(picture, this.#heights);
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
    return { u, v, loss: valueAt({ values: losses, resolution }, bounds, u, v) };
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
   * @param {import('../../views/plane/map.js').PlaneMap} heights
   * @param {LossPicture} picture
   */
  #paintOverlay({ values, resolution }, { bounds, scale, axes, theme }) {
    const { width, height, dpr } = this.#size;
    const context = sizeCanvas(this.#overlay, width, height, dpr);
    paintPlaneAxes(context, this.#layout, bounds, theme, { names: axes });
    paintColorBar(context, this.#layout, theme, lossBar(scale, theme));
    context.beginPath();
    // At the lower end itself, what lies below is not told apart.
    for (const { at } of roundLosses(scale).filter((loss) => loss.at > 0)) {
      const lines = traceContour(values, resolution, at).map(({ coordinates }) => coordinates);
      followLines(context, lines, resolution, this.#layout.plot);
    }
    context.strokeStyle = withAlpha(theme.text, 0.45);
    context.lineWidth = 1;
    context.stroke();
  }

  /**
   * @param {LossPicture} picture
   * @param {import('../../views/plane/map.js').PlaneMap} heights
   */
  #compose(picture, heights) {
    const { width, height, dpr } = this.#size;
    const { plot } = this.#layout;
    const { bounds, paths, marks, theme, hover } = picture;
    const context = contextOf(this.#canvas);
    context.clearRect(0, 0, width, height);
    this.#map.paint(context, heights, { plot, dpr, theme, density: DENSITY });
    context.drawImage(this.#overlay, 0, 0, width, height);
    const scales = plotScales(this.#layout, bounds);
    const toPixel = (/** @type {number} */ u, /** @type {number} */ v) => ({
      x: scales.x1.toPixel(u),
      y: scales.x2.toPixel(v),
    });
    context.save();
    context.beginPath();
    context.rect(plot.left, plot.top, plot.right - plot.left, plot.bottom - plot.top);
    context.clip();
    for (const path of paths) paintPath(context, path, toPixel, theme);
    for (const mark of marks) paintMark(context, mark, toPixel, theme, plot);
    context.restore();
    const probe = hover && this.pick(hover.x, hover.y);
    if (probe) paintTooltip(context, hover, describeLoss(probe, picture), plot, theme);
  }
}

/**
 * @param {LossPicture} picture
 * @returns {import('../../views/plane/map.js').PlaneMap}
 */
function lossMap({ losses, resolution, scale }) {
  return {
    name: scale.label,
    values: lossHeights(losses, scale),
    resolution,
    range: [0, 1],
    palette: 'sequential',
  };
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

/**
 * @param {Float64Array} losses
 * @param {LossScale} scale
 * @returns {Float64Array} 0 (the lower end and below) … 1 (the upper end and above); NaN stays
 */
export function lossHeights(losses, { floor, low, high }) {
  return losses.map((loss) => {
    if (Number.isNaN(loss)) return NaN;
    const height = (Math.log10(Math.max(loss - floor, Number.MIN_VALUE)) - low) / (high - low);
    return Math.min(1, Math.max(0, height));
  });
}

/**
 * Round losses, a few of them: powers of ten, and where there are not many, what lies between.
 *
 * @param {LossScale} scale
 * @returns {{ value: number, at: number }[]} ascending; at: their heights
 */
export function roundLosses({ low, high }) {
  const mantissas = high - low < FEW_DECADES ? [1, 2, 5] : [1];
  const values = [];
  for (let power = Math.floor(low); power <= high; power += 1) {
    values.push(...mantissas.map((mantissa) => Number(`${mantissa}e${power}`)));
  }
  return values
    .map((value) => ({ value, at: (Math.log10(value) - low) / (high - low) }))
    .filter(({ at }) => at >= 0 && at <= 1);
}

/**
 * @param {LossScale} scale
 * @param {import('../../views/palette.js').Theme} theme
 * @returns {import('../../views/plane/color-bar.js').BarScale}
 */
export function lossBar(scale, { palettes }) {
  const ticks = roundLosses(scale).map(({ value, at }) => ({ at, text: tickText(value) }));
  return { columns: [palettes.sequential.bands], ticks, label: scale.label };
}

/** @param {number} value */
function tickText(value) {
  return value < LEAST_PLAIN ? powerOfTen(Math.round(Math.log10(value))) : String(value);
}
