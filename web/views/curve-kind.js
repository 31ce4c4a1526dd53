/** What the loss and the accuracy chart show: ranges, words; and how their two series look. */

import { ENGLISH_PICTURES } from './picture-words.js';

/** @typedef {import('./palette.js').Theme} Theme */
/** @typedef {import('./picture-words.js').PictureWords} PictureWords */

/**
 * @typedef {object} CurveKind
 * @property {string} title of the vertical axis
 * @property {[number, number]} range of values that is always in sight; others extend it
 * @property {(value: number) => string} format of values under the pointer
 * @property {(value: number) => string} formatTick
 * @property {{ value: number, label: string }} reference a line to compare with
 */

/** Decimals that tell neighbouring ticks apart without trailing zeros. */
const TICK_DIGITS = 6;

/** The two series, in the order in which they are drawn. @type {('train' | 'test')[]} */
export const SETS = ['train', 'test'];

/** Lines and gaps of a series, in CSS pixels. */
const DASHES = { train: [], test: [6, 4] };

/**
 * @param {'loss' | 'accuracy'} name
 * @param {PictureWords} [words]
 * @returns {CurveKind}
 */
export function curveKind(name, { curves: words, formats } = ENGLISH_PICTURES) {
  const title = words.title[name];
  if (name === 'loss') {
    return {
      title,
      range: [0, 0.8],
      format: (value) => formats.number(value, 4),
      formatTick: (value) =>
        Math.abs(value) < 1e5
          ? formats.verbatim(Number(value.toPrecision(TICK_DIGITS)))
          : formats.number(value, 2),
      reference: { value: Math.LN2, label: words.guessing('ln 2') },
    };
  }
  return {
    title,
    // From 40 %, so that guessing is in sight; a worse network extends the axis.
    range: [0.4, 1],
    format: (value) => formats.share(value),
    formatTick: (value) => formats.share(value, 0),
    reference: { value: 0.5, label: words.guessing(formats.share(0.5)) },
  };
}

/**
 * @param {'train' | 'test'} set
 * @param {Theme} theme
 * @returns {{ color: string, dash: number[] }}
 */
export function seriesStyle(set, theme) {
  return { color: theme.series[set], dash: DASHES[set] };
}
