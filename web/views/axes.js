/** Linear scales, round tick values, and how both are drawn round a plot. */

import { drawText, font } from './surface.js';
import { stepDecimals } from './text/formats.js';

/** CSS pixels. */
const TICK_LENGTH = 5;

/** @import { Context, Rectangle } from './surface.js' */

/**
 * @typedef {object} LinearScale
 * @property {(value: number) => number} toPixel
 * @property {(pixel: number) => number} toValue
 *
 * @typedef {object} Axis
 * @property {LinearScale} scale
 * @property {readonly number[]} ticks
 * @property {(value: number) => string} format of ticks
 * @property {string} title '' where neither has one
 *
 * @typedef {object} AxesLook in CSS pixels
 * @property {import('./palette.js').Theme} theme
 * @property {string} grid colour of its lines
 * @property {boolean} isJoined whether they are one path: where a colour shows through, their crossings
 *   would be darker otherwise
 * @property {number} fontSize of ticks
 * @property {number} titleSize
 * @property {number} ticksBelow from the plot to the middle of what stands there
 * @property {number} titleBelow
 * @property {number} titleLeft from the canvas' edge to its middle
 * @property {number} [edge] that nothing below the plot may stand out of at the right
 */

/**
 * @param {[number, number]} domain values at the two ends
 * @param {[number, number]} range pixels at the two ends
 * @returns {LinearScale}
 */
export function linearScale([value0, value1], [pixel0, pixel1]) {
  const slope = (pixel1 - pixel0) / (value1 - value0);
  return {
    toPixel: (value) => pixel0 + (value - value0) * slope,
    toValue: (pixel) => value0 + (pixel - pixel0) / slope,
  };
}

/**
 * Round values that divide an interval: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param {number} minimum
 * @param {number} maximum > minimum
 * @param {number} count how many are wanted, about
 * @returns {{ values: number[], step: number }} ascending, within the interval
 */
export function niceTicks(minimum, maximum, count) {
  const step = niceStep((maximum - minimum) / Math.max(1, count));
  const first = Math.ceil(minimum / step - 1e-9);
  const last = Math.floor(maximum / step + 1e-9);
  const decimals = stepDecimals(step);
  const values = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toFixed(decimals)),
  );
  return { values, step };
}

/**
 * @param {number} rough > 0
 * @returns {number} the nearest round step, by ratio: as many ticks too few as too many
 */
function niceStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  const ratio = rough / power;
  if (ratio < Math.sqrt(1 * 2)) return power;
  if (ratio < Math.sqrt(2 * 5)) return 2 * power;
  return (ratio < Math.sqrt(5 * 10) ? 5 : 10) * power;
}

/**
 * Grid lines, ticks with what they say, and the names of the axes.
 *
 * @param {Context} context
 * @param {Rectangle} plot
 * @param {{ x: Axis, y: Axis }} axes
 * @param {AxesLook} look
 */
export function paintAxes(context, plot, { x, y }, { theme, grid, ...look }) {
  const add = (/** @type {[number, number, number, boolean]} */ ...place) => {
    if (!look.isJoined) context.beginPath();
    line(context, ...place);
    if (!look.isJoined) context.stroke();
  };
  context.lineWidth = 1;
  context.strokeStyle = grid;
  context.beginPath();
  for (const value of x.ticks) add(x.scale.toPixel(value), plot.top, plot.bottom, true);
  for (const value of y.ticks) add(y.scale.toPixel(value), plot.left, plot.right, false);
  if (look.isJoined) context.stroke();

  const style = { font: font(look.fontSize), color: theme.textMuted };
  context.strokeStyle = theme.axis;
  context.beginPath();
  for (const value of x.ticks) {
    const at = x.scale.toPixel(value);
    add(at, plot.bottom, plot.bottom + TICK_LENGTH, true);
    const text = x.format(value);
    const middle = look.edge === undefined ? at : inside(context, text, at, look.edge, style);
    drawText(context, text, middle, plot.bottom + look.ticksBelow, style);
  }
  for (const value of y.ticks) {
    const at = y.scale.toPixel(value);
    add(at, plot.left - TICK_LENGTH, plot.left, false);
    drawText(context, y.format(value), plot.left - 8, at, { ...style, align: 'right' });
  }
  if (look.isJoined) context.stroke();

  if (!x.title) return;
  const title = { font: font(look.titleSize, 500), color: theme.text };
  const middle = { x: (plot.left + plot.right) / 2, y: (plot.top + plot.bottom) / 2 };
  drawText(context, x.title, middle.x, plot.bottom + look.titleBelow, title);
  drawText(context, y.title, look.titleLeft, middle.y, { ...title, angle: -Math.PI / 2 });
}

/**
 * @param {Context} context
 * @param {string} text
 * @param {number} middle where it would best stand
 * @param {number} edge
 * @param {{ font: string }} style
 * @returns {number} where it is not cut
 */
function inside(context, text, middle, edge, style) {
  context.font = style.font;
  return Math.min(middle, edge - context.measureText(text).width / 2);
}

/**
 * Adds to the path a line across or upwards, one CSS pixel wide.
 *
 * @param {Context} context
 * @param {number} position across the line
 * @param {number} start along the line
 * @param {number} end along the line
 * @param {boolean} isVertical
 */
export function line(context, position, start, end, isVertical) {
  const at = sharp(position);
  context.moveTo(isVertical ? at : start, isVertical ? start : at);
  context.lineTo(isVertical ? at : end, isVertical ? end : at);
}

/**
 * @param {number} position of a line one CSS pixel wide
 * @returns {number} between two whole pixels, where it is sharp
 */
export function sharp(position) {
  return Math.round(position - 0.5) + 0.5;
}
