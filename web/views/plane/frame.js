/** The fixed parts of the boundary's plot: where things lie, the colour bar. */

import { bandIndex } from '../palette.js';
import { line, linearScale } from '../axes.js';
import { drawText, font } from '../surface.js';

/** @typedef {import('../surface.js').Rectangle} Rectangle */
/** @typedef {import('../palette.js').Theme} Theme */
/** @typedef {import('../text/picture-words.js').PictureWords} PictureWords */

/**
 * @typedef {object} PlotLayout
 * @property {Rectangle} plot
 * @property {Rectangle} bar the colour bar
 * @property {boolean} isBarVertical
 * @property {boolean} hasBar whether there is room for one
 * @property {boolean} isSlim without names of the axes: one of several small pictures
 * @property {number} fontSize
 */

/**
 * @typedef {object} BarScale what the colour bar says
 * @property {string[]} bands colours, from low to high
 * @property {{ at: number, text: string }[]} ticks at 0…1 of its length
 * @property {string} label
 */

/** Narrower plots have the colour bar below instead of at the right. */
const SIDE_BAR_MINIMUM_WIDTH = 480;
/** Lower ones have none there: the plot itself needs the room. */
const BAR_BELOW_MINIMUM_HEIGHT = 240;
const BAR_THICKNESS = 12;
/** Below the plot, in heights of the text: ticks and the axis' name are between. */
const BAR_DISTANCE = 3.9;

/**
 * @param {number} width CSS pixels
 * @param {number} height CSS pixels
 * @param {number} dpr edges fall on device pixels, so that they are sharp
 * @param {boolean} [hasBar]
 * @param {boolean} [isSlim] leaves out the names of the axes
 * @returns {PlotLayout}
 */
export function layOutPlot(width, height, dpr, hasBar = true, isSlim = false) {
  const fontSize = width < SIDE_BAR_MINIMUM_WIDTH ? 11 : 12;
  const isBarVertical = width >= SIDE_BAR_MINIMUM_WIDTH;
  const snap = (/** @type {number} */ value) => Math.round(value * dpr) / dpr;
  const plot = {
    left: snap((isSlim ? 2.75 : 4.4) * fontSize),
    top: snap(10),
    right: snap(width - (hasBar && isBarVertical ? 6.6 * fontSize : 10)),
    bottom: snap(height - linesBelow(hasBar && !isBarVertical, isSlim) * fontSize),
  };
  const bar = isBarVertical ? barBeside(plot) : barBelow(plot, BAR_DISTANCE * fontSize);
  return { plot, bar, isBarVertical, hasBar, isSlim, fontSize };
}

/**
 * @param {number} width CSS pixels
 * @param {number} height CSS pixels
 */
export function hasRoomForBar(width, height) {
  return width >= SIDE_BAR_MINIMUM_WIDTH || height >= BAR_BELOW_MINIMUM_HEIGHT;
}

/**
 * @param {boolean} hasBar
 * @param {boolean} isSlim
 * @returns {number} the room below the plot, in heights of the text
 */
function linesBelow(hasBar, isSlim) {
  if (isSlim) return 1.75;
  return hasBar ? 8.1 : 3.6;
}

/**
 * @param {Rectangle} plot
 * @returns {Rectangle}
 */
function barBeside({ top, right, bottom }) {
  const left = right + 14;
  return { left, top, right: left + BAR_THICKNESS, bottom };
}

/**
 * @param {Rectangle} plot
 * @param {number} distance
 * @returns {Rectangle}
 */
function barBelow({ left, right, bottom }, distance) {
  const top = bottom + distance;
  return { left, top, right, bottom: top + BAR_THICKNESS };
}

/**
 * The same with a square plot, where a unit must be as long upwards as across.
 *
 * @param {PlotLayout} layout
 * @returns {PlotLayout}
 */
export function squarePlot(layout) {
  const { plot, isBarVertical, fontSize } = layout;
  const side = Math.min(plot.right - plot.left, plot.bottom - plot.top);
  const square = { ...plot, right: plot.left + side, bottom: plot.top + side };
  const bar = isBarVertical ? barBeside(square) : barBelow(square, BAR_DISTANCE * fontSize);
  return { ...layout, plot: square, bar };
}

/**
 * @param {PlotLayout} layout
 * @param {[number, number, number, number]} bounds x1min, x1max, x2min, x2max
 */
