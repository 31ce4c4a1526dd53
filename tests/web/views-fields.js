/**
 * Grids of known fields, for tests of what draws them.
 *
 * @module
 */

/**
 * @param {number} resolution
 * @param {(u: number, v: number) => number} field of the position in grid steps
 * @returns {Float64Array} (resolution²), row-major, row 0 the lowest v
 */
export function sampleField(resolution, field) {
  return Float64Array.from({ length: resolution ** 2 }, (_, index) =>
    field(index % resolution, Math.floor(index / resolution)),
  );
}

/** @param {number} z */
export const sigmoid = (z) => 1 / (1 + Math.exp(-z));

/**
 * @param {number} resolution
 * @param {((u: number, v: number) => number)[]} sums of each class, whose softmax is taken
 * @returns {{ values: Float64Array, resolution: number, classes: number[] }} (classes, resolution²)
 */
export function sampleSoftmax(resolution, sums) {
  const all = sums.map((sum) => sampleField(resolution, sum));
  const values = all.flatMap((own) =>
    Array.from(
      own,
      (z, at) => 1 / all.reduce((total, other) => total + Math.exp(other[at] - z), 0),
    ),
  );
  return { values: Float64Array.from(values), resolution, classes: sums.map((_, label) => label) };
}
