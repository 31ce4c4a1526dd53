/** The loss of every sample as a bar: class 0 upwards, class 1 downwards, from one line. */

import { withAlpha } from '../../views/palette.js';
import { paintMarker } from '../../views/plane/markers.js';
import { linearScale, niceTicks } from '../../views/axes.js';
import { formatTick } from '../parts/numbers.js';
import { contextOf, drawText, font, sizeCanvas } from '../../views/surface.js';

/** @typedef {import('../../views/palette.js').Theme} Theme */
/** @typedef {import('../../views/surface.js').Context} Context */

/**
 * @typedef {object} LossBarsPicture
 * @property {ArrayLike<number>} losses by sample, 0 or more
 * @property {ArrayLike<number>} labels by sample, 0 or 1
 * @property {ArrayLike<number>} order the samples from left to right
 * @property {number} mean of the losses
 * @property {number} selected the sample that stands out
 * @property {string} title of the horizontal axis
 * @property {Theme} theme
 */

/** What the axis ends with: steps, so that it does not tremble while the losses change. */
const ENDS = [1, 2, 4, 8, 16.5];
const FONT_SIZE = 11;
const MARGIN = { left: 46, top: 8, right: 8, bottom: 26 };
/** Bars at least so wide have a gap between them, in CSS pixels. */
const GAP_FROM = 3;
/** From here on the prediction is on the wrong side. */
const UNDECIDED = Math.LN2;

