/** The decision boundary in words, for those who do not see it. */

import { shownSets } from './boundary-probe.js';
import { traceContour } from './contour.js';
import { ENGLISH_PICTURES } from './picture-words.js';

/** @typedef {import('./contour.js').Polyline} Polyline */
/** @typedef {import('./picture-words.js').PictureWords} PictureWords */

/** A line is straight if it strays from its chord by less than this share of the chord's length. */
const STRAIGHTNESS = 0.01;
/** Probabilities that differ by less than this are called undecided. */
const UNDECIDED_RANGE = 0.1;

/**
 * @typedef {object} BoundaryFacts
 * @property {Float64Array} grid probabilities of class 1, (resolution²), row 0 the lowest x2
 * @property {number} resolution
 * @property {import('../state/types.js').Metrics} [metrics]
 */

/**
 * @param {BoundaryFacts} facts
 * @param {PictureWords} [words]
 * @returns {string} one to three sentences: the line and what lies on its sides, how sure the network
 *   is, how well it does
 */
export function describeBoundary({ grid, resolution, metrics }, words = ENGLISH_PICTURES) {
  const summary = summarize(grid);
  if (summary.isUndefined) return words.boundary.undefined;
  const sentences = [
    describeRegions(summary.share, traceContour(grid, resolution), words),
    describeConfidence(summary.minimum, summary.maximum, words),
  ];
  if (metrics) sentences.push(describeAccuracy(metrics, words));
  return sentences.join(' ');
}

/**
 * @param {Pick<import('./boundary-canvas.js').BoundaryPicture, 'train' | 'test' | 'points'>} picture
 *   without a grid
 * @param {PictureWords} [words]
 * @returns {string} a sentence: how many points of which class
 */
export function describePoints(picture, words = ENGLISH_PICTURES) {
  const groups = shownSets(picture.points).map((set) => {
    const { y } = picture[set];
    const ones = y.reduce((sum, label) => sum + label, 0);
    return words.boundary.points[set](y.length - ones, ones);
  });
  return `${groups.join('; ')}.`;
}

/** @param {Float64Array} grid */
function summarize(grid) {
  let count = 0;
  let minimum = Infinity;
  let maximum = -Infinity;
  let isUndefined = false;
  for (const probability of grid) {
    if (probability > 0.5) count += 1;
    if (probability < minimum) minimum = probability;
    if (probability > maximum) maximum = probability;
    if (Number.isNaN(probability)) isUndefined = true;
  }
  return { share: count / grid.length, minimum, maximum, isUndefined };
}

/**
 * @param {number} share of the plane that class 1 has
 * @param {Polyline[]} lines
 * @param {PictureWords} words
 */
function describeRegions(share, lines, { boundary: words, formats }) {
  if (lines.length === 0) return words.none(share > 0.5 ? 1 : 0);
  const closed = lines.filter((line) => line.closed).length;
  const straight = lines.filter(isStraight).length;
  return words.regions({
    lines: words.lines({ straight, open: lines.length - closed - straight, closed }),
    class0: formats.share(1 - share, 0),
    class1: formats.share(share, 0),
  });
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
 * @param {number} minimum
 * @param {number} maximum
 * @param {PictureWords} words
 */
function describeConfidence(minimum, maximum, { boundary: words, formats }) {
  const range = /** @type {const} */ ([formats.probability(minimum), formats.probability(maximum)]);
  return maximum - minimum < UNDECIDED_RANGE ? words.undecided(...range) : words.decided(...range);
}

/**
 * @param {import('../state/types.js').Metrics} metrics
 * @param {PictureWords} words
 */
function describeAccuracy({ epoch, trainAccuracy, testAccuracy }, { boundary: words, formats }) {
  return words.accuracy({
    epoch,
    train: formats.share(trainAccuracy),
    test: formats.share(testAccuracy),
  });
}
