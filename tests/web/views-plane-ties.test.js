import assert from 'node:assert/strict';
import { test } from 'node:test';
import { traceTies } from '../../web/views/plane/ties.js';
import { sampleSoftmax } from './views-fields.js';

const RESOLUTION = 41;
const MIDDLE = 20.3;

/** @param {import('../../web/views/plane/contour.js').Polyline} line */
function pointsOf({ coordinates }) {
  return Array.from({ length: coordinates.length / 2 }, (_, index) => [
    coordinates[2 * index],
    coordinates[2 * index + 1],
  ]);
}

/** Sectors round the middle, as many as there are classes. @param {number} count */
const sectors = (count, steep = 3) =>
  sampleSoftmax(
    RESOLUTION,
    Array.from({ length: count }, (_, k) => {
      const angle = 0.3 + (2 * Math.PI * k) / count;
      return (/** @type {number} */ u, /** @type {number} */ v) =>
        steep * ((u - MIDDLE) * Math.cos(angle) + (v - MIDDLE) * Math.sin(angle));
    }),
  );

test('two classes meet in one straight line, however steep they are, from edge to edge', () => {
  for (const steep of [0.01, 1, 30]) {
    const [line, ...others] = traceTies(sectors(2, steep));
    assert.equal(others.length, 0);
    assert.equal(line.closed, false);
    for (const [u, v] of pointsOf(line)) {
      const off = (u - MIDDLE) * Math.cos(0.3) + (v - MIDDLE) * Math.sin(0.3);
      assert.ok(Math.abs(off) < 1e-9, `${off} off at steepness ${steep}`);
    }
  }
});

test('where three regions meet their lines end in one point, which is where all are as likely', () => {
  const lines = traceTies(sectors(3));
  assert.equal(lines.length, 3);
  const ends = lines.flatMap((line) => [pointsOf(line)[0], pointsOf(line).slice(-1)[0]]);
  const isEdge = (/** @type {number[]} */ [u, v]) =>
    [u, v].some((at) => at === 0 || at === RESOLUTION - 1);
  const inner = ends.filter((end) => !isEdge(end));
  assert.equal(inner.length, 3);
  for (const [u, v] of inner) {
    assert.deepEqual([u, v], inner[0]);
    assert.ok(Math.hypot(u - MIDDLE, v - MIDDLE) < 0.5);
  }
});

test('lines between classes that tie lie where these two are equally likely and no other is likelier', () => {
  const map = sectors(6);
  const lines = traceTies(map);
  const winnersBeside = (/** @type {number[]} */ [u, v]) => {
    // On a side of the grid: the two points that it joins.
    const ends = [
      [Math.floor(u), Math.floor(v)],
      [Math.ceil(u), Math.ceil(v)],
    ];
    return ends.map(([column, row]) => {
      const at = row * RESOLUTION + column;
      const values = map.classes.map((label) => map.values[label * RESOLUTION ** 2 + at]);
      return values.indexOf(Math.max(...values));
    });
  };
  let count = 0;
  for (const line of lines) {
    for (const point of pointsOf(line).slice(1, -1)) {
      const [one, other] = winnersBeside(point);
      if (one === other) continue; // where lines meet, inside a cell
      count += 1;
      const lead = (/** @type {number} */ k) =>
        (point[0] - MIDDLE) * Math.cos(0.3 + (Math.PI * k) / 3) +
        (point[1] - MIDDLE) * Math.sin(0.3 + (Math.PI * k) / 3);
      assert.ok(Math.abs(lead(one) - lead(other)) < 1e-9);
    }
  }
  assert.ok(count > 100);
});

test('an island is ringed by one closed line, which has no gaps', () => {
  const map = sampleSoftmax(RESOLUTION, [
    (u, v) => 10 - Math.hypot(u - 20, v - 20),
    () => 0,
    () => -50,
  ]);
  const [line, ...others] = traceTies(map);
  assert.equal(others.length, 0);
  assert.equal(line.closed, true);
  const points = pointsOf(line);
  assert.deepEqual(points[0], points[points.length - 1]);
  points.forEach(([u, v], index) => {
    assert.ok(Math.abs(Math.hypot(u - 20, v - 20) - 10) < 0.03);
    const [before] = points.slice(Math.max(0, index - 1));
    assert.ok(Math.hypot(u - before[0], v - before[1]) <= Math.SQRT2);
  });
});

test('at a saddle the likelier class holds together, and four classes meet in one point', () => {
  const cell = (/** @type {number[][]} */ ...corners) => ({
    values: Float64Array.from([0, 1, 2, 3].flatMap((label) => corners.map((each) => each[label]))),
    resolution: 2,
    classes: [0, 1, 2, 3],
  });
  // Row by row from the lowest: class 0 at two opposite corners, surer of itself than the others.
  const strong = [0.9, 0.04, 0.03, 0.03];
  const [second, third] = [
    [0.3, 0.4, 0.2, 0.1],
    [0.3, 0.2, 0.4, 0.1],
  ];
  const held = traceTies(cell(strong, second, third, strong));
  assert.equal(held.length, 2);
  for (const line of held) assert.equal(line.coordinates.length, 4);
  const weak = [0.4, 0.3, 0.2, 0.1];
  const [surer, sure] = [
    [0.02, 0.9, 0.05, 0.03],
    [0.02, 0.03, 0.9, 0.05],
  ];
  const met = traceTies(cell(weak, surer, sure, weak));
  assert.equal(met.length, 4);
  const four = traceTies(
    cell(...[0, 1, 2, 3].map((k) => [0, 1, 2, 3].map((j) => (j === k ? 0.7 : 0.1)))),
  );
  assert.equal(four.length, 4);
  for (const line of four) assert.ok(pointsOf(line).some(([u, v]) => u === 0.5 && v === 0.5));
});

test('a plane of one class has no line, and what is not a number does no harm', () => {
  const one = sampleSoftmax(5, [() => 1, () => 0, () => 0]);
  assert.deepEqual(traceTies(one), []);
  const map = sectors(3);
  for (const label of map.classes) map.values[label * RESOLUTION ** 2 + 20 * RESOLUTION + 20] = NaN;
  const lines = traceTies(map);
  assert.equal(lines.length, 3);
  for (const line of lines) assert.ok(line.coordinates.every(Number.isFinite));
});
