/** What all canvases share: a backing store in device pixels, drawn on in CSS pixels. */

export const FONT_FAMILY =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** @typedef {CanvasRenderingContext2D} Context */

/**
 * @typedef {object} Rectangle in CSS pixels
 * @property {number} left
 * @property {number} top
 * @property {number} right
 * @property {number} bottom
 */

/**
 * Sizes the backing store, which also clears it. How large the canvas appears is the page's business.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {number} width CSS pixels
 * @param {number} height CSS pixels
 * @param {number} dpr device pixels per CSS pixel
 * @param {CanvasDirection} [direction] of its texts; where it is in the page, as there
 * @returns {Context} with CSS pixels as its unit
 */
export function sizeCanvas(canvas, width, height, dpr, direction = 'inherit') {
  canvas.width = Math.max(1, Math.round(width * dpr));
  canvas.height = Math.max(1, Math.round(height * dpr));
  const context = contextOf(canvas);
  context.scale(dpr, dpr);
  context.direction = direction;
  return context;
}

/**
 * @param {HTMLCanvasElement} canvas
 * @returns {Context}
 */
export function contextOf(canvas) {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no 2D canvas context.');
  return context;
}

/**
 * @param {number} size CSS pixels
 * @param {number} [weight] 100…900
 * @returns {string} for `context.font`
 */
export function font(size, weight = 400) {
  return `${weight} ${size}px ${FONT_FAMILY}`;
}

/**
 * @param {Context} context
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {{ font: string, color: string, align?: CanvasTextAlign, baseline?: CanvasTextBaseline,
 *   angle?: number }} style angle in radians, clockwise
 * @param {number} [width] that it is squeezed into, where it is longer
 */
export function drawText(context, text, x, y, style, width) {
  context.save();
  context.translate(x, y);
  context.rotate(style.angle ?? 0);
  context.font = style.font;
  context.fillStyle = style.color;
  context.textAlign = style.align ?? 'center';
  context.textBaseline = style.baseline ?? 'middle';
  context.fillText(text, 0, 0, width);
  context.restore();
}

/**
 * Text with a rim in the colour of the ground, so that lines behind it do not cross it out.
 *
 * @param {Context} context
 * @param {string} text
 * @param {number} x
 * @param {number} y of the text's middle
 * @param {{ font: string, color: string, align: CanvasTextAlign }} style
 * @param {import('./palette.js').Theme} theme
 */
export function haloText(context, text, x, y, style, theme) {
  context.save();
  context.font = style.font;
  context.textAlign = style.align;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = theme.surface;
  context.strokeText(text, x, y);
  context.fillStyle = style.color;
  context.fillText(text, x, y);
  context.restore();
}
