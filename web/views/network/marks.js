/**
 * What the network diagram is made of: neurons, a disc each with its activation's graph and its bias as
 * an arc round it; a heading above each layer, the legend below.
 */

import { paintMarker } from '../plane/markers.js';
import { drawText, font, strokeLine } from '../surface.js';

/** @typedef {import('../surface.js').Context} Context */
/** @typedef {import('./layout.js').NetworkLayout} NetworkLayout */
/** @typedef {import('../palette.js').Theme} Theme */
/** @typedef {import('../text/picture-words.js').PictureWords} PictureWords */
/** @typedef {{ x: number, y: number, radius: number }} Circle */

/** Smaller neurons show the bias as their filling: an arc would not be seen. */
const MINIMUM_ARC_RADIUS = 5;
/** Smaller neurons have no room for a graph. */
const MINIMUM_GRAPH_RADIUS = 7;

/** Graphs in a square from −1 to 1, y upwards. @type {Record<string, [number, number][]>} */
const GRAPHS = {
  linear: [
    [-1, -1],
    [1, 1],
  ],
  relu: [
    [-1, -0.55],
    [0, -0.55],
    [1, 0.85],
  ],
  leaky_relu: [
    [-1, -0.7],
    [0, -0.55],
    [1, 0.85],
  ],
  elu: sampleGraph((x) => (x > 0 ? 1.2 * x : 0.6 * Math.expm1(4 * x)) - 0.3),
  tanh: sampleGraph((x) => Math.tanh(3 * x)),
  sigmoid: sampleGraph((x) => 1.7 / (1 + Math.exp(-5 * x)) - 0.85),
};

/** Of the output of each class among several, in radii of its neuron: in its disc, or in place of one. */
const MARKER = { inside: 0.55, alone: 0.9 };

/** Narrower columns get short headings. */
const SHORT_HEADING_GAP = 66;
/** Between two headings. */
const HEADING_GAP = 8;
const LEGEND_SAMPLE_WIDTH = 18;
/** Between a sample and what it means. */
const SAMPLE_GAP = 6;
const LEGEND_SPACING = 11;

/**
 * @param {Context} context
 * @param {NetworkLayout} layout
 * @param {{ layerSizes: number[], activations: string[], theme: Theme }} network
 * @param {PictureWords} words
 */
export function paintHeader(context, layout, { layerSizes, activations, theme }, words) {
  const { width, columns, gap } = layout;
  const room = gap - HEADING_GAP;
  context.font = font(12, 600);
  const isTooLong = columns.some(
    (_, layer) =>
      context.measureText(layerName(layer, layerSizes.length, words.network)).width > room,
  );
  const isShort = gap < SHORT_HEADING_GAP || isTooLong;
  const names = isShort ? words.network.short : words.network;
  columns.forEach(({ x }, layer) => {
    const name = layerName(layer, layerSizes.length, names);
    paintWithin(
      context,
      name,
      { x, y: 10, width, room },
      { font: font(12, 600), color: theme.text },
    );
    const activation = isShort || layer === 0 ? '' : ` ${activations[layer - 1]}`;
    const size = `${layerSizes[layer]}${activation}`;
    paintWithin(
      context,
      size,
      { x, y: 25, width, room },
      { font: font(11), color: theme.textMuted },
    );
  });
}

/**
 * @param {Context} context
 * @param {NetworkLayout} layout
 * @param {number} largestWeight
 * @param {Theme} theme
 * @param {PictureWords} words
 */
export function paintLegend(context, layout, largestWeight, theme, { network: words, formats }) {
  const { width, legendY, maximumLineWidth } = layout;
  const thick = maximumLineWidth * 0.6;
  const { positive, negative } = theme.weights;
  const entries = [
    { text: words.positive, paint: sampleLine(positive, thick, []) },
    {
      text: words.negative,
      paint: sampleLine(negative, thick, [3 + 1.6 * thick, 2 + 1.2 * thick]),
    },
    { text: words.bias, paint: sampleArc(theme) },
    {
      // A formula, in words of whatever direction.
      text: `\u200e|w| = ${formats.number(Math.max(1, largestWeight))}`,
      paint: sampleLine(theme.textMuted, maximumLineWidth, []),
    },
  ];
  context.font = font(11);
  const lengths = entries.map(({ text }) => context.measureText(text).width);
  const textLength = lengths.reduce((sum, length) => sum + length);
  const gaps = entries.length - 1;
  const room = width - entries.length * (LEGEND_SAMPLE_WIDTH + SAMPLE_GAP);
  // Where it is narrow, closer together, and at last squeezed, rather than beyond the edge.
  const spacing = Math.min(LEGEND_SPACING, Math.max(0, room - textLength) / gaps);
  const squeeze = Math.min(1, room / textLength);
  let x = (room - squeeze * textLength - gaps * spacing) / 2;
  entries.forEach(({ text, paint }, index) => {
    paint(context, x, legendY);
    x += LEGEND_SAMPLE_WIDTH + SAMPLE_GAP;
    const length = squeeze * lengths[index];
    const style = { font: font(11), color: theme.textMuted, align: /** @type {const} */ ('left') };
    drawText(context, text, x, legendY, style, length);
    x += length + spacing;
  });
}

