/** What the loss and the score chart show: ranges, words, a description; and how their two series look. */

import { ENGLISH_WORDS } from '../text/whole-words.js';

/** @typedef {import('../palette.js').Theme} Theme */
/** @typedef {import('../text/whole-words.js').WholeWords} WholeWords */

/**
 * @typedef {object} CurveKind
 * @property {string} title of the vertical axis
 * @property {[number, number]} range of values that is always in sight; others extend it
 * @property {number} [floor] below which they do not
 * @property {(value: number) => string} format of values under the pointer
 * @property {(value: number) => string} formatTick
 * @property {{ value: number, label: string }} reference a line to compare with
 *
 * @typedef {'cross_entropy' | 'squared_error'} LossName
 * @typedef {'accuracy' | 'r2'} ScoreName
 *
 * What comes of saying the same of every point.
 * @typedef {object} Guess
 * @property {number} classes 0 where there are values
 * @property {number} squared_error
 * @property {number} [cross_entropy] of classes
 * @property {number} [accuracy] of classes
 */

/** Decimals that tell neighbouring ticks apart without trailing zeros. */
const TICK_DIGITS = 6;
/** Up to here two losses look the same. */
const ALIKE = 5e-4;
/** A network that knows nothing is much worse than the mean: what it learns would not be seen beside it. */
const LEAST_R2 = -1;

/** The two series, in the order in which they are drawn. @type {('train' | 'test')[]} */
export const SETS = ['train', 'test'];

/** Lines and gaps of a series, in CSS pixels. */
const DASHES = { train: [], test: [6, 4] };

/**
 * Of each loss what it costs to guess among so many classes, all as frequent, how that is written, and
 * how far up values are in sight from the start, in so many times this.
 *
 * @type {Record<LossName, { even: (classes: number) => number, label: (classes: number) => string,
 *   room: number }>}
 */
const LOSSES = {
  cross_entropy: { even: Math.log, label: (classes) => `ln ${classes}`, room: 0.8 / Math.LN2 },
  squared_error: {
    even: (classes) => (1 - 1 / classes) / classes,
    label: (classes) => (classes === 2 ? '¼' : `${classes - 1}/${classes * classes}`),
    room: 1.2,
  },
};

/**
 * @param {LossName | ScoreName} name
 * @param {Guess} guess
 * @param {WholeWords} [words]
 * @returns {CurveKind}
 */
export function curveKind(name, guess, words = ENGLISH_WORDS) {
  if (name === 'accuracy') return accuracyKind(guess, words);
  return name === 'r2' ? r2Kind(words) : lossKind(name, guess, words);
}

/**
 * @param {Guess} guess
 * @param {WholeWords} words
 * @returns {CurveKind}
 */
function accuracyKind({ classes, accuracy = 1 / classes }, { curves: words, formats }) {
  return {
    title: words.title.accuracy,
    // So that guessing is in sight; a worse network extends the axis.
    range: [0.8 / classes, 1],
    format: (value) => formats.share(value),
    formatTick: (value) => formats.share(value, 0),
    reference: { value: accuracy, label: words.guessing(formats.share(accuracy)) },
  };
}

/**
 * @param {WholeWords} words
 * @returns {CurveKind}
 */
function r2Kind({ curves: words, formats }) {
  return {
    title: words.title.r2,
    range: [0, 1],
    floor: LEAST_R2,
    format: formats.loss,
    formatTick: (value) => formats.verbatim(Number(value.toPrecision(TICK_DIGITS))),
    reference: { value: 0, label: words.mean('0') },
  };
}

/**
 * @param {LossName} name
 * @param {Guess} guess
 * @param {WholeWords} words
 * @returns {CurveKind}
 */
function lossKind(name, guess, { curves: words, formats }) {
  const { classes } = guess;
  const { even, label, room } = LOSSES[name];
  const value = guess[name] ?? even(classes);
  const isEven = classes > 0 && Math.abs(value - even(classes)) < ALIKE;
  const text = isEven ? label(classes) : formats.number(value);
  const scale = classes > 0 ? even(classes) : value;
  return {
    title: words.title[name],
    // All values may be the same.
    range: [0, room * scale || 1],
    format: (loss) => formats.number(loss, 4),
    formatTick: (loss) =>
      Math.abs(loss) < 1e5
        ? formats.verbatim(Number(loss.toPrecision(TICK_DIGITS)))
        : formats.number(loss, loss.toExponential(1).includes('.0') ? 1 : 2),
    reference: { value, label: classes > 0 ? words.guessing(text) : words.mean(text) },
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
 * @param {'loss' | ScoreName} name
 * @param {import('./curve-buffer.js').CurvePoints} points
 * @param {import('../text/whole-words.js').WholeWords} [words]
 * @returns {string} one or two sentences: where each series started and is now, and where the test
 *   series was best
 */
export function describeCurve(
  name,
  { epoch, train, test },
  { curves: words, formats } = ENGLISH_WORDS,
) {
  const last = epoch.length - 1;
  if (last < 0) return words.none;
  const format = { loss: formats.number, accuracy: formats.share, r2: formats.loss }[name];
  const write = (/** @type {number} */ value) => format(value);
  const called = words.name[name];
  const meaning = name === 'r2' ? ` ${words.meaningOfR2}` : '';
  if (last === 0) {
    const start = { train: write(train[0]), test: write(test[0]) };
    return words.start({ name: called, epoch: epoch[0], ...start }) + meaning;
  }
  const best = bestIndex(test, name === 'loss' ? -1 : 1);
  const course = words.course({
    name: called,
    first: epoch[0],
    last: epoch[last],
    train: [write(train[0]), write(train[last])],
    test: [write(test[0]), write(test[last])],
    bestEpoch: epoch[best],
    best: write(test[best]),
  });
  return course + meaning;
}

/**
 * @param {number[]} values
 * @param {1 | -1} direction 1 if more is better
 * @returns {number} the index of the first best value, which is any rather than none
 */
function bestIndex(values, direction) {
  return values.reduce(
    (best, value, index) =>
      direction * value > direction * values[best] || Number.isNaN(values[best]) ? index : best,
    0,
  );
}
