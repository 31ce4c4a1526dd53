/** The words round the network diagram: a heading above each layer, the legend below. */

import { paintBias } from './neuron-glyph.js';
import { drawText, font } from './surface.js';

/** @typedef {import('./surface.js').Context} Context */
/** @typedef {import('./network-layout.js').NetworkLayout} NetworkLayout */
/** @typedef {import('./palette.js').Theme} Theme */
/** @typedef {import('./picture-words.js').PictureWords} PictureWords */

/** Narrower columns get short headings. */
const SHORT_HEADING_GAP = 66;
const LEGEND_SAMPLE_WIDTH = 18;
const LEGEND_SPACING = 11;

/**
 * @param {Context} context
 * @param {NetworkLayout} layout
 * @param {{ layerSizes: number[], activations: string[], theme: Theme }} network
 * @param {PictureWords} words
 */
export function paintHeader(context, layout, { layerSizes, activations, theme }, words) {
  const { width, columns, gap } = layout;
  const isShort = gap < SHORT_HEADING_GAP;
  const names = isShort ? words.network.short : words.network;
  columns.forEach(({ x }, layer) => {
    const name = layerName(layer, layerSizes.length, names);
    paintWithin(context, name, x, 10, width, { font: font(12, 600), color: theme.text });
    const activation = isShort || layer === 0 ? '' : ` ${activations[layer - 1]}`;
    const size = `${layerSizes[layer]}${activation}`;
    paintWithin(context, size, x, 25, width, { font: font(11), color: theme.textMuted });
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
      text: `|w| = ${formats.number(Math.max(1, largestWeight))}`,
      paint: sampleLine(theme.textMuted, maximumLineWidth, []),
    },
  ];
  context.font = font(11);
  const sizes = entries.map(
    ({ text }) => LEGEND_SAMPLE_WIDTH + 6 + context.measureText(text).width,
  );
  const gaps = entries.length - 1;
  const total = sizes.reduce((sum, size) => sum + size, 0);
  // Where it is narrow, closer together rather than beyond the edge.
  const spacing = Math.min(LEGEND_SPACING, Math.max(0, width - total) / gaps);
  let x = (width - total - gaps * spacing) / 2;
  entries.forEach(({ text, paint }, index) => {
    paint(context, x, legendY);
    const style = { font: font(11), color: theme.textMuted, align: /** @type {const} */ ('left') };
    drawText(context, text, x + LEGEND_SAMPLE_WIDTH + 6, legendY, style);
    x += sizes[index] + spacing;
  });
}

/**
 * Centred text, moved where it would leave the canvas.
 *
 * @param {Context} context
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {number} width of the canvas
 * @param {{ font: string, color: string }} style
 */
function paintWithin(context, text, x, y, width, style) {
  context.font = style.font;
  const half = context.measureText(text).width / 2 + 1;
  drawText(context, text, Math.max(half, Math.min(width - half, x)), y, style);
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
