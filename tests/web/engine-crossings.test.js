import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCrossings } from '../../web/engine/crossings.js';
import { placesOf } from '../../web/views/plane/crossings.js';
import { sigmoid } from './views-fields.js';

const RESOLUTION = 21;
/** So that a step of the grid is 0.1. */
const BOUNDS = [-1, 1, -2, 0];
/** How near a place is to the truth: half a 128th of a step. */
const NEAR = 0.1 / 128 + 1e-12;

/**
 * @param {((x1: number, x2: number) => number)[]} outputs
 * @param {number[]} [bounds]
 */
function find(outputs, bounds = BOUNDS) {
  const at = (/** @type {number} */ axis, /** @type {number} */ steps) =>
    bounds[2 * axis] + (steps * (bounds[2 * axis + 1] - bounds[2 * axis])) / (RESOLUTION - 1);
  const points = Array.from({ length: RESOLUTION ** 2 }, (_, i) => [
    at(0, i % RESOLUTION),
    at(1, Math.floor(i / RESOLUTION)),
  ]);
  const grid = Float64Array.from(outputs.flatMap((of) => points.map(([x1, x2]) => of(x1, x2))));
  let asked = 0;
  const crossings = findCrossings({ grid, resolution: RESOLUTION, bounds }, ([x1, x2]) => {
    asked += 1;
    return outputs.map((of) => x1.map((one, i) => of(one, x2[i])));
  });
  const places = [...placesOf(crossings)].map(([side, place]) => {
    const isUpward = side % 2;
    const point = (side - isUpward) / 2;
    const [u, v] = [point % RESOLUTION, Math.floor(point / RESOLUTION)];
    return isUpward ? [at(0, u), at(1, v + place)] : [at(0, u + place), at(1, v)];
  });
  return { places, asked };
}

test('the place is found where a probability is 0 and 1 to the last bit on either side of it', () => {
  for (const start of [-0.4321, 0.0123, 0.777]) {
    const { places } = find([(x1) => sigmoid(1e6 * (x1 - start))]);
    assert.equal(places.length, RESOLUTION);
    for (const [x1] of places) assert.ok(Math.abs(x1 - start) <= NEAR, `${x1} for ${start}`);
    const upwards = find([(_, x2) => sigmoid(-1e6 * (x2 + 1 - start))]).places;
    assert.equal(upwards.length, RESOLUTION);
    for (const [, x2] of upwards) assert.ok(Math.abs(x2 + 1 - start) <= NEAR);
  }
});

test('it is found where the sum itself is flat and bends between the points', () => {
  const { places } = find([(x1) => sigmoid(-1.78 + 1e6 * Math.max(0, x1 - 0.123))]);
  assert.equal(places.length, RESOLUTION);
  for (const [x1] of places) assert.ok(Math.abs(x1 - 0.123) <= NEAR + 1e-5);
});

test('a circle is crossed on it, whatever the picture’s sides are', () => {
  const circle = (/** @type {number} */ x1, /** @type {number} */ x2) =>
    sigmoid(1e6 * (0.6 ** 2 - x1 ** 2 - (x2 + 1) ** 2));
  for (const bounds of [BOUNDS, [-1, 3, -2, 0]]) {
    const { places } = find([circle], bounds);
    assert.ok(places.length > 20);
    for (const [x1, x2] of places) {
      assert.ok(Math.abs(Math.hypot(x1, x2 + 1) - 0.6) <= 2 * NEAR, `${x1}, ${x2}`);
    }
  }
});

test('of several classes those two tie there that win at the ends of the side', () => {
  const angles = [0, (2 * Math.PI) / 3, (4 * Math.PI) / 3];
  const sums = angles.map(
    (angle) => (/** @type {number} */ x1, /** @type {number} */ x2) =>
      1e6 * (Math.cos(angle) * (x1 - 0.033) + Math.sin(angle) * (x2 + 1.021)),
  );
  const outputs = sums.map(
    (sum) => (/** @type {number} */ x1, /** @type {number} */ x2) =>
      1 / sums.reduce((total, other) => total + Math.exp(other(x1, x2) - sum(x1, x2)), 0),
  );
  const { places } = find(outputs);
  assert.ok(places.length > 2 * RESOLUTION);
  for (const [x1, x2] of places) {
    const [, second, first] = sums.map((sum) => sum(x1, x2)).sort((a, b) => a - b);
    assert.ok(first - second <= 1e6 * 2 * NEAR, `${x1}, ${x2}`);
  }
});

test('where probabilities change so little that they tell the place, nobody is asked', () => {
  for (const outputs of [
    [(/** @type {number} */ x1) => sigmoid(3 * x1)],
    [() => 0.7],
    [() => NaN],
    [(/** @type {number} */ x1) => sigmoid(x1), (/** @type {number} */ x1) => sigmoid(-x1)],
  ]) {
    assert.deepEqual(find(outputs), { places: [], asked: 0 });
  }
});