export function plotScales({ plot }, [x1min, x1max, x2min, x2max]) {
  return {
    x1: linearScale([x1min, x1max], [plot.left, plot.right]),
    x2: linearScale([x2min, x2max], [plot.bottom, plot.top]),
  };
}

/**
 * @param {import('./map.js').MapScale} scale
 * @param {Theme} theme
 * @param {PictureWords} words
 * @returns {BarScale}
 */
export function mapBar({ name, range: [low, high], palette }, { palettes }, { formats }) {
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((at) => ({
    at,
    text: formats.verbatim(low + at * (high - low)),
  }));
  return { bands: palettes[palette].bands, ticks, label: name };
}

/**
 * @param {import('../surface.js').Context} context
 * @param {PlotLayout} layout
 * @param {Theme} theme
 * @param {BarScale} scale
 */
export function paintColorBar(context, layout, theme, scale) {
  const { bar, isBarVertical, fontSize } = layout;
  const { bands, ticks, label } = scale;
  const along = barScale(bar, isBarVertical);
  for (let band = 0; band < bands.length; band += 1) {
    const start = along.toPixel(band / bands.length);
    const end = along.toPixel((band + 1) / bands.length);
    context.fillStyle = bands[band];
    if (isBarVertical) context.fillRect(bar.left, end, bar.right - bar.left, start - end + 0.5);
    else context.fillRect(start, bar.top, end - start + 0.5, bar.bottom - bar.top);
  }
  context.lineWidth = 1;
  context.strokeStyle = theme.axis;
  context.strokeRect(bar.left, bar.top, bar.right - bar.left, bar.bottom - bar.top);

  const style = { font: font(fontSize), color: theme.textMuted };
  context.beginPath();
  for (const { at, text } of ticks) {
    const position = along.toPixel(at);
    if (isBarVertical) {
      line(context, position, bar.right, bar.right + 4, false);
      drawText(context, text, bar.right + 7, position, { ...style, align: 'left' });
    } else {
      line(context, position, bar.bottom, bar.bottom + 4, true);
      drawText(context, text, position, bar.bottom + 5 + fontSize / 2, style);
    }
  }
  context.stroke();
  paintBarTitle(context, layout, theme, label);
}

/**
 * A pointer at a value beside the colour bar.
 *
 * @param {import('../surface.js').Context} context
 * @param {PlotLayout} layout
 * @param {{ theme: Theme, bands: string[], share: number }} look share: where it is, 0…1
 */
export function paintBarPointer(context, { bar, isBarVertical }, { theme, bands, share }) {
  const position = barScale(bar, isBarVertical).toPixel(share);
  context.save();
  context.translate(isBarVertical ? bar.left : position, isBarVertical ? position : bar.top);
  if (!isBarVertical) context.rotate(Math.PI / 2);
  context.beginPath();
  context.moveTo(1, 0);
  context.lineTo(-7, -4.5);
  context.lineTo(-7, 4.5);
  context.closePath();
  context.fillStyle = theme.text;
  context.fill();
  context.strokeStyle = theme.text;
  context.lineWidth = 1.5;
  context.strokeRect(0, -2.5, BAR_THICKNESS, 5);
  context.fillStyle = bands[bandIndex(share)];
  context.fillRect(0.75, -1.75, BAR_THICKNESS - 1.5, 3.5);
  context.restore();
}

/**
 * @param {import('../surface.js').Context} context
 * @param {Pick<PlotLayout, 'bar' | 'isBarVertical' | 'fontSize'>} layout
 * @param {Theme} theme
 * @param {string} label
 */
function paintBarTitle(context, { bar, isBarVertical, fontSize }, theme, label) {
  const style = { font: font(fontSize + 0.5, 500), color: theme.text };
  if (isBarVertical) {
    const turned = { ...style, angle: Math.PI / 2 };
    drawText(context, label, bar.right + 3.4 * fontSize, (bar.top + bar.bottom) / 2, turned);
  } else {
    drawText(context, label, (bar.left + bar.right) / 2, bar.bottom + 2.2 * fontSize, style);
  }
}

/**
 * @param {Rectangle} bar
 * @param {boolean} isBarVertical
 */
function barScale(bar, isBarVertical) {
  return linearScale([0, 1], isBarVertical ? [bar.bottom, bar.top] : [bar.left, bar.right]);
}
