/**
 * What the engine has found out about places between a grid's points where a probability jumps.
 *
 * @module
 */

/**
 * @param {Float64Array} [crossings] see Answer
 * @returns {Map<number, number>} for each side of the grid's cells that is crossed so, how far along it, 0 … 1
 */
export function placesOf(crossings = new Float64Array(0)) {
  const count = crossings.length / 2;
  const places = new Map();
  for (let i = 0; i < count; i += 1) places.set(crossings[i], crossings[count + i]);
  return places;
}
