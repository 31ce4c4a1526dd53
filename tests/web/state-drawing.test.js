import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseText } from '../../web/state/config.js';
import {
  addPoint,
  countClasses,
  drawAgain,
  fewestPoints,
  isEnough,
  sprayed,
  toColumns,
} from '../../web/state/drawing.js';
import { manyPoints } from './config-values.js';

/** @import { OwnPoint } from '../../web/state/types.js' */

/** @type {[number, number, number, number]} */
const BOUNDS = [-1, 3, -1e5, 1e5];

test('a point is kept as exactly as one can click', () => {
  const place = { x1: 0.123456789, x2: -12345.6789 };
  assert.deepEqual(addPoint([], place, 1, BOUNDS), [[0.123, -12346, 1]]);
  const [point] = addPoint([], { x1: -1e-9, x2: 1 / 3 }, 0, [0, 1e-6, 0, 1]);
  assert.deepEqual(point, [-1e-9, 0.333, 0]);
  assert.ok(Object.is(addPoint([], { x1: -1e-9, x2: 0 }, 0, BOUNDS)[0][0], 0), 'never −0');
});

test('points are added to a new list, and only as many as can be used', () => {
  const before = manyPoints(9999);
  const full = addPoint(before, { x1: 0, x2: 0 }, 0, BOUNDS);
  assert.deepEqual([before.length, full.length], [9999, 10000]);
  assert.equal(addPoint(full, { x1: 0, x2: 0 }, 0, BOUNDS), full);
});

const CLASSES = /** @type {const} */ ({ problem: 'classification', testSize: 0.2 });

test('it takes four points of two classes', () => {
  /** @type {OwnPoint[]} */
  const points = [
    [0, 0, 1],
    [1, 1, 1],
    [2, 2, 1],
    [3, 3, 1],
    [4, 4, 0],
  ];
  assert.deepEqual(countClasses(points), [1, 4]);
  assert.equal(isEnough(points, CLASSES), true);
  assert.equal(isEnough(points.slice(0, 4), CLASSES), false);
  assert.equal(isEnough(points.slice(2), CLASSES), false);
  for (const some of [points, points.slice(0, 4), points.slice(2)]) {
    const text = some.map((point) => point.join(',')).join(';');
    assert.equal(
      isEnough(some, CLASSES),
      parseText('data', text).error === undefined,
      'as the setting says',
    );
  }
});

test('of values it takes so many that two are left to test with', () => {
  for (const [testSize, fewest] of [
    [0.2, 6],
    [0.5, 4],
    [0.3, 4],
    [0.05, 21],
    [0.9, 4],
  ]) {
    const config = { problem: /** @type {const} */ ('regression'), testSize };
    assert.equal(fewestPoints(config), fewest, `a share of ${testSize}`);
    const points = Array.from({ length: fewest }, (_, i) => /** @type {OwnPoint} */ ([i, 0, 0.5]));
    assert.equal(isEnough(points, config), true);
    assert.equal(isEnough(points.slice(1), config), false);
  }
});

test('values that are shown are kept to a thousandth, and class numbers as they are', () => {
  const values = toColumns([
    [0, 0, 0.123456789],
    [1, 1, -2],
  ]);
  assert.deepEqual(
    drawAgain([values], BOUNDS).map(([, , value]) => value),
    [0.123, -2],
  );
  const classes = toColumns([
    [0, 0, 5],
    [1, 1, 3],
  ]);
  assert.deepEqual(
    drawAgain([classes], BOUNDS).map(([, , label]) => label),
    [5, 3],
  );
});

test('points become columns to be drawn', () => {
  const { x1, x2, y } = toColumns([
    [1, 2, 0],
    [3, 4, 1],
  ]);
  assert.deepEqual(
    [[...x1], [...x2], [...y]],
    [
      [1, 3],
      [2, 4],
      [0, 1],
    ],
  );
});

test('the points shown can be drawn on', () => {
  const train = toColumns([
    [0.123456, -12345.6789, 1],
    [1, 2, 0],
  ]);
  const others = toColumns([[3, 4, 1]]);
  assert.deepEqual(drawAgain([train, others], BOUNDS), [
    [0.123, -12346, 1],
    [1, 2, 0],
    [3, 4, 1],
  ]);
  assert.equal(drawAgain([toColumns(manyPoints(10000)), train], BOUNDS).length, 10000);
});

test('a drag leaves points all round the pointer, and the same ones each time', () => {
  const at = { x: 100, y: 50 };
  const places = Array.from({ length: 60 }, (_, count) => sprayed(at, count, 14));
  assert.deepEqual(places[59], sprayed(at, 59, 14));
  for (const { x, y } of places) assert.ok(Math.hypot(x - 100, y - 50) <= 14);
  const quarters = places.map(({ x, y }) => 2 * Number(x > 100) + Number(y > 50));
  for (const quarter of [0, 1, 2, 3]) {
    assert.ok(quarters.filter((one) => one === quarter).length >= 10, `${quarters}`);
  }
});