/**
 * Centred text, moved where it would leave the canvas, and squeezed where it would meet the next.
 *
 * @param {Context} context
 * @param {string} text
 * @param {{ x: number, y: number, width: number, room: number }} place `width` is the canvas's
 * @param {{ font: string, color: string }} style
 */
function paintWithin(context, text, { x, y, width, room }, style) {
  context.font = style.font;
  const half = Math.min(room, context.measureText(text).width) / 2 + 1;
  drawText(context, text, Math.max(half, Math.min(width - half, x)), y, style, room);
}

/**
 * @param {number} layer
 * @param {number} count
 * @param {PictureWords['network']['short']} names
 */
function layerName(layer, count, names) {
  if (layer === 0) return names.input;
  return layer === count - 1 ? names.output : names.hidden(layer);
}

/**
 * @param {string} color
 * @param {number} lineWidth
 * @param {number[]} dash
 */
function sampleLine(color, lineWidth, dash) {
  return (/** @type {Context} */ context, /** @type {number} */ x, /** @type {number} */ y) =>
    strokeLine(context, [x, y], [x + LEGEND_SAMPLE_WIDTH, y], color, dash, lineWidth);
}

/** @param {Theme} theme */
function sampleArc(theme) {
  return (/** @type {Context} */ context, /** @type {number} */ x, /** @type {number} */ y) => {
    const circle = { x: x + LEGEND_SAMPLE_WIDTH - 8, y, radius: 6 };
    context.beginPath();
    context.arc(circle.x, y, circle.radius, 0, 2 * Math.PI);
    context.strokeStyle = theme.axis;
    context.lineWidth = 1.25;
    context.stroke();
    paintBias(context, circle, 0.6, theme.weights.positive);
    paintBias(context, circle, -0.35, theme.weights.negative);
  };
}

/**
 * @param {Context} context
 * @param {Circle} circle
 * @param {{ activation: string, bias: number, largestBias: number, label?: number, theme: Theme }} neuron
 *   largestBias: the magnitude of a full half turn; label: the class that it speaks for, of several
 */
export function paintNeuron(context, circle, { activation, bias, largestBias, label, theme }) {
  const strength = Math.min(1, Math.abs(bias) / largestBias) || 0;
  const color = bias < 0 ? theme.weights.negative : theme.weights.positive;
  const hasArc = circle.radius >= MINIMUM_ARC_RADIUS;
  const marker = (/** @type {number} */ share) => {
    const style = { radius: circle.radius * share, theme };
    paintMarker(context, circle.x, circle.y, { label: label ?? 0, set: 'train' }, style);
  };
  if (label !== undefined && !hasArc) return marker(MARKER.alone);
  context.beginPath();
  context.arc(circle.x, circle.y, circle.radius, 0, 2 * Math.PI);
  context.fillStyle = hasArc ? theme.surface : theme.axis;
  context.fill();
  if (!hasArc) {
    context.globalAlpha = strength;
    context.fillStyle = color;
    context.fill();
    context.globalAlpha = 1;
    return;
  }
  context.strokeStyle = theme.axis;
  context.lineWidth = 1.25;
  context.stroke();
  if (label !== undefined) marker(MARKER.inside);
  else if (circle.radius >= MINIMUM_GRAPH_RADIUS) paintGraph(context, circle, activation, theme);
  paintBias(context, circle, bias < 0 ? -strength : strength, color);
}

/**
 * @param {Context} context
 * @param {Circle} circle
 * @param {number} amount −1…1 of a half turn, from the top, clockwise if positive
 * @param {string} color
 */
function paintBias(context, { x, y, radius }, amount, color) {
  const top = -Math.PI / 2;
  context.beginPath();
  context.arc(x, y, radius, top, top + Math.PI * amount, amount < 0);
  context.strokeStyle = color;
  context.lineWidth = Math.max(2.5, radius * 0.28);
  context.stroke();
}

/**
 * @param {Context} context
 * @param {Circle} circle
 * @param {string} label shown if there is room
 * @param {Theme} theme
 */
export function paintInput(context, { x, y, radius }, label, theme) {
  context.beginPath();
  context.roundRect(x - radius, y - radius, 2 * radius, 2 * radius, radius * 0.3);
  context.fillStyle = theme.surface;
  context.fill();
  context.strokeStyle = theme.text;
  context.lineWidth = 1.25;
  context.stroke();
  if (radius < MINIMUM_GRAPH_RADIUS) return;
  drawText(context, label, x, y, {
    // The longer, the smaller: `sin x₁` must find room, too.
    font: font(Math.min(13, radius * 1.1) * Math.min(1, 2.6 / label.length), 600),
    color: theme.text,
  });
}

/**
 * @param {Context} context
 * @param {Circle} circle
 * @param {string} activation
 * @param {Theme} theme
 */
function paintGraph(context, { x, y, radius }, activation, theme) {
  const scale = radius * 0.52;
  context.beginPath();
  for (const [right, up] of GRAPHS[activation] ?? []) {
    context.lineTo(x + right * scale, y - up * scale);
  }
  context.strokeStyle = theme.textMuted;
  context.lineWidth = Math.max(1, radius * 0.12);
  context.lineJoin = 'round';
  context.stroke();
}

/**
 * @param {(x: number) => number} graph
 * @returns {[number, number][]}
 */
function sampleGraph(graph) {
  return Array.from({ length: 13 }, (_, index) => {
    const x = index / 6 - 1;
    return [x, graph(x)];
  });
}
