/**
 * How four things compared are told apart without their colour: each has a dash for its line and a
 * shape for its mark, in the legend and on a surface.
 */

import { h } from '../../views/dom.js';
import { withAlpha } from '../../views/palette.js';
import { font, haloText, sizeCanvas } from '../../views/surface.js';

/** @typedef {import('../../views/surface.js').Context} Context */
/** @typedef {import('../../views/palette.js').Theme} Theme */
/** @typedef {0 | 1 | 2 | 3} Kind index into the theme's kinds */
/** @typedef {(u: number, v: number) => { x: number, y: number }} ToPixel */

/**
 * @typedef {object} Path
 * @property {Kind} kind
 * @property {ArrayLike<number>} points u0, v0, u1, v1, …
 * @property {number} count points to draw, from the first
 *
 * @typedef {object} Mark
 * @property {number} u
 * @property {number} v
 * @property {string} label
 */

/** Lengths of line and gap in CSS pixels. @type {readonly number[][]} */
export const KIND_DASHES = [[], [8, 3], [2.5, 2.5], [9, 3, 2, 3]];

/** Corners of the marks as fractions of the radius; none: a circle. @type {[number, number][][]} */
const CORNERS = [
  [],
  [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  [
    [0, -1.25],
    [1.1, 0.7],
    [-1.1, 0.7],
  ],
  [
    [0, -1.3],
    [1.3, 0],
    [0, 1.3],
    [-1.3, 0],
  ],
];

const MARK_RADIUS = 6;
/** CSS pixels from a place to its name. */
const LABEL_DISTANCE = 11;
const DOT_RADIUS = 2.5;
/** Steps shorter than this, in CSS pixels, are not told apart by dots. */
const LONG_STEP = 7;
/** CSS pixels that a sample is drawn for; the style sheet scales it with the text. */
const SAMPLE = { width: 36, height: 16 };
/** Image pixels for each of them: enough for the largest text on the finest screen. */
const DENSITY = 4;

/**
 * Which line is whose.
 *
 * @param {string} name of the list
 * @param {{ kind: Kind, label: string }[]} kinds
 * @returns {{ element: HTMLElement, draw: (theme: Theme) => void }}
 */
export function kindLegend(name, kinds) {
  const samples = kinds.map(() => h('canvas', { class: 'kind-sample', 'aria-hidden': 'true' }));
  const element = h(
    'ul',
    { class: 'legend', 'aria-label': name },
    ...kinds.map(({ label }, i) => h('li', { class: 'legend-entry' }, samples[i], label)),
  );
  return {
    element,
    draw(theme) {
      samples.forEach((canvas, i) => {
        const context = sizeCanvas(canvas, SAMPLE.width, SAMPLE.height, DENSITY);
        paintKindSample(context, kinds[i].kind, theme);
      });
    },
  };
}

/**
 * A filled mark with an outline that keeps it apart from what it lies on.
 *
 * @param {Context} context
 * @param {number} x
 * @param {number} y
 * @param {Kind} kind
 * @param {{ radius: number, theme: Theme }} style
 */
function paintKindMark(context, x, y, kind, { radius, theme }) {
  context.beginPath();
  if (CORNERS[kind].length === 0) context.arc(x, y, radius, 0, 2 * Math.PI);
  for (const [right, down] of CORNERS[kind]) {
    context.lineTo(x + right * radius, y + down * radius);
  }
  context.closePath();
  context.lineJoin = 'round';
  context.setLineDash([]);
  context.lineWidth = 3;
  context.strokeStyle = theme.outline;
  context.stroke();
  context.fillStyle = theme.kinds[kind];
  context.fill();
}

/**
 * A line and the mark in its middle, for a legend.
 *
 * @param {Context} context
 * @param {Kind} kind
 * @param {Theme} theme
 */
function paintKindSample(context, kind, theme) {
  const { width, height } = SAMPLE;
  const y = height / 2;
  context.clearRect(0, 0, width, height);
  context.beginPath();
  context.moveTo(0, y);
  context.lineTo(width, y);
  context.lineWidth = 2;
  context.setLineDash([...KIND_DASHES[kind]]);
  context.strokeStyle = theme.kinds[kind];
  context.stroke();
  paintKindMark(context, width / 2, y, kind, { radius: height / 3.2, theme });
}

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
 * @param {import('../../views/surface.js').Rectangle} plot the name stays inside
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
  const halo = withAlpha(theme.boundaryHalo, 0.85);
  haloText(context, label, x + (isRight ? LABEL_DISTANCE : -LABEL_DISTANCE), y + 14, style, halo);
}
