/** The names of the classes beside the outputs that speak for them. */

import { drawText, font } from '../surface.js';
import { MAXIMUM_RADIUS, roomOf } from './layout.js';

/** @typedef {import('../surface.js').Context} Context */

/** Names of outputs, in CSS pixels: closer lines cannot be read. */
const NAME = { size: 11, gap: 6, lineHeight: 10, most: 96 };
/** Of the picture's width, the share that they take at most. */
const NAME_SHARE = 0.22;

/**
 * @param {Context} context
 * @param {readonly (string | number)[]} names of the outputs
 * @param {{ width: number, height: number }} size of the picture in CSS pixels
 * @returns {number} CSS pixels that the names take beside the outputs; 0 where they cannot be read
 */
export function nameWidth(context, names, { width, height }) {
  if (names.length === 0 || roomOf(height) / names.length < NAME.lineHeight) return 0;
  context.font = font(NAME.size);
  const longest = Math.max(...names.map((name) => context.measureText(String(name)).width));
  const beside = NAME.gap + Math.min(longest, NAME.most, NAME_SHARE * width);
  // As wide as half a neuron, and not up to the edge.
  return beside + Math.min(MAXIMUM_RADIUS, roomOf(height) / names.length / 2) + 2;
}

/**
 * @param {Context} context
 * @param {import('./marks.js').Circle} circle of the output
 * @param {string | number} name
 * @param {{ width: number, theme: import('../palette.js').Theme }} picture
 */
export function paintOutputName(context, { x, y, radius }, name, { width, theme }) {
  const left = x + radius + NAME.gap;
  const style = { font: font(NAME.size), color: theme.text, align: /** @type {const} */ ('left') };
  drawText(context, String(name), left, y, style, width - left - 1);
}
