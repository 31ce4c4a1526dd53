import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simplifyLine } from '../../web/views/simplify.js';

/**
 * @param {number} count
 * @param {(t: number) => [number, number]} place at 0…1
 */
const line = (count, place) =>
  Float64Array.from(Array.from({ length: count }, (_, i) => place(i / (count - 1))).flat());

/**
 * @param {Float64Array} coordinates
 * @param {number} u
 * @param {number} v
 * @returns {number} distance of the point from the polyline
 */
function distanceFrom(coordinates, u, v) {
  let least = Infinity;
  for (let i = 0; i + 3 < coordinates.length; i += 2) {
    const [u0, v0, u1, v1] = coordinates.subarray(i, i + 4);
    const squared = (u1 - u0) ** 2 + (v1 - v0) ** 2;
    const t = Math.min(1, Math.max(0, ((u - u0) * (u1 - u0) + (v - v0) * (v1 - v0)) / squared));
    least = Math.min(least, Math.hypot(u - u0 - t * (u1 - u0), v - v0 - t * (v1 - v0)));
  }
  return least;
}

test('of a straight line its ends are left', () => {
  const straight = line(50, (t) => [3 * t, 1 - t]);
  assert.deepEqual([...simplifyLine(straight, 1e-9)], [0, 1, 3, 0]);
});

test('no point is farther from the new line than allowed, and most are gone', () => {
  const wave = line(400, (t) => [200 * t, 30 * Math.sin(9 * t)]);
  const simple = simplifyLine(wave, 0.05);
  assert.ok(simple.length < wave.length / 4);
  for (let i = 0; i < wave.length; i += 2) {
    assert.ok(distanceFrom(simple, wave[i], wave[i + 1]) <= 0.05 + 1e-12);
  }
});

test('a loop stays closed, a corner stays sharp', () => {
  const circle = line(200, (t) => [Math.cos(2 * Math.PI * t), Math.sin(2 * Math.PI * t)]);
  const simple = simplifyLine(circle, 0.01);
  assert.deepEqual([...simple.slice(0, 2)], [...circle.slice(0, 2)]);
  assert.deepEqual([...simple.slice(-2)], [...circle.slice(-2)]);
  assert.ok(simple.length >= 16);
  assert.deepEqual([...simplifyLine(Float64Array.of(0, 0, 5, 0, 5, 5), 1)], [0, 0, 5, 0, 5, 5]);
});

test('two points stay two', () => {
  assert.deepEqual([...simplifyLine(Float64Array.of(1, 2, 3, 4), 9)], [1, 2, 3, 4]);
});
