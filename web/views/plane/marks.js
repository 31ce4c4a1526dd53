/**
 * What lies on the plane: data points, lines drawn by hand, what is pointed at.
 */

import { createSprites, markOf } from './markers.js';
import { shownSets } from './probe.js';
import { plotScales } from './frame.js';

/** @typedef {import('../../state/types.js').Points} Points */
/** @typedef {import('../palette.js').Theme} Theme */
/** @typedef {import('./frame.js').PlotLayout} PlotLayout */
/** @typedef {import('../surface.js').Context} Context */

/**
 * @typedef {object} PlaneMarks
 * @property {import('./map.js').Bounds} bounds of the plane
 * @property {Points} train
 * @property {Points} test
 * @property {'both' | import('./probe.js').SetName} points the sets to show
 * @property {Theme} theme
 * @property {[number, number]} [valueRange] of points that have values instead of classes: what the ends
 *   of the diverging palette stand for
 * @property {Line[]} [lines] drawn over everything but the ring
 * @property {{ x1: number, x2: number } | null} [mark] a point to ring
 * @property {{ set: import('./probe.js').SetName, indices: readonly number[] } | null} [marked] points to
 *   ring
 * @property {Float64Array | null} [shares] of the training points in a gradient
 *
 * @typedef {object} Line
 * @property {[number, number][]} points x1, x2
 */

/** Lines and gaps of a line drawn by hand, in CSS pixels: the network's own is not dashed. */
const LINE_DASHES = [9, 6];

/** Of the marks in a slim picture, in CSS pixels: there the boundary is what counts. */
const SLIM_RADIUS = 2.25;

/**
 * @param {Context} context
 * @param {PlaneMarks} picture
 * @param {{ document: Document, layout: PlotLayout, dpr: number }} place
 */
export function paintPoints(context, picture, { document, layout, dpr }) {
  const { plot } = layout;
  const scales = plotScales(layout, picture.bounds);
  const count = picture.train.y.length + picture.test.y.length;
  const side = Math.min(plot.right - plot.left, plot.bottom - plot.top);
  const radius = layout.isSlim ? SLIM_RADIUS : markerRadius(side, count);
  const sprites = createSprites(document, { radius, theme: picture.theme }, dpr);
  const markAt = markOf(picture.valueRange);
  const snap = (/** @type {number} */ start) => Math.round(start * dpr) / dpr;
  for (const set of shownSets(picture.points)) {
    const { x1, x2, y } = picture[set];
    for (let index = 0; index < y.length; index += 1) {
      const left = snap(scales.x1.toPixel(x1[index]) - sprites.extent / 2);
      const top = snap(scales.x2.toPixel(x2[index]) - sprites.extent / 2);
      const sprite = sprites.of(set, markAt(y[index]));
      context.drawImage(sprite, left, top, sprites.extent, sprites.extent);
    }
  }
}

/**
 * The picture's lines and its mark.
 *
 * @param {Context} context
 * @param {PlaneMarks} picture
 * @param {PlotLayout} layout
 */
export function paintLines(context, { lines = [], mark, bounds, theme }, layout) {
  if (lines.length === 0 && !mark) return;
  const { plot } = layout;
  const { x1, x2 } = plotScales(layout, bounds);
  context.save();
  context.beginPath();
  context.rect(plot.left, plot.top, plot.right - plot.left, plot.bottom - plot.top);
  context.clip();
  context.beginPath();
  for (const { points } of lines) {
    points.forEach((point, i) => {
      const [x, y] = [x1.toPixel(point[0]), x2.toPixel(point[1])];
      if (i === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    });
  }
  context.lineJoin = 'round';
  strokeTwice(
    context,
    { halo: theme.boundaryHalo, color: theme.boundary, width: 2.5 },
    LINE_DASHES,
  );
  context.restore();
  if (mark) paintRing(context, { x: x1.toPixel(mark.x1), y: x2.toPixel(mark.x2) }, theme);
}

/**
 * @param {Context} context
 * @param {{ x: number, y: number }} position
 * @param {import('../surface.js').Rectangle} plot
 * @param {Theme} theme
 */
export function paintCrosshair(context, { x, y }, plot, theme) {
  context.save();
  context.strokeStyle = theme.text;
  context.lineWidth = 1;
  context.setLineDash([3, 3]);
  context.beginPath();
  context.moveTo(x, plot.top);
  context.lineTo(x, plot.bottom);
  context.moveTo(plot.left, y);
  context.lineTo(plot.right, y);
  context.globalAlpha = 0.55;
  context.stroke();
  context.restore();
}

/**
 * @param {Context} context
 * @param {{ x: number, y: number }} position
 * @param {Theme} theme
 */
export function paintRing(context, { x, y }, theme) {
  context.beginPath();
  context.arc(x, y, 10, 0, 2 * Math.PI);
  strokeTwice(context, { halo: theme.boundaryHalo, color: theme.text, width: 2 });
}

/**
 * @param {number} side the plot's shorter side in CSS pixels
 * @param {number} count points
 * @returns {number} CSS pixels: grows with the plot, shrinks as points crowd
 */
export function markerRadius(side, count) {
  const roomy = Math.min(6, Math.max(3.5, side / 100));
  return Math.max(1.6, roomy * Math.min(1, (400 / count) ** 0.3));
}

/**
 * The path in a colour, beside which it stands out on any ground.
 *
 * @param {Context} context
 * @param {{ halo: string, color: string, width: number }} style
 * @param {number[]} [dashes]
 */
export function strokeTwice(context, { halo, color, width }, dashes = []) {
  context.strokeStyle = halo;
  context.lineWidth = width + 2;
  context.stroke();
  context.setLineDash(dashes);
  context.strokeStyle = color;
  context.lineWidth = width;
  context.stroke();
}
