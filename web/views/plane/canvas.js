/** The plane of two features: a map of it, data points, axes and what the colours mean. */

import { MapPainter } from './map-painter.js';
import { ENGLISH_PICTURES } from '../text/picture-words.js';
import { colorOf, meaningOf, shareOf, winnerOf } from './map.js';
import { answerAt } from './crossed-cells.js';
import { columnsOf, mapBar, paintBarPointer, paintColorBar } from './color-bar.js';
import { paintCrosshair, paintLines, paintPoints, paintRing } from './marks.js';
import { paintMarked } from './marked.js';
import { paintShares } from './shares.js';
import { describeProbe, findNearest, shownSets } from './probe.js';
import { hasRoomForBar, layOutPlot, plotScales } from './frame.js';
import { fitTicks, paintPlaneAxes } from './plane-axes.js';
import { contextOf, paintTooltip, sizeCanvas } from '../surface.js';

/** @typedef {import('./map.js').PlaneMap} PlaneMap */
/** @typedef {import('./probe.js').PlaneProbe} PlaneProbe */

/**
 * @typedef {import('./marks.js').PlaneMarks & Extras} PlanePicture Arrays are compared by identity:
 *   new values need a new array. Keep `axes` one array, too.
 *
 * @typedef {object} Extras
 * @property {PlaneMap | null} [map] without it there are the points alone
 * @property {import('./color-bar.js').BarMeaning | null} [bar] what the colour bar says: otherwise what
 *   the map does, if there is one
 * @property {[string, string]} [axes] names of x1 and x2
 * @property {{ x: number, y: number } | null} [hover] CSS pixels from the canvas' top left corner
 */

/** What the overlay shows, besides the colour bar. @type {(keyof PlanePicture)[]} */
const OVERLAY_KEYS = ['train', 'test', 'points', 'bounds', 'theme', 'axes', 'valueRange'];
/** How near the pointer must be to a point to mean it, in CSS pixels. */
const REACH = 12;

export class PlaneCanvas {
  /** @type {HTMLCanvasElement} */
  #canvas;
  #isSlim;
  #words;
  #map;
  /** Axes and points: changes only with data, size and theme. @type {HTMLCanvasElement} */
  #overlay;
  #size = { width: 0, height: 0, dpr: 1 };
  /** @type {import('./frame.js').PlotLayout} */
  #layout;
  /** What the colour bar says. @type {import('./color-bar.js').BarMeaning | null} */
  #bar = null;
  /** @type {PlanePicture | null} what was drawn last */
  #picture = null;

