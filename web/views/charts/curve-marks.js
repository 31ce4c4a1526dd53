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

/** How near to one its words are told, as a share of the epochs shown. */
const NEAR = 0.01;

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
 * A line at the epoch that all other pictures are of.
 *
 * @param {import('../surface.js').Context} context
 * @param {CurveFrame} frame
 * @param {number} epoch
 * @param {import('../palette.js').Theme} theme
 */
export function paintPresent(context, frame, epoch, theme) {
  const { plot } = frame;
  const at = curveScales(frame).x.toPixel(epoch);
  strokeLine(context, [at, plot.top], [at, plot.bottom], theme.text, [], 1.5);
}

/**
 * @param {readonly Mark[]} marks
 * @param {number} epoch that is pointed at
 * @param {number} last epoch that is shown
 * @returns {string[]} what the marks there say
 */
export function marksNear(marks, epoch, last) {
  return marks
    .filter((mark) => mark.epoch <= last && Math.abs(mark.epoch - epoch) <= NEAR * last)
    .map(({ text }) => text);
}
