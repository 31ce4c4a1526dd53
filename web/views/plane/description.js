/** The plane in words, for those who do not see it. */

import { traceContour } from './contour.js';
import { ENGLISH_PICTURES } from '../text/picture-words.js';
import { shownSets } from './probe.js';

/** @typedef {import('./contour.js').Polyline} Polyline */
/** @typedef {import('../text/picture-words.js').PictureWords} PictureWords */
/** @typedef {import('./map.js').PlaneMap} PlaneMap */

/** A line is straight if it strays from its chord by less than this share of the chord's length. */
const STRAIGHTNESS = 0.01;
/** Probabilities that differ by less than this are called undecided. */
const UNDECIDED_RANGE = 0.1;

/**
 * @param {PlaneMap} map of a class's probability
 * @param {object} [options]
 * @param {import('../../state/types.js').Metrics} [options.metrics]
 * @param {PictureWords} [options.words]
 * @returns {string} one to three sentences: the line and what lies on its sides, how sure the network
 *   is, how well it does
 */
export function describeBoundary(map, { metrics, words = ENGLISH_PICTURES } = {}) {
  const summary = summarize(map);
  if (summary.isUndefined) return words.boundary.undefined;
  const sentences = [describeConfidence(summary, map, words)];
  const { midpoint, sides } = map;
  if (midpoint !== undefined && sides) {
    const lines = traceContour(map.values, map.resolution, midpoint);
    sentences.unshift(describeRegions(lines, summary.share, sides, words));
  }
  if (metrics) sentences.push(describeAccuracy(metrics, words));
  return sentences.join(' ');
}

/**
 * @param {Pick<import('./marks.js').PlaneMarks, 'train' | 'test' | 'points'>} picture
 * @param {readonly number[]} labels of the classes
 * @param {PictureWords} [words]
 * @returns {string} a sentence: how many points of which class
 */
export function describePoints(picture, labels, words = ENGLISH_PICTURES) {
  const groups = shownSets(picture.points).map((set) => {
    const { y } = picture[set];
    return words.boundary.points[set](
      labels.map((label) => ({
        count: y.filter((one) => one === label).length,
        name: words.nameOf(label),
      })),
    );
  });
  return `${groups.join('; ')}.`;
}

/** @param {PlaneMap} map */
function summarize({ values, midpoint = NaN }) {
  let count = 0;
  let minimum = Infinity;
  let maximum = -Infinity;
  let isUndefined = false;
  for (const value of values) {
    if (value > midpoint) count += 1;
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
    if (Number.isNaN(value)) isUndefined = true;
  }
  return { share: count / values.length, minimum, maximum, isUndefined };
}

/**
 * @param {Polyline[]} lines
 * @param {number} share of the plane that lies above them
 * @param {readonly number[]} sides the classes below and above
 * @param {PictureWords} words
 */
function describeRegions(lines, share, [below, above], { boundary: words, formats, nameOf }) {
  if (lines.length === 0) return words.none(nameOf(share > 0 ? above : below));
  const closed = lines.filter((line) => line.closed).length;
  const straight = lines.filter(isStraight).length;
  return words.regions(words.lines({ straight, open: lines.length - closed - straight, closed }), [
    { label: below, name: nameOf(below), share: formats.share(1 - share, 0) },
    { label: above, name: nameOf(above), share: formats.share(share, 0) },
  ]);
}

/** @param {Polyline} line */
function isStraight({ coordinates, closed }) {
  const [u0, v0] = coordinates;
  const across = coordinates[coordinates.length - 2] - u0;
  const up = coordinates[coordinates.length - 1] - v0;
  const squaredLength = across * across + up * up;
  if (closed || squaredLength === 0) return false;
  let area = 0;
  for (let index = 0; index < coordinates.length; index += 2) {
    const cross = (coordinates[index] - u0) * up - (coordinates[index + 1] - v0) * across;
    area = Math.max(area, Math.abs(cross));
  }
  return area / squaredLength < STRAIGHTNESS;
}

/**
 * @param {{ minimum: number, maximum: number }} extremes
 * @param {PlaneMap} map
 * @param {PictureWords} pictureWords
 */
function describeConfidence({ minimum, maximum }, { label = NaN }, pictureWords) {
  const { boundary: words, formats, nameOf } = pictureWords;
  const range = /** @type {const} */ ([formats.probability(minimum), formats.probability(maximum)]);
  const describe = maximum - minimum < UNDECIDED_RANGE ? words.undecided : words.decided;
  return describe(nameOf(label), ...range);
}

/**
 * @param {import('../../state/types.js').Metrics} metrics
 * @param {PictureWords} words
 */
function describeAccuracy({ epoch, trainAccuracy, testAccuracy }, { boundary: words, formats }) {
  return words.accuracy({
    epoch,
    train: formats.share(trainAccuracy),
    test: formats.share(testAccuracy),
  });
}
