/** Polylines of fewer points that look the same. */

/**
 * Leaves out points that lie near the line without them (Douglas & Peucker, "Algorithms for the
 * reduction of the number of points required to represent a digitized line", 1973): to stroke a line
 * costs by its points.
 *
 * @param {Float64Array} coordinates u0, v0, u1, v1, …; a loop ends where it starts
 * @param {number} tolerance how far off the line may run, in their unit
 * @returns {Float64Array} some of the points, the first and the last among them
 */
export function simplifyLine(coordinates, tolerance) {
  const last = coordinates.length / 2 - 1;
  const kept = new Uint8Array(last + 1);
  kept[0] = kept[last] = 1;
  const spans = [[0, last]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    const { index, distance } = farthest(coordinates, from, to);
    if (distance <= tolerance) continue;
    kept[index] = 1;
    spans.push([from, index], [index, to]);
  }
  return coordinates.filter((_, index) => kept[index >> 1] === 1);
}

/**
 * @param {Float64Array} coordinates
 * @param {number} from index of a point
 * @param {number} to index of a later one
 * @returns {{ index: number, distance: number }} the point between the two that is farthest from the
 *   segment that joins them
 */
function farthest(coordinates, from, to) {
  const [u0, v0] = [coordinates[2 * from], coordinates[2 * from + 1]];
  const across = coordinates[2 * to] - u0;
  const up = coordinates[2 * to + 1] - v0;
  const squaredLength = across * across + up * up || 1;
  let index = from;
  let squaredDistance = 0;
  for (let point = from + 1; point < to; point += 1) {
    const u = coordinates[2 * point] - u0;
    const v = coordinates[2 * point + 1] - v0;
    const along = Math.min(1, Math.max(0, (u * across + v * up) / squaredLength));
    const squared = (u - along * across) ** 2 + (v - along * up) ** 2;
    if (squared > squaredDistance) {
      squaredDistance = squared;
      index = point;
    }
  }
  return { index, distance: Math.sqrt(squaredDistance) };
}

/**
 * @param {number[]} across
 * @param {number[]} up not finite where there is a gap
 * @returns {Float64Array[]} x0, y0, x1, y1, … from gap to gap
 */
export function finiteRuns(across, up) {
  /** @type {number[][]} */
  const runs = [[]];
  up.forEach((y, index) => {
    if (Number.isFinite(y)) runs[runs.length - 1].push(across[index], y);
    else runs.push([]);
  });
  return runs.filter((run) => run.length > 0).map((run) => Float64Array.from(run));
}
