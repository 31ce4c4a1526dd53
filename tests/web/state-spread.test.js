import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFarFromOne } from '../../web/state/spread.js';

/**
 * @param {number} a standard deviation of x1
 * @param {number} b that of x2
 * @returns {[number, number, number][]}
 */
const spreadBy = (a, b) => [
  [1000 - a, 5 - b, 0],
  [1000 + a, 5 + b, 1],
];

test('points whose spread is more than tenfold from 1 are not learned well as they are', () => {
  assert.equal(isFarFromOne(spreadBy(1, 1)), false);
  assert.equal(isFarFromOne(spreadBy(9.9, 0.11)), false);
  assert.equal(isFarFromOne(spreadBy(10.1, 1)), true);
  assert.equal(isFarFromOne(spreadBy(1, 0.09)), true);
});

test('a coordinate that does not vary, and no points, tell nothing', () => {
  assert.equal(isFarFromOne(spreadBy(0, 1)), false);
  assert.equal(isFarFromOne([]), false);
});
