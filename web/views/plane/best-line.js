import { shadesOfPoints } from './winners.js';
import { traceTies } from './ties.js';

/**
 * The lines where the likeliest class changes, as lines of the plane.
 *
 * @param {object} answer
 * @param {Float64Array} answer.grid (classes, resolution, resolution), the probability of each
 * @param {Float64Array} [answer.crossings] where that does not tell where they meet, see Answer
 * @param {number} answer.resolution
 * @param {readonly number[]} classes
 * @param {import('./map.js').Bounds} bounds of the grid
 * @returns {import('./marks.js').Line[]}
 */
export function tieLines(answer, classes, [x1From, x1To, x2From, x2To]) {
  const { grid: values, crossings, resolution } = answer;
  const map = { values, crossings, resolution, classes };
  const steps = resolution - 1;
  return traceTies(map, shadesOfPoints(map)).map(({ coordinates, closed }) => {
    /** @type {[number, number][]} */
    const points = [];
    for (let i = 0; i < coordinates.length; i += 2) {
      points.push([
        x1From + ((x1To - x1From) * coordinates[i]) / steps,
        x2From + ((x2To - x2From) * coordinates[i + 1]) / steps,
      ]);
    }
    return { points: closed ? [...points, points[0]] : points };
  });
}
