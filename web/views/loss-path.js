/** Paths of optimisers and single places, on a surface. */

import { KIND_DASHES, paintKindMark } from './kind-mark.js';
import { drawText, font } from './surface.js';

/** @typedef {import('./surface.js').Context} Context */
/** @typedef {import('./palette.js').Theme} Theme */
/** @typedef {(u: number, v: number) => { x: number, y: number }} ToPixel */

/**
 * @typedef {object} Path
 * @property {import('./kind-mark.js').Kind} kind
 * @property {ArrayLike<number>} points u0, v0, u1, v1, …
 * @property {number} count points to draw, from the first
 *
 * @typedef {object} Mark
 * @property {number} u
 * @property {number} v
 * @property {string} label
 */

const MARK_RADIUS = 6;
/** CSS pixels from a place to its name. */
const LABEL_DISTANCE = 11;
const DOT_RADIUS = 2.5;
/** Steps shorter than this, in CSS pixels, are not told apart by dots. */
const LONG_STEP = 7;

/**
 * The line, with a dot at either end of a long step, and the mark at its end.
 *
 * @param {Context} context
 * @param {Path} path
 * @param {ToPixel} toPixel
 * @param {Theme} theme
 */
export function paintPath(context, { kind, points, count }, toPixel, theme) {
  if (count === 0) return;
  const places = Array.from({ length: count }, (_, i) => toPixel(points[2 * i], points[2 * i + 1]));
  const line = () => {
    context.beginPath();
    for (const { x, y } of places) context.lineTo(x, y);
  };
  context.lineJoin = 'round';
  line();
  context.setLineDash([]);
  context.strokeStyle = theme.outline;
  context.globalAlpha = 0.6;
  context.lineWidth = 4.5;
  context.stroke();
  context.globalAlpha = 1;
  context.strokeStyle = theme.kinds[kind];
  context.setLineDash([...KIND_DASHES[kind]]);
  context.lineWidth = 2;
  context.stroke();
  context.setLineDash([]);
  paintDots(context, places, theme.kinds[kind]);
  const last = places[count - 1];
  paintKindMark(context, last.x, last.y, kind, { radius: MARK_RADIUS, theme });
}

/**
 * @param {Context} context
 * @param {{ x: number, y: number }[]} places
 * @param {string} color
 */
function paintDots(context, places, color) {
  const isFar = (/** @type {number} */ i) =>
    i > 0 &&
    i < places.length &&
    Math.hypot(places[i].x - places[i - 1].x, places[i].y - places[i - 1].y) >= LONG_STEP;
  context.fillStyle = color;
  context.beginPath();
  places.forEach(({ x, y }, i) => {
    if (!isFar(i) && !isFar(i + 1)) return;
    context.moveTo(x + DOT_RADIUS, y);
    context.arc(x, y, DOT_RADIUS, 0, 2 * Math.PI);
  });
  context.fill();
}

/**
 * A small cross with its name beside it.
 *
 * @param {Context} context
 * @param {Mark} mark
 * @param {ToPixel} toPixel
 * @param {Theme} theme
 * @param {import('./surface.js').Rectangle} plot the name stays inside
 */
export function paintMark(context, { u, v, label }, toPixel, theme, plot) {
  const { x, y } = toPixel(u, v);
  const arm = 5;
  context.beginPath();
  context.moveTo(x - arm, y);
  context.lineTo(x + arm, y);
  context.moveTo(x, y - arm);
  context.lineTo(x, y + arm);
  context.lineCap = 'round';
  context.strokeStyle = theme.boundaryHalo;
  context.lineWidth = 5;
  context.stroke();
  context.strokeStyle = theme.boundary;
  context.lineWidth = 2;
  context.stroke();
  context.lineCap = 'butt';
  context.font = font(12, 600);
  const isRight = x + LABEL_DISTANCE + context.measureText(label).width < plot.right;
  /** @type {CanvasTextAlign} */
  const align = isRight ? 'left' : 'right';
  const style = { font: context.font, color: theme.text, align };
  context.strokeStyle = theme.boundaryHalo;
  haloText(context, label, x + (isRight ? LABEL_DISTANCE : -LABEL_DISTANCE), y + 14, style);
}

/**
 * @param {Context} context
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {{ font: string, color: string, align: CanvasTextAlign }} style
 */
function haloText(context, text, x, y, style) {
  context.save();
  context.font = style.font;
  context.textAlign = style.align;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.globalAlpha = 0.85;
  context.strokeText(text, x, y);
  context.restore();
  drawText(context, text, x, y, style);
}
