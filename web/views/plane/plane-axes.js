/** The axes of the boundary's plot: ticks in numbers that are short enough, and room for them. */

import { niceTicks, paintAxes } from '../axes.js';
import { withAlpha } from '../palette.js';
import { font } from '../surface.js';
import { powerOfTen } from '../text/formats.js';
import { ENGLISH_PICTURES } from '../text/picture-words.js';
import { plotScales } from './frame.js';

/** @typedef {import('../palette.js').Theme} Theme */
/** @typedef {import('../text/picture-words.js').PictureWords} PictureWords */
/** @typedef {import('./frame.js').PlotLayout} PlotLayout */

/** Beside the plot where nothing stands there, in CSS pixels. */
const MARGIN = 10;
/** From the plot to what stands beside its ticks, in CSS pixels. */
const TICK_DISTANCE = 8;
/** From the left to the middle of an axis' name, in heights of the text. */
const TITLE_LEFT = 0.7;
/** Axes with larger or smaller numbers have them in a power of ten. */
const PLAIN = { from: 0.05, below: 1000 };
/** CSS pixels between ticks, about. */
const TICK_SPACING = { x: 80, y: 60 };

/**
 * @param {PlotLayout} layout
 * @param {[number, number, number, number]} bounds
 * @param {import('../text/formats.js').Formats} formats
 */
function planeTicks({ plot, isSlim }, [x1min, x1max, x2min, x2max], formats) {
  // Small pictures have no names to say it at.
  const isPlain = isSlim;
  const [across, up] = [plot.right - plot.left, plot.bottom - plot.top];
  return {
    across: ticksOf([x1min, x1max], across / TICK_SPACING.x, formats, isPlain),
    up: ticksOf([x2min, x2max], up / TICK_SPACING.y, formats, isPlain),
  };
}

/**
 * Round values, written in a power of ten where they are large or tiny.
 *
 * @param {[number, number]} range
 * @param {number} count how many are wanted, about
 * @param {import('../text/formats.js').Formats} formats
 * @param {boolean} [isPlain] without the power
 */
export function ticksOf([from, to], count, formats, isPlain = false) {
  const { values, step } = niceTicks(from, to, count);
  const largest = Math.max(Math.abs(from), Math.abs(to));
  const { size, unit } = isPlain ? { size: 1, unit: '' } : unitOf(largest);
  return {
    ticks: values,
    format: (/** @type {number} */ value) => formats.tick(value / size, step / size),
    unit,
  };
}

/**
 * @param {number} largest number of an axis
 * @returns {{ size: number, unit: string }} the power of ten that its ticks are in, 1 and no words where
 *   they are short anyway
 */
export function unitOf(largest) {
  if (largest >= PLAIN.from && largest < PLAIN.below) return { size: 1, unit: '' };
  const exponent = Math.floor(Math.log10(largest));
  return { size: 10 ** exponent, unit: powerOfTen(exponent) };
}

/**
 * @param {string} name
 * @param {string} unit
 */
export function titleOf(name, unit) {
  return unit && name ? `${name} / ${unit}` : name;
}

/**
 * The same with room for what stands beside the ticks upwards, however long it is.
 *
 * @param {PlotLayout} layout
 * @param {[number, number, number, number]} bounds
 * @param {import('../text/formats.js').Formats} formats
 * @param {(text: string, font: string) => number} measure CSS pixels
 * @returns {PlotLayout}
 */
export function fitTicks(layout, bounds, formats, measure) {
  const { plot, fontSize, isSlim } = layout;
  if (isSlim) return layout;
  const { ticks, format } = planeTicks(layout, bounds, formats).up;
  const widest = Math.max(0, ...ticks.map((value) => measure(format(value), font(fontSize))));
  // The axis' name stands upright, half of its height to either side.
  const needed = widest + TICK_DISTANCE + (TITLE_LEFT + 0.65) * fontSize;
  const more = Math.ceil(needed - plot.left);
  if (more <= 0) return layout;
  const left = plot.left + more;
  const bar = layout.isBarVertical ? layout.bar : { ...layout.bar, left };
  return { ...layout, plot: { ...plot, left }, bar };
}

/**
 * Grid lines, ticks, tick labels, axis titles and the edge of the plot.
 *
 * @param {import('../surface.js').Context} context
 * @param {PlotLayout} layout
 * @param {[number, number, number, number]} bounds x1min, x1max, x2min, x2max
 * @param {Theme} theme
 * @param {object} [options]
 * @param {PictureWords} [options.words]
 * @param {[string, string]} [options.names] of the axes
 */
export function paintPlaneAxes(
  context,
  layout,
  bounds,
  theme,
  { words: { formats, features } = ENGLISH_PICTURES, names = features } = {},
) {
  const { plot, fontSize, isSlim } = layout;
  const { x1, x2 } = plotScales(layout, bounds);
  const { across, up } = planeTicks(layout, bounds, formats);
  const [x1Title, x2Title] = isSlim ? ['', ''] : names;
  const x = { ...across, scale: x1, title: titleOf(x1Title, across.unit) };
  const y = { ...up, scale: x2, title: titleOf(x2Title, up.unit) };
  const look = {
    theme,
    grid: withAlpha(theme.text, 0.09),
    isJoined: true,
    fontSize,
    titleSize: fontSize + 0.5,
    ticksBelow: 6 + fontSize / 2,
    titleBelow: 2.5 * fontSize,
    titleLeft: TITLE_LEFT * fontSize,
    edge: plot.right + MARGIN,
  };
  paintAxes(context, plot, { x, y }, look);
  context.strokeRect(plot.left, plot.top, plot.right - plot.left, plot.bottom - plot.top);
}
