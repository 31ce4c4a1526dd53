/** The steps of one decade: each about half as much again as the last, all easy to read. */
const MANTISSAS = [1, 1.5, 2, 3, 4, 5, 7];

/** More digits than any stop has: rounds away what binary fractions add. */
const STOP_DIGITS = 12;

/**
 * The values that a slider stops at, evenly apart.
 *
 * @param {number} min
 * @param {number} max
 * @param {number} step
 * @returns {number[]}
 */
export function linearStops(min, max, step) {
  const count = Math.round((max - min) / step);
  return Array.from({ length: count + 1 }, (_, i) => round(min + i * step));
}

/**
 * The values that a slider stops at where each should be a little larger than the last by a
 * factor: 1, 1.5, 2, 3, 4, 5, 7, 10, …
 *
 * @param {number} min above 0
 * @param {number} max
 * @param {{ integer?: boolean, first?: number[] }} [options] `first`: special values to the left
 *   of the scale, such as 0 for "all"
 * @returns {number[]}
 */
export function decadeStops(min, max, { integer = false, first = [] } = {}) {
  const isStop = (/** @type {number} */ stop) =>
    stop > min && stop < max && !(integer && !Number.isInteger(stop));
  const between = [];
  for (let power = Math.floor(Math.log10(min)); power <= Math.log10(max); power++) {
    between.push(...MANTISSAS.map((mantissa) => round(mantissa * 10 ** power)).filter(isStop));
  }
  return [...first, min, ...between, max];
}

/**
 * The place on the scale that is nearest to a value from below, so that a typed value between two
 * stops leaves the slider where a student expects it.
 *
 * @param {readonly number[]} stops ascending
 * @param {number} value
 * @returns {number} index into stops
 */
export function stopIndex(stops, value) {
  let index = 0;
  while (index + 1 < stops.length && stops[index + 1] <= value) index++;
  return index;
}

/**
 * The next stop above (direction 1) or below (direction −1) a value.
 *
 * @param {readonly number[]} stops ascending
 * @param {number} value
 * @param {1 | -1} direction
 * @returns {number}
 */
export function neighbourStop(stops, value, direction) {
  const index = stopIndex(stops, value);
  if (direction === 1) return stops[Math.min(index + (value < stops[0] ? 0 : 1), stops.length - 1)];
  return stops[index] < value ? stops[index] : stops[Math.max(index - 1, 0)];
}

/**
 * @param {number} value
 * @returns {number}
 */
function round(value) {
  return Number(value.toPrecision(STOP_DIGITS));
}
