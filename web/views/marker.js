/**
 * The marks of data points: a circle for class 0, a triangle for class 1; filled for training points,
 * hollow for test points.
 */

import { sizeCanvas } from './surface.js';

/**
 * @typedef {object} MarkerKind
 * @property {0 | 1} label the class
 * @property {'train' | 'test'} set
 */

/**
 * @typedef {object} MarkerStyle
 * @property {number} radius CSS pixels, of the circle; the triangle has about its area
 * @property {import('./palette.js').Theme} theme
 */

/** @type {MarkerKind[]} every kind, in the order of a legend */
export const MARKER_KINDS = [
  { label: 0, set: 'train' },
  { label: 1, set: 'train' },
  { label: 0, set: 'test' },
  { label: 1, set: 'test' },
];

/** Half the width of a triangle, in radii: an equilateral one as large as the circle would be 1.35. */
const TRIANGLE_HALF_WIDTH = 1.25;

/**
 * Draws one marker in the middle of a canvas of its own, for a legend.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {MarkerKind & { theme: import('./palette.js').Theme, size?: number, dpr?: number }} marker
 *   size: side of the canvas in CSS pixels
 */
export function drawMarker(canvas, { label, set, theme, size = 16, dpr = 1 }) {
  const context = sizeCanvas(canvas, size, size, dpr);
  paintMarker(context, size / 2, size / 2, { label, set }, { radius: size / 3.2, theme });
}

/**
 * @param {import('./surface.js').Context} context
 * @param {number} x
 * @param {number} y
 * @param {MarkerKind} kind
 * @param {MarkerStyle} style
 */
export function paintMarker(context, x, y, { label, set }, { radius, theme }) {
  const color = theme.classes[label];
  const hollow = set === 'test';
  const line = hollow ? Math.max(0.9, radius * 0.42) : radius * 0.45;
  context.lineJoin = 'round';
  traceShape(context, x, y, label, hollow ? radius - line / 4 : radius);
  context.lineWidth = hollow ? line + radius * 0.35 : line;
  context.strokeStyle = theme.outline;
  context.stroke();
  context.fillStyle = hollow ? theme.surface : color;
  context.fill();
  if (!hollow) return;
  context.lineWidth = line;
  context.strokeStyle = color;
  context.stroke();
}

/**
 * A bitmap of each kind, for drawing thousands of points.
 *
 * @param {Document} document
 * @param {MarkerStyle} style
 * @param {number} dpr
 * @returns {{ extent: number, of: (set: 'train' | 'test', label: number) => HTMLCanvasElement }}
 *   extent: side of the bitmaps in CSS pixels; the point is in their middle
 */
export function createSprites(document, style, dpr) {
  // A whole number of device pixels: bitmaps that need no resampling are sharper, and drawn faster.
  const extent = Math.ceil(2 * (style.radius * 1.6 + 1) * dpr) / dpr;
  const [train0, train1, test0, test1] = MARKER_KINDS.map((kind) => {
    const canvas = document.createElement('canvas');
    paintMarker(sizeCanvas(canvas, extent, extent, dpr), extent / 2, extent / 2, kind, style);
    return canvas;
  });
  const sprites = { train: [train0, train1], test: [test0, test1] };
  return { extent, of: (set, label) => sprites[set][label] };
}

/**
 * @param {import('./surface.js').Context} context
 * @param {number} x
 * @param {number} y
 * @param {0 | 1} label
 * @param {number} radius
 */
function traceShape(context, x, y, label, radius) {
  context.beginPath();
  if (label === 0) {
    context.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  const half = radius * TRIANGLE_HALF_WIDTH;
  const height = half * Math.sqrt(3);
  // The centre of mass, a third of the height above the base, is at the point.
  context.moveTo(x, y - (2 / 3) * height);
  context.lineTo(x + half, y + height / 3);
  context.lineTo(x - half, y + height / 3);
  context.closePath();
}
