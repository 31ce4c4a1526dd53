/** The names of the classes beside the outputs that speak for them. */

import { paintMarker } from '../plane/markers.js';
import { drawText, font } from '../surface.js';

/** @typedef {import('../surface.js').Context} Context */

/** Names of outputs, in CSS pixels: closer lines cannot be read. */
const NAME = { size: 11, gap: 5, lineHeight: 10, most: 96 };
/** The mark of the class is before its name. */
const MARKER = { radius: 4.5, width: 14 };
/** Of the picture's width, the share that they take at most. */
const NAME_SHARE = 0.22;

/**
 * @param {Context} context
 * @param {readonly (string | number)[]} names of the outputs
 * @param {{ width: number, height: number }} size of the picture in CSS pixels
 * @returns {number} CSS pixels that marks and names take beside the outputs; 0 where they cannot be read
 */
export function nameWidth(context, names, { width, height }) {
  if (names.length === 0 || height / names.length < NAME.lineHeight) return 0;
  context.font = font(NAME.size);
  const longest = Math.max(...names.map((name) => context.measureText(String(name)).width));
  return NAME.gap + MARKER.width + Math.min(longest, NAME.most, NAME_SHARE * width) + 2;
}

/**
 * @param {Context} context
 * @param {import('./neurons.js').Tile} tile of the output
 * @param {{ label: number, name: string | number }} output which class it speaks for
 * @param {{ width: number, theme: import('../palette.js').Theme }} picture
 */
export function paintOutputName(context, { x, y, size }, { label, name }, { width, theme }) {
  const left = x + size / 2 + NAME.gap;
  const style = { radius: MARKER.radius, theme };
  paintMarker(context, left + MARKER.radius, y, { label, set: 'train' }, style);
  const start = left + MARKER.width;
  const text = { font: font(NAME.size), color: theme.text, align: /** @type {const} */ ('left') };
  drawText(context, String(name), start, y, text, width - start - 1);
}
