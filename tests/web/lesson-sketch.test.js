import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  agreement,
  classifier,
  countRight,
  extendLine,
  parseLine,
  printLine,
  startLine,
} from '../../web/lesson/boundaries/sketch-line.js';

/** @typedef {import('../../web/lesson/boundaries/sketch-line.js').Point} Point */

/** @type {[number, number, number, number]} */
const BOUNDS = [-2, 2, -1, 1];

/** Class 1 above the middle. */
const TRAIN = {
  x1: Float64Array.of(-1, 0, 1, -1, 0, 1),
  x2: Float64Array.of(0.5, 0.6, 0.5, -0.5, -0.6, -0.5),
  y: Float64Array.of(1, 1, 1, 0, 0, 0),
};

/** @param {(x1: number, x2: number) => number} value */
function gridOf(value) {
  return Float64Array.from({ length: 41 * 41 }, (_, i) =>
    value(-2 + ((i % 41) / 40) * 4, -1 + (Math.floor(i / 41) / 40) * 2),
  );
}

test('the line starts straight, across the middle', () => {
  assert.deepEqual(startLine(BOUNDS, 4), [
    [-1.5, 0],
    [-0.5, 0],
    [0.5, 0],
    [1.5, 0],
  ]);
});

test('a line divides the whole plane, beyond its ends too', () => {
  const classify = classifier(
    [
      [-0.1, 0],
      [0.1, 0],
    ],
    BOUNDS,
    TRAIN,
  );
  for (const x1 of [-2, -0.1, 0, 0.05, 2]) {
    assert.equal(classify(x1, 0.3), 1);
    assert.equal(classify(x1, -0.3), 0);
  }
  assert.equal(countRight(TRAIN, classify), 6);
});

test('it does not matter which way the line is drawn', () => {
  /** @type {Point[]} */
  const line = [
    [-1, -0.5],
    [0, 0.7],
    [1, -0.2],
  ];
  const there = classifier(line, BOUNDS, TRAIN);
  const back = classifier([...line].reverse(), BOUNDS, TRAIN);
  assert.equal(
    agreement(
      gridOf((x1, x2) => there(x1, x2)),
      41,
      BOUNDS,
      back,
    ),
    1,
  );
});

test('the sides are named so that more of the training points are right', () => {
  const flipped = { ...TRAIN, y: Float64Array.from(TRAIN.y, (label) => 1 - label) };
  const line = startLine(BOUNDS, 3);
  assert.equal(classifier(line, BOUNDS, TRAIN)(0, 0.5), 1);
  assert.equal(classifier(line, BOUNDS, flipped)(0, 0.5), 0);
});

test('a standing line, one that turns back and one on a single spot divide the plane as well', () => {
  /** @type {Point[]} */
  const standing = [
    [0.5, -1],
    [0.5, 1],
  ];
  const right = { x1: Float64Array.of(1), x2: Float64Array.of(0), y: Float64Array.of(1) };
  assert.equal(classifier(standing, BOUNDS, right)(1.9, -0.9), 1);
  assert.equal(classifier(standing, BOUNDS, right)(0.4, 0.9), 0);
  // A bay that opens to the right.
  /** @type {Point[]} */
  const bay = [
    [2, 0.5],
    [0, 0.5],
    [0, -0.5],
    [2, -0.5],
  ];
  assert.equal(classifier(bay, BOUNDS, right)(1.5, 0.4), 1);
  assert.equal(classifier(bay, BOUNDS, right)(1.5, 0.6), 0);
  assert.equal(classifier(bay, BOUNDS, right)(-0.1, 0), 0);
  /** @type {Point[]} */
  const spot = [
    [0, 0],
    [0, 0],
  ];
  assert.ok([0, 1].includes(classifier(spot, BOUNDS, right)(1, 0.5)));
});

test('a crossing changes sides', () => {
  /** @type {Point[]} */
  const loop = [
    [-1, 0],
    [1, 0],
    [1, 0.5],
    [0, 0.5],
    [0, -2],
  ];
  const below = { x1: Float64Array.of(-1), x2: Float64Array.of(-0.5), y: Float64Array.of(1) };
  const classify = classifier(loop, BOUNDS, below);
  assert.equal(classify(-1, 0.5), 0);
  assert.equal(classify(0.5, 0.25), classify(-1, -0.5));
});

test('the share of agreement counts the grid’s points, and exactly one half as class 0', () => {
  const classify = (/** @type {number} */ x1) => Number(x1 > 0);
  assert.equal(
    agreement(
      gridOf((x1) => (x1 > 0 ? 0.9 : 0.1)),
      41,
      BOUNDS,
      classify,
    ),
    1,
  );
  assert.equal(
    agreement(
      gridOf(() => 0.5),
      41,
      BOUNDS,
      classify,
    ),
    21 / 41,
  );
});

test('the drawn line goes on far beyond the plane', () => {
  const [start, , , end] = extendLine(startLine(BOUNDS, 2), BOUNDS);
  assert.ok(start[0] < -50 && end[0] > 50);
  assert.deepEqual([start[1], end[1]], [0, 0]);
});

test('a kept line comes back; what is none does not', () => {
  const line = startLine(BOUNDS, 3);
  assert.deepEqual(
    parseLine(printLine(line), 3),
    line.map((point) => point.map((v) => Number(v.toFixed(3)))),
  );
  for (const text of ['', 'nonsense', '[]', '[[1,2]]', '[[1,2],[3,"4"],[5,6]]', 'null']) {
    assert.equal(parseLine(text, 3), null);
  }
});
