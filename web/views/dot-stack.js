/**
 * Where dots of a column lie, so that those of equal or nearly equal height stand side by side.
 *
 * @param {readonly number[]} heights
 * @param {object} options
 * @param {number} options.nearness heights that differ by less than this would overlap
 * @param {number} options.spacing the distance of neighbours that there should be
 * @param {number} options.room the width that there is at most; where it does not do, neighbours overlap
 * @returns {number[]} offsets from the column's middle, for each of the heights
 */
export function stackDots(heights, { nearness, spacing, room }) {
  const offsets = heights.map(() => 0);
  for (const group of groupNear(heights, nearness)) {
    const step = Math.min(spacing, room / Math.max(1, group.length - 1));
    group.forEach((dot, place) => (offsets[dot] = (place - (group.length - 1) / 2) * step));
  }
  return offsets;
}

/**
 * @param {readonly number[]} heights
 * @param {number} nearness
 * @returns {number[][]} indices, each group in the order of the heights given
 */
function groupNear(heights, nearness) {
  const ascending = heights.map((_, i) => i).sort((a, b) => heights[a] - heights[b] || a - b);
  /** @type {number[][]} */
  const groups = [];
  let lowest = -Infinity;
  for (const dot of ascending) {
    if (heights[dot] - lowest < nearness) {
      groups[groups.length - 1].push(dot);
    } else {
      groups.push([dot]);
      lowest = heights[dot];
    }
  }
  return groups.map((group) => group.sort((a, b) => a - b));
}
