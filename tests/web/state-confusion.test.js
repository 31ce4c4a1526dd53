import assert from 'node:assert/strict';
import { test } from 'node:test';

import { countConfusions, pointsOf } from '../../web/state/confusion.js';

const ACTUAL = [0, 0, 1, 2, 2, 2];
const PREDICTED = [0, 2, 1, 2, 0, 0];

test('a point is counted in the row of its class and the column of the class it is taken for', () => {
  assert.deepEqual(countConfusions(ACTUAL, PREDICTED, 3), [
    [1, 0, 1],
    [0, 1, 0],
    [2, 0, 1],
  ]);
});

test('classes without a point have a row and a column all the same', () => {
  assert.deepEqual(countConfusions([1], [1], 2), [
    [0, 0],
    [0, 1],
  ]);
  assert.deepEqual(countConfusions([], [], 2), [
    [0, 0],
    [0, 0],
  ]);
});

test('the points of a cell are those that are counted there', () => {
  assert.deepEqual(pointsOf(ACTUAL, PREDICTED, { actual: 2, predicted: 0 }), [4, 5]);
  assert.deepEqual(pointsOf(ACTUAL, PREDICTED, { actual: 1, predicted: 0 }), []);
});
