/** The fixed parts of a training curve's chart: where things lie, axes with ticks, the legend. */

import { drawText, font, haloText, strokeLine } from '../surface.js';
import { SETS, seriesStyle } from './curve-kind.js';
import { linearScale, niceTicks, paintAxes, sharp } from '../axes.js';

/** @typedef {import('./curve-buffer.js').CurvePoints} CurvePoints */
/** @typedef {import('./curve-kind.js').CurveKind} CurveKind */
/** @typedef {import('../palette.js').Theme} Theme */
/** @typedef {import('../text/whole-words.js').WholeWords} WholeWords */
/** @typedef {import('../surface.js').Context} Context */

/**
 * @typedef {object} Axis
 * @property {number} start the least value that has a place
 * @property {number} end the greatest
 * @property {number[]} ticks
 *
 * @typedef {object} CurveFrame
 * @property {import('../surface.js').Rectangle} plot
 * @property {Axis} x epochs
 * @property {Axis} y
 */

/** Round the plot, in CSS pixels: legend above, values at the left, epochs below. */
const MARGINS = { left: 64, top: 26, right: 20, bottom: 44 };
/** Of the axes, in CSS pixels. */
const LOOK = {
  isJoined: false,
  fontSize: 11,
  titleSize: 12,
  ticksBelow: 14,
  titleBelow: 34,
  titleLeft: 9,
};
/** CSS pixels between ticks, about. */
const TICK_SPACING = { x: 60, y: 24 };
const MOST_TICKS = 6;
/** So many epochs are always in sight. */
const FIRST_EPOCHS = 10;
/** What is beyond has no place: ticks must stay finite. */
const GREATEST = 1e300;
/** Length of a line in the legend: two dashes and the gaps, in CSS pixels. */
const LEGEND_LINE = 26;

/**
 * @param {CurvePoints} points
 * @param {Pick<CurveKind, 'range' | 'floor'>} kind
 * @param {{ width: number, height: number }} size CSS pixels
 * @param {Pick<CurvePoints, 'epoch' | 'test'>} [kept] of other curves that are to have their place, too
 * @returns {CurveFrame}
 */
export function layOutCurve({ epoch, train, test }, { range, floor }, { width, height }, kept) {
  const plot = {
    left: MARGINS.left,
    top: MARGINS.top,
    right: Math.max(MARGINS.left + 1, width - MARGINS.right),
    bottom: Math.max(MARGINS.top + 1, height - MARGINS.bottom),
  };
  const epochs = spanOf(epoch, spanOf(kept?.epoch ?? [], [0, FIRST_EPOCHS]));
  const others = spanOf(kept?.test ?? [], range, floor);
  const values = spanOf(test, spanOf(train, others, floor), floor);
  return {
    plot,
    x: roundAxis(epochs, (plot.right - plot.left) / TICK_SPACING.x),
    y: roundAxis(values, (plot.bottom - plot.top) / TICK_SPACING.y),
  };
}

/** @param {CurveFrame} frame */
export function curveScales({ plot, x, y }) {
  return {
    x: linearScale([x.start, x.end], [plot.left, plot.right]),
    y: linearScale([y.start, y.end], [plot.bottom, plot.top]),
  };
}

/**
 * @param {CurveFrame} frame
 * @param {CurvePoints} points
 * @returns {{ x: number[], train: number[], test: number[] }} CSS pixels; not finite where there is no value
 */
export function curvePlaces(frame, { epoch, train, test }) {
  const { x, y } = curveScales(frame);
  return { x: epoch.map(x.toPixel), train: train.map(y.toPixel), test: test.map(y.toPixel) };
}

/**
 * @param {CurveFrame | null} one
 * @param {CurveFrame} other
 * @returns {boolean} whether both look the same, drawn at the same size
 */
export function isSameFrame(one, other) {
  return one?.x.end === other.x.end && one.y.start === other.y.start && one.y.end === other.y.end;
}

/**
 * @param {Context} context
 * @param {CurveFrame} frame
 * @param {{ kind: CurveKind, theme: Theme, words: WholeWords }} look
 */
export function paintCurveFrame(context, frame, { kind, theme, words }) {
  paintCurveAxes(context, frame, { kind, theme, words });
  paintReference(context, frame, kind.reference, theme);
  paintLegend(context, frame, theme, words);
}

/**
 * @param {Context} context
 * @param {CurveFrame} frame
 * @param {{ kind: CurveKind, theme: Theme, words: WholeWords }} look
 */
