import assert from 'node:assert/strict';
import { test } from 'node:test';

import { effectOf, strongest } from '../../web/state/influence.js';

/**
 * @param {number} testLoss
 * @param {number[]} grid of 2×2 points, an output after the other
 * @param {boolean} [diverged]
 */
const run = (testLoss, grid, diverged = false) => ({
  metrics: { epoch: 1, trainLoss: 0, testLoss, trainAccuracy: 1, testAccuracy: 1 },
  diverged,
  answer: {
    grid: Float64Array.from(grid),
    crossings: new Float64Array(0),
    resolution: 2,
    neuronMap: null,
  },
});

test('of two classes, what changes sides counts, and exactly one half is the first class', () => {
  const all = run(0.5, [0.1, 0.5, 0.6, 0.9]);
  assert.deepEqual(effectOf(all, run(0.25, [0.4, 0.51, 0.2, 0.8]), 2), { loss: -0.25, plane: 0.5 });
});

test('of several, the winner counts, the first of equals', () => {
  const all = run(1, [0.5, 0.2, 0.2, 0.4, 0.3, 0.6, 0.2, 0.4, 0.2, 0.2, 0.6, 0.2]);
  const other = run(1.5, [0.4, 0.2, 0.5, 0.3, 0.4, 0.6, 0.2, 0.4, 0.2, 0.2, 0.3, 0.3]);
  assert.deepEqual(effectOf(all, other, 3), { loss: 0.5, plane: 0.5 });
});

test('of values, it is how much they change on average', () => {
  assert.deepEqual(effectOf(run(1, [0, 1, 2, -1]), run(1, [1, 1, 1, 1]), 0), { loss: 0, plane: 1 });
});

test('of a run that has diverged nothing is known', () => {
  assert.equal(effectOf(run(1, [0, 0, 0, 0]), run(NaN, [0, 0, 0, 0], true), 2), null);
});

test('the strongest come first, whichever way they pull; those that do nothing do not', () => {
  const effects = [
    { loss: 0.1, plane: 0 },
    null,
    { loss: -0.3, plane: 0.2 },
    undefined,
    { loss: 0.2, plane: 0.4 },
  ];
  assert.deepEqual(strongest(effects, 'loss', 2), [2, 4]);
  assert.deepEqual(strongest(effects, 'plane', 9), [4, 2]);
});
