/**
 * How often points of one class are taken for another.
 *
 * @module
 */

/**
 * @param {ArrayLike<number>} actual classes
 * @param {ArrayLike<number>} predicted classes, of the same points
 * @param {number} count of classes
 * @returns {number[][]} the number of points: a row for each actual class, a column for each predicted one
 */
export function countConfusions(actual, predicted, count) {
  const counts = Array.from({ length: count }, () => new Array(count).fill(0));
  for (let i = 0; i < actual.length; i += 1) counts[actual[i]][predicted[i]] += 1;
  return counts;
}

/**
 * @param {ArrayLike<number>} actual classes
 * @param {ArrayLike<number>} predicted
 * @param {{ actual: number, predicted: number }} cell of the matrix
 * @returns {number[]} which points are counted there
 */
export function pointsOf(actual, predicted, cell) {
  return Array.from({ length: actual.length }, (_, i) => i).filter(
    (i) => actual[i] === cell.actual && predicted[i] === cell.predicted,
  );
}
