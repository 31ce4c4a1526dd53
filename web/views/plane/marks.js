/**
 * What lies on the plane: data points, lines drawn by hand, what is pointed at.
 *
 * The shape of a point tells its class: a circle for the first, a triangle for the second; the filling
 * tells training points from test points, which are hollow.
 */

import { svg } from '../dom.js';
import { shownSets } from './probe.js';
import { plotScales } from './frame.js';
import { sizeCanvas } from '../surface.js';

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
 * @property {Line[]} [lines] drawn over everything but the ring
 * @property {{ x1: number, x2: number } | null} [mark] a point to ring
 * @property {{ set: import('./probe.js').SetName, indices: readonly number[] } | null} [marked] points to
 *   ring
 *
 * @typedef {object} Line
 * @property {[number, number][]} points x1, x2
 *
 * @typedef {object} MarkerKind
 * @property {number} label the class
 * @property {import('./probe.js').SetName} set
 *
 * @typedef {object} MarkerStyle
 * @property {number} radius CSS pixels, of the circle; the triangle has about its area
 * @property {Theme} theme
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
  const snap = (/** @type {number} */ start) => Math.round(start * dpr) / dpr;
  for (const set of shownSets(picture.points)) {
    const { x1, x2, y } = picture[set];
    for (let index = 0; index < y.length; index += 1) {
      const left = snap(scales.x1.toPixel(x1[index]) - sprites.extent / 2);
      const top = snap(scales.x2.toPixel(x2[index]) - sprites.extent / 2);
      // Until every class has a shape and every value a colour.
      const label = Math.abs(Math.round(y[index])) % SHAPES.length;
      context.drawImage(sprites.of(set, label), left, top, sprites.extent, sprites.extent);
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

/** Half the width of a triangle, in radii: an equilateral one as large as the circle would be 1.35. */
const TRIANGLE_HALF_WIDTH = 1.25;
/** The corners of each class's shape; none: a circle. @type {((radius: number) => [number, number][])[]} */
const SHAPES = [() => [], triangle];

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
    const corners = SHAPES[kind.label](radius);
    if (corners.length === 0) return svg('circle', { r: radius, ...look });
    return svg('polygon', { points: corners.join(' '), ...look });
  });
}

/**
 * @param {Context} context
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
 * @returns {{ extent: number, of: (set: import('./probe.js').SetName, label: number) => HTMLCanvasElement }}
 *   extent: side of the bitmaps in CSS pixels; the point is in their middle
 */
function createSprites(document, style, dpr) {
  // A whole number of device pixels: bitmaps that need no resampling are sharper, and drawn faster.
  const extent = Math.ceil(2 * (style.radius * 1.6 + 1) * dpr) / dpr;
  /** @type {Record<import('./probe.js').SetName, HTMLCanvasElement[]>} by class */
  const sprites = { train: [], test: [] };
  const paint = (/** @type {MarkerKind} */ kind) => {
    const canvas = document.createElement('canvas');
    paintMarker(sizeCanvas(canvas, extent, extent, dpr), extent / 2, extent / 2, kind, style);
    return canvas;
  };
  return { extent, of: (set, label) => (sprites[set][label] ??= paint({ label, set })) };
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
 * @param {Context} context
 * @param {number} x
 * @param {number} y
 * @param {number} label
 * @param {number} radius
 */
function traceShape(context, x, y, label, radius) {
  const corners = SHAPES[label](radius);
  context.beginPath();
  if (corners.length === 0) {
    context.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  for (const [right, down] of corners) context.lineTo(x + right, y + down);
  context.closePath();
}

/**
 * @param {number} radius
 * @returns {[number, number][]} its corners, round its centre of mass, which is a third of the
 *   height above the base
 */
function triangle(radius) {
  const half = radius * TRIANGLE_HALF_WIDTH;
  const height = half * Math.sqrt(3);
  return [
    [0, (-2 / 3) * height],
    [half, height / 3],
    [-half, height / 3],
  ];
}