export class LossBars {
  #canvas;
  #size = { width: 0, height: 0, dpr: 1 };
  #count = 0;

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.#canvas = canvas;
  }

  /**
   * @param {number} width CSS pixels
   * @param {number} height CSS pixels
   * @param {number} dpr device pixels per CSS pixel
   */
  resize(width, height, dpr) {
    this.#size = { width, height, dpr };
    sizeCanvas(this.#canvas, width, height, dpr);
  }

  /** @param {LossBarsPicture} picture */
  draw(picture) {
    this.#count = picture.order.length;
    const context = contextOf(this.#canvas);
    context.clearRect(0, 0, this.#size.width, this.#size.height);
    const plot = this.#plot;
    const most = Math.max(...Array.from(picture.losses).filter(Number.isFinite), 0);
    const end = ENDS.find((one) => one >= most) ?? most;
    const y = linearScale([-end, end], [plot.bottom, plot.top]);
    paintAxis(context, plot, y, end, picture);
    this.#paintBars(context, y, picture);
    paintLevels(context, plot, y, picture);
    paintClasses(context, plot, picture.theme);
  }

  /**
   * @param {number} x CSS pixels from the canvas' left edge
   * @returns {number | null} the place in the order that is there, 0 the leftmost
   */
  pick(x) {
    const { left, right } = this.#plot;
    if (this.#count === 0 || right <= left) return null;
    const place = Math.floor(((x - left) / (right - left)) * this.#count);
    return Math.min(this.#count - 1, Math.max(0, place));
  }

  get #plot() {
    const { width, height } = this.#size;
    return {
      left: MARGIN.left,
      top: MARGIN.top,
      right: width - MARGIN.right,
      bottom: height - MARGIN.bottom,
    };
  }

  /**
   * @param {Context} context
   * @param {import('../../views/axes.js').LinearScale} y
   * @param {LossBarsPicture} picture
   */
  #paintBars(context, y, { losses, labels, order, selected, theme }) {
    const { left, right } = this.#plot;
    const width = (right - left) / this.#count;
    const bar = width >= GAP_FROM ? width - 1 : width;
    const zero = y.toPixel(0);
    for (let place = 0; place < this.#count; place += 1) {
      const sample = order[place];
      const value = labels[sample] === 1 ? -losses[sample] : losses[sample];
      const x = left + place * width;
      const tip = y.toPixel(value);
      context.fillStyle = theme.classes[labels[sample] === 1 ? 1 : 0];
      // At least a hair, so that no sample is invisible.
      const height = Math.max(1, Math.abs(tip - zero));
      context.fillRect(x, value < 0 ? zero : zero - height, bar, height);
      if (sample === selected) paintPointer(context, x + bar / 2, tip, value < 0, theme);
    }
  }
}

/**
 * @param {Context} context
 * @param {import('../../views/surface.js').Rectangle} plot
 * @param {import('../../views/axes.js').LinearScale} y
 * @param {number} end
 * @param {LossBarsPicture} picture
 */
function paintAxis(context, plot, y, end, { title, theme }) {
  const { values, step } = niceTicks(-end, end, (plot.bottom - plot.top) / 36);
  context.lineWidth = 1;
  for (const value of values) {
    const at = Math.round(y.toPixel(value)) + 0.5;
    context.strokeStyle = value === 0 ? theme.axis : withAlpha(theme.text, 0.09);
    strokeAcross(context, plot, at);
    drawText(context, formatTick(Math.abs(value), step), plot.left - 7, at, {
      font: font(FONT_SIZE),
      color: theme.textMuted,
      align: 'right',
    });
  }
  const style = { font: font(FONT_SIZE + 0.5, 500), color: theme.text };
  drawText(context, title, (plot.left + plot.right) / 2, plot.bottom + 15, style);
  const middle = (plot.top + plot.bottom) / 2;
  drawText(context, 'Loss', 9, middle, { ...style, angle: -Math.PI / 2 });
}

/**
 * The mean, and the loss of an undecided prediction, on both sides.
 *
 * @param {Context} context
 * @param {import('../../views/surface.js').Rectangle} plot
 * @param {import('../../views/axes.js').LinearScale} y
 * @param {LossBarsPicture} picture
 */
function paintLevels(context, plot, y, { mean, theme }) {
  context.save();
  context.strokeStyle = theme.text;
  for (const sign of [1, -1]) {
    context.setLineDash([]);
    if (Number.isFinite(mean)) strokeAcross(context, plot, y.toPixel(sign * mean));
    context.setLineDash([3, 4]);
    strokeAcross(context, plot, y.toPixel(sign * UNDECIDED));
  }
  context.restore();
}

/**
 * @param {Context} context
 * @param {import('../../views/surface.js').Rectangle} plot
 * @param {Theme} theme
 */
function paintClasses(context, plot, theme) {
  const style = { font: font(FONT_SIZE + 1, 600), color: theme.text };
  for (const label of /** @type {const} */ ([0, 1])) {
    const text = label === 0 ? 'Class 0, upwards' : 'Class 1, downwards';
    const at = label === 0 ? plot.top + 10 : plot.bottom - 10;
    const x = plot.right - 6;
    context.font = style.font;
    const width = context.measureText(text).width;
    paintMarker(context, x - width - 12, at, { label, set: 'train' }, { radius: 5, theme });
    drawText(context, text, x, at, { ...style, align: 'right' });
  }
}

/**
 * A small triangle that points at the end of a bar.
 *
 * @param {Context} context
 * @param {number} x
 * @param {number} tip of the bar
 * @param {boolean} isBelow the bar goes downwards
 * @param {Theme} theme
 */
function paintPointer(context, x, tip, isBelow, theme) {
  const away = isBelow ? 1 : -1;
  context.beginPath();
  context.moveTo(x, tip + 2 * away);
  context.lineTo(x - 6, tip + 13 * away);
  context.lineTo(x + 6, tip + 13 * away);
  context.closePath();
  context.lineWidth = 2;
  context.strokeStyle = theme.surface;
  context.stroke();
  context.fillStyle = theme.text;
  context.fill();
}

/**
 * @param {Context} context
 * @param {import('../../views/surface.js').Rectangle} plot
 * @param {number} y
 */
function strokeAcross(context, { left, right }, y) {
  context.beginPath();
  context.moveTo(left, y);
  context.lineTo(right, y);
  context.stroke();
}
