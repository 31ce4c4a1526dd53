import { strokeLine } from '../surface.js';
import { curveScales } from './curve-frame.js';

/** @typedef {import('./curve-frame.js').CurveFrame} CurveFrame */

/**
 * What has been changed during the training.
 *
 * @typedef {object} Mark
 * @property {number} epoch
 * @property {string} text
 */

/** How near to one its words are shown, in CSS pixels. */
const NEAR = 5;

/** Where one is, the curve stays legible. */
const DASH = [2, 4];

/**
 * A thin line at each epoch at which something has been changed.
 *
 * @param {import('../surface.js').Context} context
 * @param {CurveFrame} frame
 * @param {readonly Mark[]} marks
 * @param {import('../palette.js').Theme} theme
 */
export function paintCurveMarks(context, frame, marks, theme) {
  const { plot, x } = frame;
  const { toPixel } = curveScales(frame).x;
  const epochs = new Set(marks.map(({ epoch }) => epoch).filter((epoch) => epoch <= x.end));
  for (const epoch of epochs) {
    const at = toPixel(epoch);
    strokeLine(context, [at, plot.top], [at, plot.bottom], theme.textMuted, DASH);
  }
}

/**
 * @param {CurveFrame} frame
 * @param {readonly Mark[]} marks
 * @param {number} at horizontal, in CSS pixels
 * @returns {string[]} what the marks there say
 */
export function marksNear(frame, marks, at) {
  const { toPixel } = curveScales(frame).x;
  return marks.filter(({ epoch }) => Math.abs(toPixel(epoch) - at) <= NEAR).map(({ text }) => text);
}
