/** The words round the network diagram: a heading above each layer, the legend below. */

import { paintBias } from './neuron-glyph.js';
import { drawText, font } from './surface.js';

/** @typedef {import('./surface.js').Context} Context */
/** @typedef {import('./network-layout.js').NetworkLayout} NetworkLayout */
/** @typedef {import('./palette.js').Theme} Theme */
/** @typedef {import('./picture-words.js').PictureWords} PictureWords */

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
  return (/** @type {Context} */ context, /** @type {number} */ x, /** @type {number} */ y) => {
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + LEGEND_SAMPLE_WIDTH, y);
    context.strokeStyle = color;
    context.lineWidth = lineWidth;
    context.setLineDash(dash);
    context.stroke();
    context.setLineDash([]);
  };
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
