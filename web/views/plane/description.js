/** The plane in words, for those who do not see it. */

import { traceBoundary } from './boundary.js';
import { ENGLISH_WORDS } from '../text/whole-words.js';
import { shownSets } from './probe.js';
import { shadesOfPoints, winnersOfPoints } from './winners.js';

/** @typedef {import('./contour.js').Polyline} Polyline */
/** @typedef {import('../text/whole-words.js').WholeWords} WholeWords */
/** @typedef {import('./map.js').PlaneMap} PlaneMap */
/** @typedef {import('../../state/types.js').Metrics} Metrics */

/** A line is straight if it strays from its chord by less than this share of the chord's length. */
const STRAIGHTNESS = 0.01;
/** Probabilities that differ by less than this are called undecided. */
const UNDECIDED_RANGE = 0.1;

/**
 * What puts the plane into words, in one language.
 *
 * @param {WholeWords} words
 */
export const planeDescriber = (words) => ({
  describeBoundary: (/** @type {PlaneMap} */ map, /** @type {Metrics} */ metrics) =>
    describeBoundary(map, { metrics, words }),
  describePoints: (
    /** @type {Parameters<typeof describePoints>[0]} */ picture,
    /** @type {readonly number[]} */ labels,
  ) => describePoints(picture, labels, words),
});

/**
 * @param {PlaneMap} map of the answer
 * @param {object} [options]
 * @param {Metrics} [options.metrics]
 * @param {WholeWords} [options.words]
 * @returns {string} one to three sentences: the lines and what lies between them, how sure the network is,
 *   how well it does; of values how far they go, and where
 */
export function describeBoundary(map, { metrics, words = ENGLISH_WORDS } = {}) {
  const isUndefined = map.values.some(Number.isNaN);
  if (isUndefined) return words.boundary[map.levels ? 'undefinedValues' : 'undefined'];
  const sentences = map.levels ? [describeValues(map, words)] : describeClasses(map, words);
  if (metrics) sentences.push(describeSuccess(metrics, words));
  return sentences.join(' ');
}

/**
 * @param {Pick<import('./marks.js').PlaneMarks, 'train' | 'test' | 'points'>} picture
 * @param {readonly number[]} labels of the classes; none: points have values
 * @param {WholeWords} [words]
 * @returns {string} a sentence: how many points of which class, or from which value to which
 */
export function describePoints(picture, labels, words = ENGLISH_WORDS) {
  const { boundary: say, formats, nameOf } = words;
  const groups = shownSets(picture.points).map((set) => {
    const y = Array.from(picture[set].y);
    if (labels.length === 0) {
      const [low, high] = extremesOf(y).map((value) => formats.number(value));
      return say.pointsOfValue[set]({ count: y.length, low, high });
    }
    return say.points[set](
      labels.map((label) => ({
        count: y.filter((one) => one === label).length,
        name: nameOf(label),
      })),
    );
  });
  return `${groups.join('; ')}.`;
}

/**
 * @param {PlaneMap} map
 * @param {WholeWords} words
 */
function describeClasses(map, words) {
  const { values, resolution, midpoint, sides, classes } = map;
  if (classes) {
    const shades = shadesOfPoints({ values, resolution, classes });
    const lines = traceBoundary(map, shades);
    const shares = sharesOf(winnersOfPoints(shades), (winner) => winner - 1, classes.length);
    const most = values.subarray(0, shades.length).map((value, point) => {
      for (let at = point + shades.length; at < values.length; at += shades.length)
        value = Math.max(value, values[at]);
      return value;
    });
    return [describeRegions(lines, shares, classes, words), describeWinner(most, map, words)];
  }
  const sentences = [describeConfidence(values, map, words)];
  if (midpoint !== undefined && sides) {
    const lines = traceBoundary(map);
    const shares = sharesOf(values, (value) => Number(value > midpoint), 2);
    sentences.unshift(describeRegions(lines, shares, sides, words));
  }
  return sentences;
}

