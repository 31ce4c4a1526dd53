/**
 * What all canvases share: a backing store in device pixels, drawn on in CSS pixels; text, lines, dots,
 * and a small box of text beside a position.
 *
 * @module
 */

export const FONT_FAMILY =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** Of the box of text, in CSS pixels; its distance is from the position. */
const TOOLTIP = { padding: { x: 9, y: 7 }, lineHeight: 17, distance: 14 };

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
 * @param {string} halo colour of the ground
 */
export function haloText(context, text, x, y, style, halo) {
  context.save();
  context.font = style.font;
  context.textAlign = style.align;
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = halo;
  context.strokeText(text, x, y);
  context.fillStyle = style.color;
  context.fillText(text, x, y);
  context.restore();
}

/**
 * @param {Context} context
 * @param {[number, number]} from
 * @param {[number, number]} to
 * @param {string} color
 * @param {number[]} dash
 * @param {number} [width]
 */
export function strokeLine(context, from, to, color, dash, width = 1) {
  context.save();
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.strokeStyle = color;
  context.lineWidth = width;
  context.setLineDash(dash);
  context.stroke();
  context.restore();
}

/**
 * @param {Context} context
 * @param {{ x: number, y: number }} position
 * @param {string} color
 * @param {import('./palette.js').Theme} theme
 * @param {number} [radius]
 */
export function paintDot(context, { x, y }, color, theme, radius = 3.5) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = color;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = theme.surface;
  context.stroke();
}

/**
 * The box lies right of and above the position, and changes sides where the area ends.
 *
 * @param {Context} context
 * @param {{ x: number, y: number }} position
 * @param {string[]} lines the first is the heading
 * @param {Rectangle} area
 * @param {import('./palette.js').Theme} theme
 * @param {number} [edge] of the canvas, beyond which nothing is seen: longer texts are squeezed
 */
export function paintTooltip(context, { x, y }, lines, area, theme, edge = Infinity) {
  context.save();
  const { padding, lineHeight } = TOOLTIP;
  const widths = lines.map((text, index) => {
    context.font = lineFont(index);
    return context.measureText(text).width;
  });
  const textWidth = Math.min(Math.max(...widths), edge - area.left - 2 * padding.x - 1);
  const width = Math.ceil(textWidth + 2 * padding.x);
  const height = lines.length * lineHeight + 2 * padding.y;
  const left = placeBeside(x, width, area.left, area.right, 1);
  const top = placeBeside(y, height, area.top, area.bottom, -1);

  context.beginPath();
  context.roundRect(left, top, width, height, 6);
  context.fillStyle = theme.tooltip.background;
  context.shadowColor = 'rgba(0, 0, 0, 0.25)';
  context.shadowBlur = 10;
  context.shadowOffsetY = 2;
  context.fill();
  context.shadowColor = 'transparent';
  context.strokeStyle = theme.tooltip.border;
  context.lineWidth = 1;
  context.stroke();

  context.fillStyle = theme.tooltip.text;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  lines.forEach((text, index) => {
    context.font = lineFont(index);
    const middle = top + padding.y + (index + 0.5) * lineHeight;
    context.fillText(text, left + padding.x, middle, Math.max(1, textWidth));
  });
  context.restore();
}

/** @param {number} index */
function lineFont(index) {
  return font(12, index === 0 ? 600 : 400);
}

/**
 * @param {number} position
 * @param {number} size of the box
 * @param {number} minimum
 * @param {number} maximum
 * @param {1 | -1} preferred side
 * @returns {number} where the box starts
 */
export function placeBeside(position, size, minimum, maximum, preferred) {
  const after = position + TOOLTIP.distance;
  const before = position - TOOLTIP.distance - size;
  const [first, second] = preferred === 1 ? [after, before] : [before, after];
  const fits = (/** @type {number} */ start) => start >= minimum && start + size <= maximum;
  if (fits(first)) return first;
  if (fits(second)) return second;
  return Math.max(minimum, Math.min(first, maximum - size));
}
