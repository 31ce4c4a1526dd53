import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tieLines } from '../../web/views/plane/best-line.js';
import { sampleSoftmax } from './views-fields.js';

const RESOLUTION = 31;
/** @type {[number, number, number, number]} */
const BOUNDS = [-2, 4, 10, 40];

/** @param {ArrayLike<number>} values */
const answer = (values) => ({ grid: Float64Array.from(values), resolution: RESOLUTION });

test('the line between two classes is given in the units of the plane', () => {
  // Equal along u = 10, a third of the way from -2 to 4.
  const { values } = sampleSoftmax(RESOLUTION, [(u) => u - 10, (u) => 10 - u]);
  const [{ points }, ...others] = tieLines(answer(values), [0, 1], BOUNDS);
  assert.equal(others.length, 0);
  for (const [x1] of points) assert.ok(Math.abs(x1) < 1e-9, String(x1));
  const ends = points.map(([, x2]) => x2);
  assert.deepEqual([Math.min(...ends), Math.max(...ends)], BOUNDS.slice(2));
});

test('a line round a region comes back to where it began', () => {
  const distance = (/** @type {number} */ u, /** @type {number} */ v) =>
    Math.hypot(u - 15, v - 15) - 8;
  const { values } = sampleSoftmax(RESOLUTION, [distance, (u, v) => -distance(u, v)]);
  const [{ points }] = tieLines(answer(values), [0, 1], BOUNDS);
  assert.deepEqual(points[0], points[points.length - 1]);
  assert.ok(points.length > 20);
});
