/** The curves of kept runs beside that of now: thin, each with a dash and a letter of its own. */

import { font, haloText } from '../surface.js';
import { nearest } from './curve-buffer.js';
import { curveScales } from './curve-frame.js';
import { strokeCurve } from './curve-series.js';

/**
 * @typedef {object} KeptCurve of the test points
 * @property {string} letter
 * @property {number[]} epoch ascending; one at least
 * @property {number[]} value NaN where there is none
 */

const LINE_WIDTH = 1.25;
/** Letters show as a whole at the edges of the plot, in CSS pixels. */
const OVERHANG = 6;
/** Lines and gaps, in CSS pixels, by letter. */
const DASHES = [[], [8, 3], [2, 2], [8, 3, 2, 3], [4, 2], [12, 2, 2, 2, 2, 2], [1, 4], [6, 6]];
/** Between the letters of lines that end at one place, in CSS pixels. */
const LETTER_ROOM = 14;
/** So many values are told in a line. */
const TOLD_IN_LINE = 4;

/**
 * @param {string} letter
 * @param {import('../palette.js').Theme} theme
 * @returns {{ color: string, dash: number[] }}
 */
export function keptStyle(letter, { kinds, textMuted, classes }) {
  const index = indexOf(letter);
  // None of them is that of a curve of now.
  const colors = [kinds[0], kinds[1], textMuted, classes[4]];
  return { color: colors[index % colors.length], dash: DASHES[index % DASHES.length] };
}

/** @param {string} letter */
const indexOf = (letter) => letter.charCodeAt(0) - 'A'.charCodeAt(0);

export class KeptCurves {
  #curves;
  /** What a frame must hold to show them. */
  span;

  /** @param {readonly KeptCurve[]} curves */
  constructor(curves) {
    this.#curves = curves;
    this.span = {
      epoch: curves.flatMap(({ epoch }) => epoch.slice(-1)),
      test: curves.flatMap(({ value }) => value),
    };
  }

  /**
   * @param {import('../surface.js').Context} context
   * @param {import('./curve-frame.js').CurveFrame} frame
   * @param {import('../palette.js').Theme} theme
   */
  paint(context, frame, theme) {
    const { x, y } = curveScales(frame);
    const places = this.#curves.map(({ letter, epoch, value }) => ({
      ...keptStyle(letter, theme),
      letter,
      across: epoch.map(x.toPixel),
      up: value.map(y.toPixel),
    }));
    const { left, top, right, bottom } = frame.plot;
    context.save();
    context.beginPath();
    context.rect(left, top - OVERHANG, right - left + OVERHANG, bottom - top + 2 * OVERHANG);
    context.clip();
    for (const { across, up, ...style } of places) {
      strokeCurve(context, across, up, { ...style, width: LINE_WIDTH });
    }
    for (const place of places) paintLetter(context, place, theme);
    context.restore();
  }

  /**
   * @param {number} epoch
   * @param {(value: number) => string} format
   * @returns {string[]} what the curves are there, some in a line; those that have not come so far are
   *   left out
   */
  valuesAt(epoch, format) {
    const values = this.#curves
      .filter((curve) => epoch <= curve.epoch[curve.epoch.length - 1])
      .map(({ letter, ...curve }) => {
        const value = curve.value[nearest(curve.epoch, epoch)];
        return `${letter} ${format(value)}`;
      });
    return Array.from({ length: Math.ceil(values.length / TOLD_IN_LINE) }, (_, line) =>
      values.slice(line * TOLD_IN_LINE, (line + 1) * TOLD_IN_LINE).join(' · '),
    );
  }
}

/**
 * Near the end of its line, each letter as far from it as those before it take; in the colour of text, which
 * is read where a line is only seen.
 *
 * @param {import('../surface.js').Context} context
 * @param {{ letter: string, across: number[], up: number[] }} place
 * @param {import('../palette.js').Theme} theme
 */
function paintLetter(context, { letter, across, up }, theme) {
  const end = across[across.length - 1];
  const wanted = end - LETTER_ROOM * (indexOf(letter) + 0.5);
  const at = nearest(across, Math.max(across[0], wanted));
  if (!Number.isFinite(up[at])) return;
  const style = { font: font(11, 700), color: theme.text, align: /** @type {const} */ ('center') };
  haloText(context, letter, across[at], up[at], style, theme.surface);
}
