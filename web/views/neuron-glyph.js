/** A neuron on the network diagram: a disc with its activation's graph, its bias as an arc round it. */

import { drawText, font } from './surface.js';

/** @typedef {import('./surface.js').Context} Context */
/** @typedef {import('./palette.js').Theme} Theme */
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
  tanh: sampleGraph((x) => Math.tanh(3 * x)),
  sigmoid: sampleGraph((x) => 1.7 / (1 + Math.exp(-5 * x)) - 0.85),
};

/**
 * @param {Context} context
 * @param {Circle} circle
 * @param {{ activation: string, bias: number, largestBias: number, theme: Theme }} neuron
 *   largestBias: the magnitude of a full half turn
 */
export function paintNeuron(context, circle, { activation, bias, largestBias, theme }) {
  const strength = Math.min(1, Math.abs(bias) / largestBias) || 0;
  const color = bias < 0 ? theme.weights.negative : theme.weights.positive;
  const hasArc = circle.radius >= MINIMUM_ARC_RADIUS;
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
  if (circle.radius >= MINIMUM_GRAPH_RADIUS) paintGraph(context, circle, activation, theme);
  paintBias(context, circle, bias < 0 ? -strength : strength, color);
}

/**
 * @param {Context} context
 * @param {Circle} circle
 * @param {number} amount −1…1 of a half turn, from the top, clockwise if positive
 * @param {string} color
 */
export function paintBias(context, { x, y, radius }, amount, color) {
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
    font: font(Math.min(13, radius * 1.1), 600),
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
