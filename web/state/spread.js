/**
 * How far points are spread, which decides whether a network can learn from them as they are.
 *
 * @module
 */

/** A network begins with weights for numbers of about 1: beyond this, training starts far off. */
const TENFOLD = 10;

/**
 * @param {readonly (readonly [x1: number, x2: number, ...rest: unknown[]])[]} points
 * @returns {boolean} whether the standard deviation of a coordinate is more than tenfold from 1; one that
 *   does not vary at all tells nothing
 */
export function isFarFromOne(points) {
  return [0, 1].some((column) => {
    const spread = deviation(points.map((point) => Number(point[column])));
    return spread > TENFOLD || (spread > 0 && spread < 1 / TENFOLD);
  });
}

/** @param {number[]} values */
function deviation(values) {
  const mean = (/** @type {number[]} */ list) =>
    list.reduce((sum, value) => sum + value, 0) / Math.max(1, list.length);
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}
