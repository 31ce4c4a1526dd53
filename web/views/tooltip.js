/** A small box of text beside a position on a canvas. */

import { font } from './surface.js';

const PADDING = { x: 9, y: 7 };
const LINE_HEIGHT = 17;
/** CSS pixels between the position and the box. */
const DISTANCE = 14;

/**
 * The box lies right of and above the position, and changes sides where the area ends.
 *
 * @param {import('./surface.js').Context} context
 * @param {{ x: number, y: number }} position
 * @param {string[]} lines the first is the heading
 * @param {import('./surface.js').Rectangle} area
 * @param {import('./palette.js').Theme} theme
 */
export function paintTooltip(context, { x, y }, lines, area, theme) {
  context.save();
  const textWidth = Math.max(
    ...lines.map((text, index) => {
      context.font = lineFont(index);
      return context.measureText(text).width;
    }),
  );
  const width = Math.ceil(textWidth + 2 * PADDING.x);
  const height = lines.length * LINE_HEIGHT + 2 * PADDING.y;
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
    context.fillText(text, left + PADDING.x, top + PADDING.y + (index + 0.5) * LINE_HEIGHT);
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
  const after = position + DISTANCE;
  const before = position - DISTANCE - size;
  const [first, second] = preferred === 1 ? [after, before] : [before, after];
  const fits = (/** @type {number} */ start) => start >= minimum && start + size <= maximum;
  if (fits(first)) return first;
  if (fits(second)) return second;
  return Math.max(minimum, Math.min(first, maximum - size));
}
