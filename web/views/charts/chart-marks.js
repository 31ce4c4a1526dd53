/** Lines and dots over and under the lines of a chart. */

/**
 * @param {CanvasRenderingContext2D} context
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
 * @param {CanvasRenderingContext2D} context
 * @param {{ x: number, y: number }} position
 * @param {string} color
 * @param {import('../palette.js').Theme} theme
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
