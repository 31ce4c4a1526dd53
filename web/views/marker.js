/**
 * The marks of data points: a circle for class 0, a triangle for class 1; filled for training points,
 * hollow for test points.
 */

import { svg } from './dom.js';
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
 * One marker by itself, for a legend: no canvas, for each of those costs its page something in every
 * frame, drawn or not.
 *
 * @param {MarkerKind} kind
 * @param {MarkerStyle} style
 * @returns {SVGElement[]} round the origin
 */
export function markerShapes(kind, style) {
  const { radius, layers } = markerLook(kind, style);
  return layers.map(({ fill = 'none', stroke = 'none', width = 0 }) => {
    const look = { fill, stroke, 'stroke-width': width, 'stroke-linejoin': 'round' };
    if (kind.label === 0) return svg('circle', { r: radius, ...look });
    return svg('polygon', { points: corners(radius).join(' '), ...look });
  });
}

/**
 * @param {import('./surface.js').Context} context
 * @param {number} x
 * @param {number} y
 * @param {MarkerKind} kind
 * @param {MarkerStyle} style
 */
export function paintMarker(context, x, y, kind, style) {
  const { radius, layers } = markerLook(kind, style);
  context.lineJoin = 'round';
  traceShape(context, x, y, kind.label, radius);
  for (const { fill, stroke, width = 0 } of layers) {
    if (fill) {
      context.fillStyle = fill;
      context.fill();
    }
    if (stroke) {
      context.lineWidth = width;
      context.strokeStyle = stroke;
      context.stroke();
    }
  }
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
 * @typedef {{ fill?: string, stroke?: string, width?: number }} Layer of the marker's shape
 *
 * @param {MarkerKind} kind
 * @param {MarkerStyle} style
 * @returns {{ radius: number, layers: Layer[] }} from back to front
 */
function markerLook({ label, set }, { radius, theme }) {
  const color = theme.classes[label];
  if (set === 'train') {
    return { radius, layers: [{ stroke: theme.outline, width: radius * 0.45 }, { fill: color }] };
  }
  const width = Math.max(0.9, radius * 0.42);
  return {
    radius: radius - width / 4,
    layers: [
      { stroke: theme.outline, width: width + radius * 0.35 },
      { fill: theme.surface },
      { stroke: color, width },
    ],
  };
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
  for (const [right, down] of corners(radius)) context.lineTo(x + right, y + down);
  context.closePath();
}

/**
 * @param {number} radius
 * @returns {[number, number][]} of the triangle, round its centre of mass, which is a third of the
 *   height above the base
 */
function corners(radius) {
  const half = radius * TRIANGLE_HALF_WIDTH;
  const height = half * Math.sqrt(3);
  return [
    [0, (-2 / 3) * height],
    [half, height / 3],
    [-half, height / 3],
  ];
}