  /**
   * @param {HTMLCanvasElement} canvas laid out by the page; call {@link resize} before drawing
   * @param {object} [options]
   * @param {boolean} [options.isSlim] without colour bar and names of the axes
   * @param {import('../text/picture-words.js').PictureWords} [options.words]
   */
  constructor(canvas, { isSlim = false, words = ENGLISH_PICTURES } = {}) {
    this.#canvas = canvas;
    this.#isSlim = isSlim;
    this.#words = words;
    this.#map = new MapPainter(canvas.ownerDocument);
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
    sizeCanvas(this.#canvas, width, height, dpr);
    const picture = this.#picture;
    this.#picture = null;
    if (picture) this.draw(picture);
  }

  /** @param {PlanePicture} picture */
  draw(picture) {
    const isLaidOut = this.#layOut(picture);
    const last = this.#picture;
    if (isLaidOut || OVERLAY_KEYS.some((key) => last?.[key] !== picture[key])) {
      this.#paintOverlay(picture);
    }
    this.#picture = picture;
    this.#compose(picture);
  }

  /**
   * @param {PlanePicture} picture
   * @returns {boolean} whether things lie elsewhere than before, or the colour bar says something else
   */
  #layOut({ bounds, map = null, bar: wanted = this.#isSlim ? null : map }) {
    const { width, height, dpr } = this.#size;
    const bar = hasRoomForBar(width, height) ? wanted : null;
    const isSame =
      meaningOf(bar) === meaningOf(this.#bar) && String(bounds) === String(this.#picture?.bounds);
    this.#bar = bar;
    if (this.#picture && isSame) return false;
    const layout = layOutPlot(width, height, dpr, bar ? columnsOf(bar) : 0, this.#isSlim);
    this.#layout = fitTicks(layout, bounds, this.#words.formats, (text, style) => {
      const context = contextOf(this.#overlay);
      context.font = style;
      return context.measureText(text).width;
    });
    return true;
  }

  /**
   * @param {number} x CSS pixels from the canvas' left edge
   * @param {number} y CSS pixels from its top
   * @returns {PlaneProbe | null} what is there; null outside the plot, or before anything is drawn
   */
  pick(x, y) {
    const picture = this.#picture;
    const { plot } = this.#layout;
    const isInside = x >= plot.left && x <= plot.right && y >= plot.top && y <= plot.bottom;
    if (!picture || !isInside) return null;
    const { map = null, bounds } = picture;
    const scales = plotScales(this.#layout, bounds);
    const position = { x1: scales.x1.toValue(x), x2: scales.x2.toValue(y) };
    const reach = {
      x1: scales.x1.toValue(x + REACH) - position.x1,
      x2: scales.x2.toValue(y - REACH) - position.x2,
    };
    const nearest = findNearest(picture, shownSets(picture.points), position, reach);
    const { x1, x2 } = nearest ?? position;
    const values = map && answerAt(map, bounds, x1, x2);
    const hasValue = Boolean(picture.valueRange);
    return { ...position, map, values, nearest, hasValue };
  }

  /** How places of the plane lie on the canvas, in CSS pixels; null before anything is drawn. */
  get scales() {
    return this.#picture && plotScales(this.#layout, this.#picture.bounds);
  }

  /** @param {PlanePicture} picture */
  #paintOverlay({ axes, ...picture }) {
    const { bounds, theme } = picture;
    const { width, height, dpr } = this.#size;
    const { plot } = this.#layout;
    const { direction } = this.#words;
    const context = sizeCanvas(this.#overlay, width, height, dpr, direction);
    paintPlaneAxes(context, this.#layout, bounds, theme, { words: this.#words, names: axes });
    if (this.#bar) {
      paintColorBar(
        context,
        this.#layout,
        theme,
        mapBar(this.#bar, this.#layout, theme, this.#words),
      );
    }
    context.beginPath();
    context.rect(plot.left, plot.top, plot.right - plot.left, plot.bottom - plot.top);
    context.clip();
    const place = { document: this.#canvas.ownerDocument, layout: this.#layout, dpr };
    paintPoints(context, picture, place);
  }

  /** @param {PlanePicture} picture */
  #compose(picture) {
    const { width, height, dpr } = this.#size;
    const context = contextOf(this.#canvas);
    context.clearRect(0, 0, width, height);
    const { map, theme } = picture;
    if (map) this.#map.paint(context, map, { plot: this.#layout.plot, dpr, theme });
    context.drawImage(this.#overlay, 0, 0, width, height);
    paintShares(context, picture, this.#layout);
    paintMarked(context, picture, this.#layout);
    paintLines(context, picture, this.#layout);
    if (picture.hover) this.#paintHover(context, picture, picture.hover);
  }

  /**
   * @param {import('../surface.js').Context} context
   * @param {PlanePicture} picture
   * @param {{ x: number, y: number }} hover
   */
  #paintHover(context, { bounds, theme }, hover) {
    const probe = this.pick(hover.x, hover.y);
    if (!probe) return;
    const { plot } = this.#layout;
    const scales = plotScales(this.#layout, bounds);
    const { x1, x2 } = probe.nearest ?? probe;
    const position = { x: scales.x1.toPixel(x1), y: scales.x2.toPixel(x2) };
    paintCrosshair(context, position, plot, theme);
    if (probe.nearest) paintRing(context, position, theme);
    this.#paintPointer(context, probe, theme);
    const lines = describeProbe(probe, this.#words);
    paintTooltip(context, position, lines, plot, theme, this.#size.width);
  }
  /**
   * @param {import('../surface.js').Context} context
   * @param {PlaneProbe} probe
   * @param {import('../palette.js').Theme} theme
   */
  #paintPointer(context, { map, values }, theme) {
    if (!this.#bar || !map || !values) return;
    const winner = winnerOf(values);
    const value = values[winner];
    if (!Number.isFinite(value)) return;
    const share = Math.min(1, Math.max(0, shareOf(map, value)));
    const color = colorOf(map, theme, value, winner);
    paintBarPointer(context, this.#layout, { theme, color, share });
  }
}