/**
 * @param {ArrayLike<number>} values of points
 * @returns {number[]} the least and the largest
 */
function extremesOf(values) {
  let [low, high] = [Infinity, -Infinity];
  for (let index = 0; index < values.length; index += 1) {
    if (values[index] < low) low = values[index];
    if (values[index] > high) high = values[index];
  }
  return [low, high];
}

/**
 * @param {ArrayLike<number>} points
 * @param {(point: number) => number} regionOf
 * @param {number} count of the regions
 * @returns {number[]} how much of the plane is in each
 */
function sharesOf(points, regionOf, count) {
  const counts = new Array(count).fill(0);
  for (let index = 0; index < points.length; index += 1) counts[regionOf(points[index])] += 1;
  return counts.map((each) => each / points.length);
}

/**
 * @param {Polyline[]} lines
 * @param {number[]} shares of the plane that the classes have
 * @param {readonly number[]} labels of the classes
 * @param {WholeWords} words
 */
function describeRegions(lines, shares, labels, { boundary: words, formats, nameOf }) {
  if (lines.length === 0) return words.none(nameOf(labels[shares.indexOf(Math.max(...shares))]));
  const closed = lines.filter((line) => line.closed).length;
  const straight = lines.filter(isStraight).length;
  return words.regions(
    words.lines({ straight, open: lines.length - closed - straight, closed }),
    labels.map((label, i) => ({
      label,
      name: nameOf(label),
      share: formats.share(shares[i], 0),
    })),
  );
}

/** @param {Polyline} line */
export function isStraight({ coordinates, closed }) {
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
 * @param {ArrayLike<number>} values
 * @param {PlaneMap} map
 * @param {WholeWords} pictureWords
 */
function describeConfidence(values, { label = NaN }, { boundary: words, formats, nameOf }) {
  const [least, most] = extremesOf(values);
  const describe = most - least < UNDECIDED_RANGE ? words.undecided : words.decided;
  return describe(nameOf(label), formats.probability(least), formats.probability(most));
}

/**
 * @param {ArrayLike<number>} values the probability of the likeliest class
 * @param {PlaneMap} map
 * @param {WholeWords} words
 */
function describeWinner(values, { range: [chance] }, { boundary: words, formats }) {
  const [least, most] = extremesOf(values);
  const describe = most - chance < UNDECIDED_RANGE ? words.undecidedWinner : words.decidedWinner;
  return describe(formats.probability(least), formats.probability(most));
}

/**
 * @param {PlaneMap} map
 * @param {WholeWords} words
 */
function describeValues({ values, resolution }, { boundary: words, formats }) {
  const ends = extremesOf(values).map((value) => {
    const index = values.indexOf(value);
    const [column, row] = [index % resolution, Math.floor(index / resolution)].map((at) =>
      thirdOf(at / (resolution - 1)),
    );
    return { value: formats.number(value), place: words.places[row][column] };
  });
  const [low, high] = ends;
  return low.value === high.value ? words.same(low.value) : words.values(low, high);
}

/**
 * @param {number} share of the picture's side
 * @returns {number} 0 before the middle, which is a fifth of it, 1 there, 2 after
 */
function thirdOf(share) {
  return Number(share >= 0.4) + Number(share > 0.6);
}

/**
 * @param {Metrics} metrics
 * @param {WholeWords} words
 */
function describeSuccess(metrics, { boundary: words, formats }) {
  const { epoch, trainR2, testR2 = NaN, trainAccuracy = NaN, testAccuracy = NaN } = metrics;
  if (trainR2 !== undefined) {
    const [train, test] = [trainR2, testR2].map((r2) => formats.loss(r2));
    return words.r2({ epoch, train, test });
  }
  const [train, test] = [trainAccuracy, testAccuracy].map((share) => formats.share(share));
  return words.accuracy({ epoch, train, test });
}
