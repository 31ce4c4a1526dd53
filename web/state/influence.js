/**
 * What each training point does: a run with it beside one without it.
 *
 * @module
 */

/** @import { Answer, Metrics } from './types.js' */

/**
 * @typedef {object} Ended what a run has come to
 * @property {Metrics} metrics
 * @property {boolean} diverged
 * @property {Answer | null} answer
 *
 * @typedef {object} Effect of a point's absence
 * @property {number} loss by how much it makes the test loss larger; below 0, the point has misled
 * @property {number} plane the share of the plane that it gives to another class; of values, by how much it
 *   changes them on average
 *
 * @typedef {keyof Effect} EffectName
 */

/**
 * @param {Ended} all of the run with all points
 * @param {Ended} without of the run without one, over the same grid
 * @param {number} classes 0 where there are values
 * @returns {Effect | null} null where either has diverged
 */
export function effectOf(all, without, classes) {
  const [one, other] = [all.answer, without.answer];
  if (all.diverged || without.diverged || !one || !other) return null;
  return {
    loss: without.metrics.testLoss - all.metrics.testLoss,
    plane:
      classes === 0
        ? meanChange(one.grid, other.grid)
        : shareChanged(winnersOf(one), winnersOf(other)),
  };
}

/**
 * @param {readonly (Effect | null | undefined)[]} effects by point
 * @param {EffectName} name
 * @param {number} most
 * @returns {number[]} indices of the points with the strongest, these first
 */
export function strongest(effects, name, most) {
  return effects
    .map((effect, index) => ({ index, size: effect ? Math.abs(effect[name]) : 0 }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size || a.index - b.index)
    .slice(0, most)
    .map(({ index }) => index);
}

/**
 * @param {Answer} answer
 * @returns {Uint8Array} the class that wins at each point of the grid, the first of equals
 */
function winnersOf({ grid, resolution }) {
  const size = resolution ** 2;
  const outputs = grid.length / size;
  return Uint8Array.from({ length: size }, (_, i) => {
    if (outputs === 1) return Number(grid[i] > 0.5);
    let winner = 0;
    for (let output = 1; output < outputs; output += 1) {
      if (grid[output * size + i] > grid[winner * size + i]) winner = output;
    }
    return winner;
  });
}

/**
 * @param {Uint8Array} one
 * @param {Uint8Array} other
 */
function shareChanged(one, other) {
  return one.filter((winner, i) => winner !== other[i]).length / one.length;
}

/**
 * @param {Float64Array} one
 * @param {Float64Array} other
 */
function meanChange(one, other) {
  return one.reduce((sum, value, i) => sum + Math.abs(value - other[i]), 0) / one.length;
}
