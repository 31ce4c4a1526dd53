/** The decision boundary as a picture that stands alone: with a title, and with what its marks mean. */

import { BoundaryCanvas } from './boundary-canvas.js';
import { paintMarker } from './marker.js';
import { ENGLISH_PICTURES } from './picture-words.js';
import { drawText, font, sizeCanvas } from './surface.js';

/** @typedef {import('./marker.js').MarkerKind} MarkerKind */

/** CSS pixels. Inside the picture the plot is square then, with its axes and the colour bar. */
const PICTURE = { width: 800, height: 726 };
const MARGIN = 16;
const HEADER = 52;
const FOOTER = 36;
const WIDTH = PICTURE.width + 2 * MARGIN;
const HEIGHT = HEADER + PICTURE.height + FOOTER + MARGIN;
/** Device pixels for each: enough for a printed page. */
const DENSITY = 2;
const FONT_SIZE = 13;
const MARKER_RADIUS = 5;
const MARKER_GAP = 16;

/**
 * @param {HTMLCanvasElement} canvas drawn on, and given its size
 * @param {import('./boundary-canvas.js').BoundaryPicture} picture
 * @param {object} texts
 * @param {string} texts.title
 * @param {string} texts.subtitle
 * @param {import('./legend.js').LegendTexts} texts.legend
 * @param {import('./picture-words.js').PictureWords} [texts.words]
 */
export function drawBoundaryFigure(
  canvas,
  picture,
  { title, subtitle, legend, words = ENGLISH_PICTURES },
) {
  const { theme } = picture;
  const context = sizeCanvas(canvas, WIDTH, HEIGHT, DENSITY, words.direction);
  context.fillStyle = theme.surface;
  context.fillRect(0, 0, WIDTH, HEIGHT);

  const left = /** @type {const} */ ({ align: 'left' });
  const heading = { ...left, font: font(FONT_SIZE + 3, 600), color: theme.text };
  drawText(context, title, MARGIN, MARGIN + 6, heading, WIDTH - 2 * MARGIN);
  const note = { ...left, font: font(FONT_SIZE), color: theme.textMuted };
  drawText(context, subtitle, MARGIN, MARGIN + 26, note, WIDTH - 2 * MARGIN);

  const plane = canvas.ownerDocument.createElement('canvas');
  const painter = new BoundaryCanvas(plane, { words });
  painter.resize(PICTURE.width, PICTURE.height, DENSITY);
  painter.draw(picture);
  context.drawImage(plane, MARGIN, HEADER, PICTURE.width, PICTURE.height);
  paintLegend(context, picture, legend);
}

/**
 * @param {import('./surface.js').Context} context
 * @param {import('./boundary-canvas.js').BoundaryPicture} picture
 * @param {import('./legend.js').LegendTexts} texts
 */
function paintLegend(context, { points, theme }, texts) {
  const sets = points === 'both' ? /** @type {const} */ (['train', 'test']) : [points];
  const labels = /** @type {const} */ ([0, 1]);
  const entries = [
    ...labels.map((label) => ({
      text: label === 0 ? texts.class0 : texts.class1,
      kinds: sets.map((set) => ({ label, set })),
    })),
    ...sets.map((set) => ({ text: texts[set], kinds: labels.map((label) => ({ label, set })) })),
  ];
  const style = { align: /** @type {const} */ ('left'), font: font(FONT_SIZE), color: theme.text };
  const y = HEADER + PICTURE.height + FOOTER / 2;
  let x = MARGIN + 4 * FONT_SIZE;
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
