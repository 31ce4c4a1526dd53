/** How values are spread: a bar for each of many equal steps. */

import { linearScale, niceTicks, paintAxes } from '../axes.js';
import { haloText, font, sizeCanvas, strokeLine } from '../surface.js';
import { keptStyle } from './kept-curves.js';

/** @typedef {import('../palette.js').Theme} Theme */

/**
 * @typedef {object} HistogramScene
 * @property {{ start: number, width: number, counts: number[] }} histogram where the first bar starts, how wide
 *   each is, how many values there are in each
 * @property {{ letter: string, counts: number[] } | null} [beside] a kept run's, in the same bins: a line over
 *   the bars, as its curve is drawn
 * @property {{ value: number, label: string } | null} mark a value that is told apart
 * @property {{ x: string, y: string }} titles of the axes
 * @property {(value: number) => string} format of values
 * @property {(count: number) => string} formatCount
 */

/** CSS pixels. */
const PADDING = { left: 62, top: 24, right: 14, bottom: 50 };
const FONT_SIZE = 12;
/** How many ticks there are, about: each across takes so many pixels. */
const TICKS_UP = 4;
const TICK_ROOM = 72;
/** Between two bars. */
const GAP = 1;
const LINE_WIDTH = 2.5;

export class HistogramCanvas {
  #canvas;
  #theme;
  #direction;
  #size = { width: 0, height: 0, dpr: 1 };
  /** @type {HistogramScene | null} */
  #scene = null;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {{ theme: Theme, direction: CanvasDirection }} look
   */
  constructor(canvas, { theme, direction }) {
    this.#canvas = canvas;
    this.#theme = theme;
    this.#direction = direction;
  }

  /**
   * @param {number} width CSS pixels
   * @param {number} height CSS pixels
   * @param {number} dpr
   */
  resize(width, height, dpr) {
    this.#size = { width, height, dpr };
  }

  /** @param {HistogramScene | null} scene */
  show(scene) {
    this.#scene = scene;
    this.draw();
  }

  /** @param {Theme} theme */
  setTheme(theme) {
    if (theme === this.#theme) return;
    this.#theme = theme;
    this.draw();
  }

  draw() {
    const { width, height, dpr } = this.#size;
    if (width === 0) return;
    const context = sizeCanvas(this.#canvas, width, height, dpr, this.#direction);
    const plot = {
      left: PADDING.left,
      top: PADDING.top,
      right: width - PADDING.right,
      bottom: height - PADDING.bottom,
    };
    if (this.#scene) this.#paint(context, plot, this.#scene);
  }

  /**
   * @param {import('../surface.js').Context} context
   * @param {import('../surface.js').Rectangle} plot
   * @param {HistogramScene} scene
   */
  #paint(context, plot, { histogram, beside, mark, titles, format, formatCount }) {
    const { start, width, counts } = histogram;
    const theme = this.#theme;
    const end = start + width * counts.length;
    const most = Math.max(...counts, ...(beside?.counts ?? []));
    const x = linearScale([start, end], [plot.left, plot.right]);
    const y = linearScale([0, most], [plot.bottom, plot.top]);
    // Beyond the middles of the outer bars there may be no values: no accuracy is above 1.
    const middles = [start + width / 2, end - width / 2];
    const room = Math.min((plot.right - plot.left) / TICK_ROOM, counts.length);
    const across =
      counts.length > 1 ? niceTicks(middles[0], middles[1], room).values : [middles[0]];
    const up = niceTicks(0, most, TICKS_UP).values.filter(Number.isInteger);
    paintAxes(
      context,
      plot,
      {
        x: { scale: x, ticks: across, format, title: titles.x },
        y: { scale: y, ticks: up, format: formatCount, title: titles.y },
      },
      {
        ...{ theme, grid: theme.grid, isJoined: false, fontSize: FONT_SIZE - 1 },
        ...{ titleSize: FONT_SIZE, ticksBelow: 15, titleBelow: 36, titleLeft: 14 },
        edge: this.#size.width,
      },
    );
    context.fillStyle = theme.series.test;
    counts.forEach((count, bin) => {
      const left = x.toPixel(start + bin * width);
      const right = x.toPixel(start + (bin + 1) * width);
      const top = y.toPixel(count);
      context.fillRect(left + GAP / 2, top, Math.max(1, right - left - GAP), plot.bottom - top);
    });
    if (beside) {
      const tops = beside.counts.map(y.toPixel);
      const edges = [...tops, plot.bottom].map((_, bin) => x.toPixel(start + bin * width));
      paintOutline(
        context,
        edges,
        [plot.bottom, ...tops, plot.bottom],
        keptStyle(beside.letter, theme),
      );
    }
    if (mark) paintMark(context, x.toPixel(mark.value), plot, mark.label, theme);
  }
}

/**
 * @param {import('../surface.js').Context} context
 * @param {number[]} edges of the bins
 * @param {number[]} tops of the bins, between the ground before the first and after the last
 * @param {{ color: string, dash: number[] }} style
 */
function paintOutline(context, edges, tops, { color, dash }) {
  context.beginPath();
  edges.forEach((edge, i) => {
    context.lineTo(edge, tops[i]);
    context.lineTo(edge, tops[i + 1]);
  });
  context.strokeStyle = color;
  context.lineWidth = LINE_WIDTH;
  context.setLineDash(dash);
  context.stroke();
  context.setLineDash([]);
}

/**
 * @param {import('../surface.js').Context} context
 * @param {number} at
 * @param {import('../surface.js').Rectangle} plot
 * @param {string} label
 * @param {Theme} theme
 */
function paintMark(context, at, plot, label, theme) {
  strokeLine(context, [at, plot.top], [at, plot.bottom], theme.text, [4, 3], 1.5);
  const isLate = at > (plot.left + plot.right) / 2;
  /** @type {CanvasTextAlign} */
  const align = isLate ? 'right' : 'left';
  const style = { font: font(FONT_SIZE), color: theme.text, align };
  haloText(context, label, at, plot.top - FONT_SIZE, style, theme.surface);
}
