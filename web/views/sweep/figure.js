/** A sweep's table as a picture that stands alone. */

import { MapPainter } from '../plane/map-painter.js';
import { drawText, font, sizeCanvas } from '../surface.js';

/** @typedef {import('../palette.js').Theme} Theme */
/** @typedef {import('../plane/map.js').PlaneMap} PlaneMap */

/**
 * @typedef {object} SweepPicture
 * @property {string} title
 * @property {string} subtitle
 * @property {string} corner what rows and columns are
 * @property {readonly string[]} columns
 * @property {readonly string[]} rows
 * @property {readonly { text: string, map: PlaneMap | null }[]} cells row by row; those without a map are
 *   left empty
 * @property {Theme} theme
 * @property {CanvasDirection} direction of its texts
 */

/** CSS pixels. */
const MARGIN = 16;
const HEADER = 52;
const NAMES = { width: 132, height: 28 };
const CELL = { side: 108, gap: 8, text: 22 };
const FONT_SIZE = 13;
/** Device pixels for each: enough for a printed page. */
const DENSITY = 2;

/**
 * @param {HTMLCanvasElement} canvas drawn on, and given its size
 * @param {SweepPicture} picture
 */
export function drawSweepFigure(canvas, picture) {
  const { title, subtitle, corner, columns, rows, cells, theme, direction } = picture;
  const across = CELL.side + CELL.gap;
  const down = across + CELL.text;
  const [left, top] = [MARGIN + NAMES.width, HEADER + NAMES.height];
  const width = Math.max(560, left + columns.length * across + MARGIN);
  const height = top + rows.length * down + MARGIN;
  const context = sizeCanvas(canvas, width, height, DENSITY, direction);
  context.fillStyle = theme.surface;
  context.fillRect(0, 0, width, height);
  const plain = { font: font(FONT_SIZE), color: theme.text };
  const start = /** @type {const} */ ({ align: 'left' });
  const room = width - 2 * MARGIN;
  const heading = { ...start, font: font(FONT_SIZE + 3, 600), color: theme.text };
  drawText(context, title, MARGIN, MARGIN + 6, heading, room);
  const muted = { ...plain, color: theme.textMuted };
  drawText(context, subtitle, MARGIN, MARGIN + 26, { ...muted, ...start }, room);
  const namesRoom = NAMES.width - CELL.gap;
  const above = HEADER + NAMES.height / 2;
  drawText(context, corner, MARGIN, above, { ...muted, ...start }, namesRoom);
  columns.forEach((name, i) => {
    drawText(context, name, left + i * across + CELL.side / 2, above, plain, CELL.side);
  });
  rows.forEach((name, i) => {
    const middle = top + i * down + CELL.side / 2;
    drawText(context, name, MARGIN, middle, { ...plain, ...start }, namesRoom);
  });
  const painter = new MapPainter(canvas.ownerDocument);
  cells.forEach(({ text, map }, index) => {
    const x = left + (index % columns.length) * across;
    const y = top + Math.floor(index / columns.length) * down;
    const plot = { left: x, top: y, right: x + CELL.side, bottom: y + CELL.side };
    if (map) painter.paint(context, map, { plot, dpr: DENSITY, theme, hasLine: false });
    context.strokeStyle = theme.axis;
    context.strokeRect(x + 0.5, y + 0.5, CELL.side - 1, CELL.side - 1);
    drawText(context, text, x + CELL.side / 2, plot.bottom + CELL.text / 2, plain, CELL.side);
  });
}
