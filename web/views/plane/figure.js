/** The plane as a picture that stands alone: with a title, and with what its marks mean. */

import { legendEntries } from './legend.js';
import { ENGLISH_PICTURES } from '../text/picture-words.js';
import { PlaneCanvas } from './canvas.js';
import { paintMarker } from './markers.js';
import { shownSets } from './probe.js';
import { contextOf, drawText, font, sizeCanvas } from '../surface.js';

/** CSS pixels. Inside the picture the plot is square then, with its axes and the colour bar. */
const PICTURE = { width: 800, height: 726 };
const MARGIN = 16;
const HEADER = 52;
const FOOTER = 36;
const WIDTH = PICTURE.width + 2 * MARGIN;
/** Device pixels for each: enough for a printed page. */
const DENSITY = 2;
const FONT_SIZE = 13;
const MARKER_RADIUS = 5;
const MARKER_GAP = 16;
/** Where the legend begins, below the plot's left edge. */
const LEGEND_LEFT = MARGIN + 4 * FONT_SIZE;
const LEGEND_LINE = 22;

/**
 * @param {HTMLCanvasElement} canvas drawn on, and given its size
 * @param {import('./canvas.js').PlanePicture} picture
 * @param {object} texts
 * @param {string} texts.title
 * @param {string} texts.subtitle
 * @param {import('./legend.js').LegendTexts} texts.legend
 * @param {readonly number[]} texts.labels of the classes
 * @param {import('../text/picture-words.js').PictureWords} [texts.words]
 */
export function drawPlaneFigure(
  canvas,
  picture,
  { title, subtitle, legend, labels, words = ENGLISH_PICTURES },
) {
  const { theme } = picture;
  const entries = legendEntries(legend, labels, shownSets(picture.points), words.nameOf);
  const lines = legendLines(contextOf(canvas), entries);
  const height = HEADER + PICTURE.height + FOOTER + (lines.length - 1) * LEGEND_LINE + MARGIN;
  const context = sizeCanvas(canvas, WIDTH, height, DENSITY, words.direction);
  context.fillStyle = theme.surface;
  context.fillRect(0, 0, WIDTH, height);

  const left = /** @type {const} */ ({ align: 'left' });
  const heading = { ...left, font: font(FONT_SIZE + 3, 600), color: theme.text };
  drawText(context, title, MARGIN, MARGIN + 6, heading, WIDTH - 2 * MARGIN);
  const note = { ...left, font: font(FONT_SIZE), color: theme.textMuted };
  drawText(context, subtitle, MARGIN, MARGIN + 26, note, WIDTH - 2 * MARGIN);

  const plane = canvas.ownerDocument.createElement('canvas');
  const painter = new PlaneCanvas(plane, { words });
  painter.resize(PICTURE.width, PICTURE.height, DENSITY);
  painter.draw(picture);
  context.drawImage(plane, MARGIN, HEADER, PICTURE.width, PICTURE.height);
  lines.forEach((line, i) => {
    paintLegend(context, line, HEADER + PICTURE.height + FOOTER / 2 + i * LEGEND_LINE, theme);
  });
}

/** @typedef {ReturnType<typeof legendEntries>[number]} Entry */

/**
 * @param {import('../surface.js').Context} context
 * @param {Entry[]} entries
 * @returns {Entry[][]} as many a line as there is room for
 */
function legendLines(context, entries) {
  context.font = font(FONT_SIZE);
  /** @type {Entry[][]} */
  const lines = [[]];
  let room = WIDTH - LEGEND_LEFT - MARGIN;
  for (const entry of entries) {
    const width = entryWidth(context, entry);
    if (width > room && lines[lines.length - 1].length > 0) {
      lines.push([]);
      room = WIDTH - LEGEND_LEFT - MARGIN;
    }
    lines[lines.length - 1].push(entry);
    room -= width + 2 * MARKER_GAP;
  }
  return lines;
}

/**
 * @param {import('../surface.js').Context} context that has the legend's font
 * @param {Entry} entry
 */
function entryWidth(context, { text, kinds }) {
  return kinds.length * MARKER_GAP + context.measureText(text).width;
}

/**
 * @param {import('../surface.js').Context} context
 * @param {Entry[]} entries
 * @param {number} y of their middle
 * @param {import('../palette.js').Theme} theme
 */
function paintLegend(context, entries, y, theme) {
  const style = { align: /** @type {const} */ ('left'), font: font(FONT_SIZE), color: theme.text };
  let x = LEGEND_LEFT;
  for (const { text, kinds } of entries) {
    for (const kind of kinds) {
      paintMarker(context, x, y, kind, { radius: MARKER_RADIUS, theme });
      x += MARKER_GAP;
    }
    drawText(context, text, x - MARKER_GAP / 4, y, style);
    context.font = style.font;
    x += context.measureText(text).width + 2 * MARKER_GAP;
  }
}
