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
