import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logOdds, traceContour } from '../../web/views/plane/contour.js';
import { sampleField } from './views-fields.js';

/** @param {import('../../web/views/plane/contour.js').Polyline} line */
function pointsOf({ coordinates }) {
  return Array.from({ length: coordinates.length / 2 }, (_, index) => [
    coordinates[2 * index],
    coordinates[2 * index + 1],
  ]);
}

test('a field on one side of the level has no line', () => {
  assert.deepEqual(traceContour(new Float64Array(16).fill(0.2), 4, 0.5), []);
  assert.deepEqual(traceContour(new Float64Array(16).fill(0.9), 4, 0.5), []);
  // Not greater than one half is outside, like the classifier's class 0.
  assert.deepEqual(traceContour(new Float64Array(16).fill(0.5), 4, 0.5), []);
});

test('a plane is cut in one straight line from edge to edge', () => {
  const lines = traceContour(
    sampleField(11, (u, v) => 0.5 + (u + 2 * v - 15.3) / 40),
    11,
    0.5,
  );
  assert.equal(lines.length, 1);
  assert.equal(lines[0].closed, false);
  const points = pointsOf(lines[0]);
  for (const [u, v] of points) assert.ok(Math.abs(u + 2 * v - 15.3) < 1e-9);
  const ends = [points[0], points[points.length - 1]].map(([u]) => u).sort((a, b) => a - b);
  assert.deepEqual(ends, [0, 10]);
});

test('neighbouring points of a line lie in one cell, so the line has no gaps', () => {
  const field = sampleField(30, (u, v) => 0.5 + Math.sin(u / 4) / 4 + (v - 15) / 30);
  const lines = traceContour(field, 30, 0.5);
  assert.ok(lines.length > 0);
  for (const line of lines) {
    const points = pointsOf(line);
    assert.ok(points.length > 10);
    points.slice(1).forEach(([u, v], index) => {
      assert.ok(Math.hypot(u - points[index][0], v - points[index][1]) <= Math.SQRT2 + 1e-12);
    });
  }
});

test('a hill is ringed by one closed line at the right distance', () => {
  const hill = sampleField(41, (u, v) => 0.5 + (10 - Math.hypot(u - 20, v - 20)) / 100);
  const lines = traceContour(hill, 41, 0.5);
  assert.equal(lines.length, 1);
  assert.equal(lines[0].closed, true);
  const points = pointsOf(lines[0]);
  assert.deepEqual(points[0], points[points.length - 1]);
  for (const [u, v] of points) assert.ok(Math.abs(Math.hypot(u - 20, v - 20) - 10) < 0.02);
});

test('separate lines are told apart', () => {
  const stripes = sampleField(21, (u) => 0.5 + 0.4 * Math.cos((u * Math.PI) / 5));
  assert.equal(traceContour(stripes, 21, 0.5).length, 4);
});

test('a line is whole wherever its first cell is met, and two in one cell stay two', () => {
  // From above, the arch is met in its middle.
  const arch = sampleField(21, (u, v) => 0.5 + (9 - Math.hypot(u - 10, v - 20)) / 100);
  const [line, ...others] = traceContour(arch, 21, 0.5);
  assert.equal(others.length, 0);
  assert.equal(line.closed, false);
  const ends = [pointsOf(line)[0], pointsOf(line).at(-1)].map((point) => point?.[1]);
  assert.deepEqual(ends, [20, 20]);
  const flipped = sampleField(21, (u, v) => 0.5 + (9 - Math.hypot(u - 10, v)) / 100);
  assert.equal(traceContour(flipped, 21, 0.5).length, 1);
  // Two hills whose rings share the cell in the middle, a saddle.
  const hills = sampleField(4, (u, v) => (u === v && u % 3 > 0 ? 0.7 : 0.1));
  assert.deepEqual(
    traceContour(hills, 4, 0.5).map(({ closed }) => closed),
    [true, true],
  );
});

test('at a saddle the middle decides which corners belong together', () => {
  const insideAtMiddle = [0.9, 0.3, 0.3, 0.9];
  const outsideAtMiddle = [0.7, 0.1, 0.1, 0.7];
  const middles = [insideAtMiddle, outsideAtMiddle].map((corners) => {
    const lines = traceContour(Float64Array.from(corners), 2, 0.5);
    assert.equal(lines.length, 2);
    // The corners that are cut off have both points of a line beside them.
    return lines.some((line) => pointsOf(line).every(([u, v]) => u + v < 1));
  });
  assert.deepEqual(middles, [false, true]);
});

test('a field that is nowhere a number has no line, and a hole in it does no harm', () => {
  assert.deepEqual(traceContour(new Float64Array(16).fill(NaN), 4, 0.5), []);
  const grid = sampleField(11, (u) => u / 10 - 0.03);
  grid[5 * 11 + 5] = NaN;
  const lines = traceContour(grid, 11, 0.5);
  assert.equal(lines.length, 2);
  for (const line of lines) assert.ok(line.coordinates.every(Number.isFinite));
});

test('the boundary of a steep network stays straight where its probabilities jump', () => {
  const steep = (/** @type {number} */ z) => 1 / (1 + Math.exp(-z));
  const field = sampleField(11, (u, v) => steep(9 * (u + 2 * v - 15.3)));
  const farthest = (/** @type {import('../../web/views/plane/contour.js').Polyline} */ line) =>
    Math.max(...pointsOf(line).map(([u, v]) => Math.abs(u + 2 * v - 15.3)));
  assert.ok(farthest(traceContour(field, 11, 0.5)[0]) > 0.1);
  assert.ok(farthest(traceContour(field, 11, 0.5, { straighten: logOdds })[0]) < 1e-9);
});

test('log-odds are 0 for one half, and finite for certainty', () => {
  assert.equal(logOdds(0.5), 0);
  assert.ok(Number.isFinite(logOdds(1)));
  assert.equal(logOdds(0), -logOdds(1));
  assert.ok(Number.isNaN(logOdds(NaN)));
});
