/** One curve of a chart. */

import { seriesStyle } from './curve-kind.js';
import { paintDot } from '../surface.js';
import { finiteRuns, simplifyLine } from '../simplify.js';

const LINE_WIDTH = 1.75;
/** How far a line may be drawn from where it is, in CSS pixels: less than is seen. */
const TOLERANCE = 0.1;

/**
 * @param {import('../surface.js').Context} context
 * @param {import('../palette.js').Theme} theme
 * @param {'train' | 'test'} set
 * @param {number[]} across in CSS pixels
 * @param {number[]} up NaN where there is no value
 */
export function paintSeries(context, theme, set, across, up) {
  const { color, dash } = seriesStyle(set, theme);
  strokeCurve(context, across, up, { color, dash, width: LINE_WIDTH });
  const head = up.length - 1;
  // Where the curve is now.
  if (Number.isFinite(up[head])) {
    paintDot(context, { x: across[head], y: up[head] }, color, theme);
  }
}

/**
 * @param {import('../surface.js').Context} context
 * @param {number[]} across in CSS pixels
 * @param {number[]} up NaN where there is no value
 * @param {{ color: string, dash: number[], width: number }} style
 */
export function strokeCurve(context, across, up, { color, dash, width }) {
  context.beginPath();
  for (const run of finiteRuns(across, up)) {
    const line = simplifyLine(run, TOLERANCE);
    context.moveTo(line[0], line[1]);
    for (let at = 2; at < line.length; at += 2) context.lineTo(line[at], line[at + 1]);
  }
  context.strokeStyle = color;
  context.lineWidth = width;
  context.lineJoin = 'round';
  context.setLineDash(dash);
  context.stroke();
  context.setLineDash([]);
}
