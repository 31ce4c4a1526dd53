/** What the loss and the accuracy chart show: ranges, words, a description; and how their two series look. */

import { ENGLISH_PICTURES } from '../text/picture-words.js';

/** @typedef {import('../palette.js').Theme} Theme */
/** @typedef {import('../text/picture-words.js').PictureWords} PictureWords */

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

/** @typedef {'cross_entropy' | 'squared_error'} LossName */

/**
 * Of each loss the values that are in sight from the start, and what guessing costs.
 *
 * @type {Record<LossName, { range: [number, number], guess: (classes: number) => number,
 *   label: (classes: number) => string }>}
 */
const LOSSES = {
  cross_entropy: { range: [0, 0.8], guess: Math.log, label: (classes) => `ln ${classes}` },
  // Of the probability of one class among two: (1/2)².
  squared_error: { range: [0, 0.3], guess: () => 0.25, label: () => '¼' },
};

/**
 * @param {LossName | 'accuracy'} name
 * @param {number} classes among which one can guess
 * @param {PictureWords} [words]
 * @returns {CurveKind}
 */
export function curveKind(name, classes, { curves: words, formats } = ENGLISH_PICTURES) {
  const title = words.title[name];
  if (name === 'accuracy') {
    return {
      title,
      // From 40 %, so that guessing is in sight; a worse network extends the axis.
      range: [0.4, 1],
      format: (value) => formats.share(value),
      formatTick: (value) => formats.share(value, 0),
      reference: { value: 1 / classes, label: words.guessing(formats.share(1 / classes)) },
    };
  }
  const { range, guess, label } = LOSSES[name];
  return {
    title,
    range,
    format: (value) => formats.number(value, 4),
    formatTick: (value) =>
      Math.abs(value) < 1e5
        ? formats.verbatim(Number(value.toPrecision(TICK_DIGITS)))
        : formats.number(value, 2),
    reference: { value: guess(classes), label: words.guessing(label(classes)) },
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

/**
 * @param {'loss' | 'accuracy'} name
 * @param {import('./curve-buffer.js').CurvePoints} points
 * @param {import('../text/picture-words.js').PictureWords} [words]
 * @returns {string} one or two sentences: where each series started and is now, and where the test
 *   series was best
 */
export function describeCurve(
  name,
  { epoch, train, test },
  { curves: words, formats } = ENGLISH_PICTURES,
) {
  const last = epoch.length - 1;
  if (last < 0) return words.none;
  const format = (/** @type {number} */ value) =>
    name === 'loss' ? formats.number(value) : formats.share(value);
  const called = words.name[name];
  if (last === 0) {
    const start = { train: format(train[0]), test: format(test[0]) };
    return words.start({ name: called, epoch: epoch[0], ...start });
  }
  const best = bestIndex(test, name === 'loss' ? -1 : 1);
  return words.course({
    name: called,
    first: epoch[0],
    last: epoch[last],
    train: [format(train[0]), format(train[last])],
    test: [format(test[0]), format(test[last])],
    bestEpoch: epoch[best],
    best: format(test[best]),
  });
}

/**
 * @param {number[]} values
 * @param {1 | -1} direction 1 if more is better
 * @returns {number} the index of the first best value
 */
function bestIndex(values, direction) {
  return values.reduce(
    (best, value, index) => (direction * value > direction * values[best] ? index : best),
    0,
  );
}
