/** Where the fixed parts of the boundary's plot lie. */

import { linearScale } from '../axes.js';

/** @typedef {import('../surface.js').Rectangle} Rectangle */

/**
 * @typedef {object} PlotLayout
 * @property {Rectangle} plot
 * @property {Rectangle} bar the colour bar
 * @property {number} barThickness
 * @property {boolean} isBarVertical
 * @property {boolean} hasBar whether there is room for one
 * @property {boolean} isSlim without names of the axes: one of several small pictures
 * @property {number} fontSize
 */

/** Narrower plots have the colour bar below instead of at the right. */
const SIDE_BAR_MINIMUM_WIDTH = 440;
/** Lower ones have none there: the plot itself needs the room. */
const BAR_BELOW_MINIMUM_HEIGHT = 240;
/** How thick it is, in CSS pixels; where several colours lie side by side, as far as there is room. */
const THICKNESS = { least: 12, column: 6, most: 24 };
/** Below the plot, in heights of the text: ticks and the axis' name are between. */
const BAR_DISTANCE = 3.9;

/**
 * @param {number} width CSS pixels
 * @param {number} height CSS pixels
 * @param {number} dpr edges fall on device pixels, so that they are sharp
 * @param {number} [columns] of the colour bar; 0: there is none
 * @param {boolean} [isSlim] leaves out the names of the axes
 * @returns {PlotLayout}
 */
export function layOutPlot(width, height, dpr, columns = 1, isSlim = false) {
  const hasBar = columns > 0;
  const barThickness = Math.min(
    THICKNESS.most,
    Math.max(THICKNESS.least, THICKNESS.column * columns),
  );
  // What is beside it is made for the least.
  const more = hasBar ? barThickness - THICKNESS.least : 0;
  const fontSize = width < SIDE_BAR_MINIMUM_WIDTH ? 11 : 12;
  const isBarVertical = width >= SIDE_BAR_MINIMUM_WIDTH;
  const snap = (/** @type {number} */ value) => Math.round(value * dpr) / dpr;
  const plot = {
    left: snap((isSlim ? 2.75 : 4.4) * fontSize),
    top: snap(10),
    right: snap(width - (hasBar && isBarVertical ? 6.6 * fontSize + more : 10)),
    bottom: snap(
      height - linesBelow(hasBar && !isBarVertical, isSlim) * fontSize - (isBarVertical ? 0 : more),
    ),
  };
  const bar = placeBar(plot, { barThickness, isBarVertical, fontSize });
  return { plot, bar, barThickness, isBarVertical, hasBar, isSlim, fontSize };
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
 * @param {Pick<PlotLayout, 'barThickness' | 'isBarVertical' | 'fontSize'>} look
 * @returns {Rectangle}
 */
function placeBar({ left, top, right, bottom }, { barThickness, isBarVertical, fontSize }) {
  if (isBarVertical) return { left: right + 14, top, right: right + 14 + barThickness, bottom };
  const below = bottom + BAR_DISTANCE * fontSize;
  return { left, top: below, right, bottom: below + barThickness };
}

/**
 * The same with a square plot, where a unit must be as long upwards as across.
 *
 * @param {PlotLayout} layout
 * @returns {PlotLayout}
 */
export function squarePlot(layout) {
  const { plot } = layout;
  const side = Math.min(plot.right - plot.left, plot.bottom - plot.top);
  const square = { ...plot, right: plot.left + side, bottom: plot.top + side };
  return { ...layout, plot: square, bar: placeBar(square, layout) };
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
