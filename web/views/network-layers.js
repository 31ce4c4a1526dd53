/** Which of a network's weights to draw. */

/** Levels that the histogram of {@link strongestWeights} tells apart. */
const HISTOGRAM_LEVELS = 512;

/**
 * @param {Float64Array} values
 * @returns {number} the greatest finite magnitude, 0 if there is none
 */
export function largestMagnitude(values) {
  let largest = 0;
  for (let index = 0; index < values.length; index += 1) {
    const magnitude = Math.abs(values[index]);
    if (magnitude > largest && magnitude < Infinity) largest = magnitude;
  }
  return largest;
}

/**
 * Finds the weights of greatest magnitude without sorting them: counts magnitudes by level, and takes
 * whole levels from the top.
 *
 * @param {Float64Array} weights
 * @param {number} limit
 * @returns {Uint32Array} ascending indices: all weights if they fit the limit, otherwise as many of
 *   the strongest
 */
export function strongestWeights(weights, limit) {
  if (weights.length <= limit) return Uint32Array.from(weights, (_, index) => index);
  const perLevel = (HISTOGRAM_LEVELS - 1) / (largestMagnitude(weights) || 1);
  const levels = new Uint16Array(weights.length);
  const counts = new Uint32Array(HISTOGRAM_LEVELS);
  for (let index = 0; index < weights.length; index += 1) {
    levels[index] = Math.min(HISTOGRAM_LEVELS - 1, Math.abs(weights[index]) * perLevel);
    counts[levels[index]] += 1;
  }
  let threshold = HISTOGRAM_LEVELS - 1;
  let above = 0;
  while (above + counts[threshold] <= limit) {
    above += counts[threshold];
    threshold -= 1;
  }
  // The level at the threshold does not fit as a whole: its first weights fill up.
  const chosen = new Uint32Array(limit);
  let free = limit - above;
  for (let index = 0, count = 0; count < limit; index += 1) {
    if (levels[index] < threshold || (levels[index] === threshold && free === 0)) continue;
    if (levels[index] === threshold) free -= 1;
    chosen[count] = index;
    count += 1;
  }
  return chosen;
}

/**
 * Shares a number of lines among the layers: small layers get all that they need, and leave the rest
 * to the large ones.
 *
 * @param {number[]} sizes weights of each layer
 * @param {number} budget lines in all
 * @returns {number[]} lines of each layer
 */
export function shareLines(sizes, budget) {
  const shares = sizes.map(() => 0);
  const ascending = sizes.map((_, layer) => layer).sort((a, b) => sizes[a] - sizes[b]);
  let left = budget;
  ascending.forEach((layer, done) => {
    shares[layer] = Math.min(sizes[layer], Math.floor(left / (sizes.length - done)));
    left -= shares[layer];
  });
  return shares;
}
