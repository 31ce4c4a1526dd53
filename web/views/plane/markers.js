/**
 * What points look like. The shape tells the class, and the filling tells training points from test
 * points, which are hollow. Points that have values instead are filled with their colours: circles for
 * training, diamonds for testing.
 *
 * @module
 */

import { svg } from '../dom.js';
import { bandIndex } from '../palette.js';
import { sizeCanvas } from '../surface.js';

/** @typedef {import('../palette.js').Theme} Theme */
/** @typedef {import('../surface.js').Context} Context */
/** @typedef {[right: number, down: number]} Corner */

/**
 * @typedef {{ label: number } | { band: number }} Mark a class, or a band of the diverging palette
 *
 * @typedef {Mark & { set: import('./probe.js').SetName }} MarkerKind
 *
 * @typedef {object} MarkerStyle
 * @property {number} radius CSS pixels, of the circle; the other shapes have about its area
 * @property {Theme} theme
 */

/** A diamond as large as the circle, in radii. */
const DIAMOND = Math.sqrt(Math.PI / 2);
/** Half the side of a square as large as the circle. */
const SQUARE = Math.sqrt(Math.PI) / 2;
/** Half the width of a triangle, in radii: an equilateral one as large as the circle would be 1.35. */
const TRIANGLE_HALF_WIDTH = 1.25;
/** Half the length and half the thickness of a cross as large as the circle. */
const CROSS = { length: 1.2, thickness: 0.4 };
/** From the middle of a star to its points, and to the corners between them. */
const STAR = { points: 5, outer: 1.5, inner: 0.7 };

/** The corners of each class's shape; none: a circle. @type {((radius: number) => Corner[])[]} */
const SHAPES = [() => [], triangle, square, diamond, cross, star];

/**
 * @param {[number, number]} [valueRange] of values, if points have some
 * @returns {(y: number) => Mark} what a point with that class, or value, looks like
 */
export function markOf(valueRange) {
  if (!valueRange) return (label) => ({ label });
  const [low, high] = valueRange;
  return (value) => {
    const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
    return { band: bandIndex(share) };
  };
}

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
    const corners = cornersOf(kind, radius);
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
  traceShape(context, x, y, cornersOf(kind, radius), radius);
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
 * @returns {{ extent: number, of: (set: import('./probe.js').SetName, mark: Mark) => HTMLCanvasElement }}
 *   extent: side of the bitmaps in CSS pixels; the point is in their middle
 */
export function createSprites(document, style, dpr) {
  // A whole number of device pixels: bitmaps that need no resampling are sharper, and drawn faster.
  const extent = Math.ceil(2 * (style.radius * 1.6 + 1) * dpr) / dpr;
  /** @type {Record<import('./probe.js').SetName, HTMLCanvasElement[]>} by class, or by band */
  const sprites = { train: [], test: [] };
  const paint = (/** @type {MarkerKind} */ kind) => {
    const canvas = document.createElement('canvas');
    paintMarker(sizeCanvas(canvas, extent, extent, dpr), extent / 2, extent / 2, kind, style);
    return canvas;
  };
  const keyOf = (/** @type {Mark} */ mark) => ('label' in mark ? mark.label : mark.band);
  return { extent, of: (set, mark) => (sprites[set][keyOf(mark)] ??= paint({ ...mark, set })) };
}

/**
 * @typedef {{ fill?: string, stroke?: string, width?: number }} Layer of the marker's shape
 *
 * @param {MarkerKind} kind
 * @param {MarkerStyle} style
 * @returns {{ radius: number, layers: Layer[] }} from back to front
 */
function markerLook(kind, { radius, theme }) {
  if ('band' in kind) {
    const width = Math.max(0.8, radius * 0.22);
    const fill = theme.palettes.diverging.bands[kind.band];
    // As large with its rim as the circle.
    return { radius: radius - width / 2, layers: [{ fill }, { stroke: theme.boundary, width }] };
  }
  const color = theme.classes[kind.label];
  if (kind.set === 'train') {
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
 * @param {Corner[]} corners
 * @param {number} radius
 */
function traceShape(context, x, y, corners, radius) {
  context.beginPath();
  if (corners.length === 0) {
    context.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  for (const [right, down] of corners) context.lineTo(x + right, y + down);
  context.closePath();
}

/**
 * @param {MarkerKind} kind
 * @param {number} radius
 * @returns {Corner[]} none: a circle
 */
export function cornersOf(kind, radius) {
  if ('label' in kind) return SHAPES[kind.label](radius);
  return kind.set === 'test' ? diamond(radius) : [];
}

/**
 * @param {number} radius
 * @returns {Corner[]} its corners, round its centre of mass, which is a third of the
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

/**
 * @param {number} radius
 * @returns {Corner[]}
 */
function square(radius) {
  const half = radius * SQUARE;
  return [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
  ];
}

/**
 * @param {number} radius
 * @returns {Corner[]}
 */
function diamond(radius) {
  const half = radius * DIAMOND;
  return [
    [0, -half],
    [half, 0],
    [0, half],
    [-half, 0],
  ];
}

/**
 * @param {number} radius
 * @returns {Corner[]}
 */
function cross(radius) {
  const [a, b] = [radius * CROSS.length, radius * CROSS.thickness];
  const arm = /** @type {Corner[]} */ ([
    [-b, -b],
    [-b, -a],
    [b, -a],
  ]);
  // Each arm is the one before, a quarter turned.
  return [0, 1, 2, 3].flatMap((turns) =>
    arm.map((corner) => {
      let [right, down] = corner;
      for (let turn = 0; turn < turns; turn += 1) [right, down] = [-down, right];
      return /** @type {Corner} */ ([right, down]);
    }),
  );
}

/**
 * @param {number} radius
 * @returns {Corner[]} one point upwards
 */
function star(radius) {
  return Array.from({ length: 2 * STAR.points }, (_, index) => {
    const distance = radius * (index % 2 === 0 ? STAR.outer : STAR.inner);
    const angle = (index * Math.PI) / STAR.points;
    return [distance * Math.sin(angle), -distance * Math.cos(angle)];
  });
}
