/** Where the parts of the network diagram lie, and which of its weights are drawn. */

/**
 * @typedef {object} Column one layer
 * @property {number} x
 * @property {number[]} y of its neurons, top to bottom
 * @property {number} radius of its neurons
 */

/**
 * @typedef {object} NetworkLayout in CSS pixels
 * @property {number} width
 * @property {number} height
 * @property {Column[]} columns from the inputs to the output
 * @property {number} gap between two columns
 * @property {number} legendY
 * @property {number} maximumLineWidth of the strongest weight
 */

const HEADER_HEIGHT = 40;
const LEGEND_HEIGHT = 30;
const SIDE_MARGIN = { narrow: 22, wide: 44 };
const WIDE = 480;
export const MAXIMUM_RADIUS = 15;
/** Neurons of small layers do not drift further apart than this. */
const MAXIMUM_SPACING = 64;
/** Of the space that a neuron has, the share that its radius takes. */
const RADIUS_SHARE = 0.36;
/** Levels that the histogram of {@link strongestWeights} tells apart. */
const HISTOGRAM_LEVELS = 512;

/**
 * @param {number[]} layerSizes from the inputs to the output
 * @param {number} width CSS pixels
 * @param {number} height CSS pixels
 * @param {number} [nameWidth] CSS pixels that the names of the outputs take, beside them
 * @returns {NetworkLayout}
 */
export function layOutNetwork(layerSizes, width, height, nameWidth = 0) {
  const margin = width < WIDE ? SIDE_MARGIN.narrow : SIDE_MARGIN.wide;
  const gap = (width - margin - Math.max(margin, nameWidth)) / (layerSizes.length - 1);
  const top = HEADER_HEIGHT;
  const room = roomOf(height);
  const columns = layerSizes.map((size, layer) => {
    const spacing = Math.min(MAXIMUM_SPACING, room / size);
    const first = top + room / 2 - ((size - 1) / 2) * spacing;
    return {
      x: margin + layer * gap,
      y: Array.from({ length: size }, (_, index) => first + index * spacing),
      radius: Math.min(MAXIMUM_RADIUS, spacing * RADIUS_SHARE, gap * 0.3),
    };
  });
  const finest = Math.min(...columns.map((column) => column.radius));
  const maximumLineWidth = Math.max(2, Math.min(6, finest * 0.6, gap * 0.06));
  return { width, height, columns, gap, legendY: height - 12, maximumLineWidth };
}

/**
 * @param {number} height CSS pixels
 * @returns {number} CSS pixels that neurons have, one above the other
 */
export const roomOf = (height) => Math.max(1, height - HEADER_HEIGHT - LEGEND_HEIGHT);

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
