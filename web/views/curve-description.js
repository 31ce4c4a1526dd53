/** A training curve in words. */

import { ENGLISH_PICTURES } from './picture-words.js';

/**
 * @param {'loss' | 'accuracy'} name
 * @param {import('./curve-buffer.js').CurvePoints} points
 * @param {import('./picture-words.js').PictureWords} [words]
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
