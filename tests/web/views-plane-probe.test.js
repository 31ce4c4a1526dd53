import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findNearest, shownSets } from '../../web/views/plane/probe.js';

/**
 * @param {[number, number, number][]} rows x1, x2, class
 */
const points = (rows) => ({
  x1: Float64Array.from(rows, ([x1]) => x1),
  x2: Float64Array.from(rows, ([, x2]) => x2),
  y: Float64Array.from(rows, ([, , y]) => y),
});

const data = {
  train: points([
    [0, 0, 0],
    [1, 1, 1],
  ]),
  test: points([[0.2, 0, 1]]),
};
const REACH = { x1: 0.5, x2: 0.25 };

test('the nearest point of the sets shown is found, with its class and index', () => {
  const position = { x1: 0.15, x2: 0.01 };
  const test1 = { set: 'test', index: 0, y: 1, x1: 0.2, x2: 0 };
  assert.deepEqual(findNearest(data, ['train', 'test'], position, REACH), test1);
  const train0 = { set: 'train', index: 0, y: 0, x1: 0, x2: 0 };
  assert.deepEqual(findNearest(data, ['train'], position, REACH), train0);
});

test('a point out of reach is not meant, each axis having its own reach', () => {
  assert.equal(findNearest(data, ['train'], { x1: 0.51, x2: 0 }, REACH), null);
  assert.equal(findNearest(data, ['train'], { x1: 0, x2: 0.26 }, REACH), null);
  assert.equal(findNearest(data, ['train'], { x1: 0.49, x2: 0 }, REACH)?.index, 0);
});

test('the choice of points names the sets', () => {
  assert.deepEqual(shownSets('both'), ['train', 'test']);
  assert.deepEqual(shownSets('test'), ['test']);
});
