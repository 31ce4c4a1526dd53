/** The decision boundary in words, for those who do not see it. */

import { shownSets } from './boundary-probe.js';
import { traceContour } from './contour.js';
import { formatPercent, formatProbability } from './scale.js';

/** @typedef {import('./contour.js').Polyline} Polyline */

/** A line is straight if it strays from its chord by less than this share of the chord's length. */
const STRAIGHTNESS = 0.01;
/** Probabilities that differ by less than this are called undecided. */
const UNDECIDED_RANGE = 0.1;
const COUNT_WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/**
 * @typedef {object} BoundaryFacts
 * @property {Float64Array} grid probabilities of class 1, (resolution²), row 0 the lowest x2
 * @property {number} resolution
 * @property {import('../state/types.js').Metrics} [metrics]
 */

/**
 * @param {BoundaryFacts} facts
 * @returns {string} one to three sentences: the line and what lies on its sides, how sure the network
 *   is, how well it does
 */
export function describeBoundary({ grid, resolution, metrics }) {
  const summary = summarize(grid);
  if (summary.isUndefined) {
    return 'The probabilities are no longer numbers, so there is no decision boundary.';
  }
  const sentences = [
    describeRegions(summary.share, traceContour(grid, resolution)),
    describeConfidence(summary.minimum, summary.maximum),
  ];
  if (metrics) sentences.push(describeAccuracy(metrics));
  return sentences.join(' ');
}

/**
 * @param {Pick<import('./boundary-canvas.js').BoundaryPicture, 'train' | 'test' | 'points'>} picture
 *   without a grid
 * @returns {string} a sentence: how many points of which class
 */
export function describePoints(picture) {
  const words = { train: 'training points', test: 'test points' };
  const groups = shownSets(picture.points).map((set) => {
    const { y } = picture[set];
    const ones = y.reduce((sum, label) => sum + label, 0);
    return `${y.length} ${words[set]}, ${y.length - ones} of class 0 and ${ones} of class 1`;
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
 */
function describeRegions(share, lines) {
  if (lines.length === 0) {
    return `No boundary in sight: everything is class ${share > 0.5 ? 1 : 0}.`;
  }
  return (
    `The decision boundary is ${nameLines(lines)}: ` +
    `${formatPercent(1 - share, 0)} of the plane is class 0 (blue), ` +
    `${formatPercent(share, 0)} class 1 (orange).`
  );
}

/** @param {Polyline[]} lines */
function nameLines(lines) {
  const closed = lines.filter((line) => line.closed).length;
  const straight = lines.filter(isStraight).length;
  const groups = [
    countNoun(straight, 'straight line'),
    countNoun(lines.length - closed - straight, 'curve'),
    countNoun(closed, 'closed curve'),
  ].filter((words) => words !== '');
  return groups.join(' and ');
}

/**
 * @param {number} count
 * @param {string} noun
 */
function countNoun(count, noun) {
  if (count === 0) return '';
  return `${COUNT_WORDS[count] ?? count} ${noun}${count === 1 ? '' : 's'}`;
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
 */
function describeConfidence(minimum, maximum) {
  const range = `from ${formatProbability(minimum)} to ${formatProbability(maximum)}`;
  return maximum - minimum < UNDECIDED_RANGE
    ? `The network is nearly undecided: probabilities of class 1 only go ${range}.`
    : `Probabilities of class 1 go ${range}.`;
}

/** @param {import('../state/types.js').Metrics} metrics */
function describeAccuracy({ epoch, trainAccuracy, testAccuracy }) {
  const when = epoch === 0 ? 'Before training' : `After ${epoch} epoch${epoch === 1 ? '' : 's'}`;
  return (
    `${when}, ${formatPercent(trainAccuracy)} of the training points and ` +
    `${formatPercent(testAccuracy)} of the test points are on the right side.`
  );
}
