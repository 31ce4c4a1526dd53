/**
 * How numbers are spread.
 *
 * @typedef {object} Spread
 * @property {number} lowest
 * @property {number} lower quartile
 * @property {number} median
 * @property {number} upper quartile
 * @property {number} highest
 */

/**
 * @param {readonly number[]} values one or more
 * @returns {Spread}
 */
export function spreadOf(values) {
  const ascending = [...values].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => quantile(ascending, share);
  return { lowest: at(0), lower: at(0.25), median: at(0.5), upper: at(0.75), highest: at(1) };
}

/**
 * As NumPy's `np.quantile`: between two values, in proportion.
 *
 * @param {readonly number[]} ascending
 * @param {number} share 0…1
 */
function quantile(ascending, share) {
  const place = share * (ascending.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, ascending.length - 1);
  return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
}

/**
 * How often one of `b` is higher than one of `a`, over all pairs; a tie counts half. One half means
 * that neither is ahead.
 *
 * @param {readonly number[]} a
 * @param {readonly number[]} b
 * @returns {number} 0…1
 */
export function superiority(a, b) {
  let wins = 0;
  for (const x of a) {
    for (const y of b) wins += y > x ? 1 : y === x ? 0.5 : 0;
  }
  return wins / (a.length * b.length);
}

/**
 * So many standard errors from one half are more than chance: of six comparisons of groups that do not
 * differ, in nineteen cases out of twenty none goes beyond.
 */
const BEYOND_CHANCE = 2.64;

/**
 * The test of Mann and Whitney, "On a test of whether one of two random variables is stochastically
 * larger than the other" (1947), in its normal approximation; ties make it the more cautious.
 *
 * @param {readonly number[]} a
 * @param {readonly number[]} b
 * @returns {boolean} whether one group is ahead of the other by more than chance explains
 */
export function areApart(a, b) {
  const standardError = Math.sqrt((a.length + b.length + 1) / (12 * a.length * b.length));
  return Math.abs(superiority(a, b) - 0.5) > BEYOND_CHANCE * standardError;
}
