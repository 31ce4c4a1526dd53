/**
 * What comes of saying the same of every point, without a look at where it lies: of classes how frequent
 * each is, of values their mean. A network that has learned something does better.
 *
 * @module
 */

/** @import { Description } from './types.js' */

/**
 * @typedef {object} ClassGuess
 * @property {number} classes
 * @property {number} accuracy of naming the most frequent class
 * @property {number} cross_entropy
 * @property {number} squared_error mean over the outputs; the one output for two classes errs as much as
 *   each of two would
 *
 * @typedef {object} ValueGuess
 * @property {0} classes
 * @property {number} squared_error the variance
 *
 * @typedef {ClassGuess | ValueGuess} Guess
 */

/**
 * @param {Pick<Description, 'problem' | 'layerSizes' | 'train' | 'test'>} description
 * @returns {Guess} on training and test points together
 */
export function guessOf({ problem, layerSizes, train, test }) {
  const labels = [train, test].flatMap(({ y }) => Array.from(y));
  if (problem === 'regression') return { classes: 0, squared_error: varianceOf(labels) };
  const classes = Math.max(2, layerSizes[layerSizes.length - 1]);
  const counts = new Array(classes).fill(0);
  for (const label of labels) counts[label] += 1;
  // Divided once, as an accuracy is: the same share is the same number.
  return guessOfClasses(counts.map((count) => count / labels.length));
}

/**
 * @param {number} classes that are all as frequent
 * @returns {ClassGuess}
 */
export const evenGuess = (classes) => guessOfClasses(new Array(classes).fill(1 / classes));

/**
 * @param {number[]} shares of each class
 * @returns {ClassGuess}
 */
function guessOfClasses(shares) {
  const classes = shares.length;
  const sum = (/** @type {(share: number) => number} */ of) =>
    shares.reduce((total, share) => total + of(share), 0);
  return {
    classes,
    accuracy: Math.max(...shares),
    cross_entropy: sum((share) => (share > 0 ? -share * Math.log(share) : 0)),
    squared_error: sum((share) => share * (1 - share)) / classes,
  };
}

/** @param {number[]} values */
function varianceOf(values) {
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  return values.reduce((sum, value) => sum + (value - mean) ** 2 / values.length, 0);
}