function paintCurveAxes(context, frame, { kind, theme, words }) {
  const { plot } = frame;
  const { x, y } = curveScales(frame);
  const axes = {
    x: {
      scale: sharpened(x),
      ticks: frame.x.ticks,
      format: words.formats.count,
      title: words.epoch,
    },
    y: { scale: sharpened(y), ticks: frame.y.ticks, format: kind.formatTick, title: kind.title },
  };
  paintAxes(context, plot, axes, { ...LOOK, theme, grid: theme.grid });
  const corner = /** @type {const} */ ([sharp(plot.left), sharp(plot.bottom)]);
  strokeLine(context, [corner[0], plot.top], [...corner], theme.axis, []);
  strokeLine(context, [...corner], [plot.right, corner[1]], theme.axis, []);
}

/**
 * What the ticks say stands where their lines are.
 *
 * @param {import('../axes.js').LinearScale} scale
 */
function sharpened(scale) {
  return { ...scale, toPixel: (/** @type {number} */ value) => sharp(scale.toPixel(value)) };
}

/**
 * @param {Context} context
 * @param {CurveFrame} frame
 * @param {CurveKind['reference']} reference
 * @param {Theme} theme
 */
function paintReference(context, frame, { value }, theme) {
  const { plot } = frame;
  const y = referencePlace(frame, value);
  if (y !== null) strokeLine(context, [plot.left, y], [plot.right, y], theme.axis, [1, 3]);
}

/**
 * The words at the reference, which stay legible where the curve runs through them.
 *
 * @param {Context} context
 * @param {CurveFrame} frame
 * @param {CurveKind['reference']} reference
 * @param {Theme} theme
 */
export function paintReferenceLabel(context, frame, { value, label }, theme) {
  const y = referencePlace(frame, value);
  if (y === null) return;
  const style = { font: font(11), color: theme.textMuted, align: /** @type {const} */ ('right') };
  haloText(context, label, frame.plot.right - 4, y - 8, style, theme.surface);
}

/**
 * How far down what has no place goes: its line leaves the plot there.
 *
 * @param {Context} context
 * @param {CurveFrame} frame
 * @param {CurvePoints} points
 * @param {{ kind: CurveKind, theme: Theme, words: WholeWords }} look
 */
export function paintBelow(context, { plot, y }, { train, test }, { kind, theme, words }) {
  const finite = [train, test].flat().filter(Number.isFinite);
  const least = finite.reduce((a, b) => Math.min(a, b), Infinity);
  if (least >= y.start) return;
  const style = { font: font(11), color: theme.textMuted, align: /** @type {const} */ ('right') };
  const text = `\u25be ${words.curves.below(kind.format(least))}`;
  haloText(context, text, plot.right - 4, plot.bottom - 8, style, theme.surface);
}

/**
 * @param {CurveFrame} frame
 * @param {number} value
 * @returns {number | null} null where there is no room for its words: then it has nothing to say, the
 *   curve is elsewhere
 */
function referencePlace(frame, value) {
  const { plot } = frame;
  const y = curveScales(frame).y.toPixel(value);
  return y < plot.top + 12 || y > plot.bottom ? null : y;
}

/**
 * @param {Context} context
 * @param {CurveFrame} frame
 * @param {Theme} theme
 * @param {WholeWords} words
 */
function paintLegend(context, { plot }, theme, words) {
  const y = MARGINS.top / 2 - 1;
  const style = { font: font(12), color: theme.text, align: /** @type {const} */ ('right') };
  let { right } = plot;
  for (const set of [...SETS].reverse()) {
    const { color, dash } = seriesStyle(set, theme);
    drawText(context, words[set], right, y, style);
    context.font = style.font;
    const end = right - context.measureText(words[set]).width - 7;
    strokeLine(context, [end - LEGEND_LINE, y], [end, y], color, dash, 2);
    right = end - LEGEND_LINE - 18;
  }
}

/**
 * @param {readonly number[]} values
 * @param {[number, number]} least what the span holds whatever the values are
 * @param {number} [floor]
 * @returns {[number, number]} the least and the greatest finite value, none below the floor
 */
function spanOf(values, [low, high], floor = -GREATEST) {
  for (const value of values) {
    if (value < low) low = Math.max(value, floor);
    if (value > high) high = Math.min(value, GREATEST);
  }
  return [low, high];
}

/**
 * @param {[number, number]} span
 * @param {number} count of ticks that there is room for
 * @returns {Axis} from tick to tick: so it stays as it is while the span grows a little
 */
function roundAxis([low, high], count) {
  const { step } = niceTicks(low, high, Math.min(count, MOST_TICKS));
  const start = Math.floor(low / step + 1e-9) * step;
  const end = Math.ceil(high / step - 1e-9) * step;
  return { start, end, ticks: niceTicks(start, end, (end - start) / step).values };
}
