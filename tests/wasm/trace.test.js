import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { loadShippedEngine } from './support.js';

/**
 * @param {ArrayLike<ArrayLike<number>>} rows
 * @returns plain arrays, -0 as 0
 */
const plain = (rows) => Array.from(rows, (row) => Array.from(row, (value) => value + 0));

describe('a trace', () => {
  /** @type {import('../../web/engine/engine.js').Engine} */
  let engine;
  before(async () => {
    engine = await loadShippedEngine();
  });

  it('holds the numbers that a hand computes, a row a neuron and a column a sample', () => {
    const network = engine.createNetwork([2, 2, 1], ['relu', 'linear']);
    network.setLayers([
      {
        weights: [
          [1, 1],
          [1, -1],
        ],
        biases: [0, 0],
      },
      { weights: [[2, 5]], biases: [-6] },
    ]);
    const X = [
      [1, 2],
      [2, 1],
    ];
    const [hidden, last] = network.trace(X, [[1, 3]], { loss: 'mean_squared_error' });
    assert.deepEqual(plain(hidden.z), [
      [3, 3],
      [-1, 1],
    ]);
    assert.deepEqual(plain(hidden.output), [
      [3, 3],
      [0, 1],
    ]);
    assert.deepEqual(plain(last.z), [[0, 5]]);
    assert.deepEqual(plain(last.output), [[0, 5]]);
    assert.deepEqual(plain(last.outputGradient), [[-1, 2]]);
    assert.deepEqual(plain(last.delta), [[-1, 2]]);
    assert.deepEqual(plain(hidden.outputGradient), [
      [-2, 4],
      [-5, 10],
    ]);
    assert.deepEqual(plain(hidden.delta), [
      [-2, 4],
      [0, 10],
    ]);
    network.dispose();
  });

  it('gives the gradient of binary cross-entropy unless another loss is named', () => {
    const network = engine.createNetwork([2, 3, 1], ['tanh', 'sigmoid']);
    network.initialize('xavier', engine.createRandomState(1));
    const X = [
      [0.5, -1, 2],
      [1, 0.25, -0.5],
    ];
    const y = [[0, 1, 1]];
    const [first] = network.trace(X, y);
    const [{ weights }] = network.gradient(X, y);
    weights.forEach((row, neuron) =>
      row.forEach((slope, input) => {
        const traced = X[input].reduce((sum, x, s) => sum + first.delta[neuron][s] * x, 0);
        assert.ok(Math.abs(traced - slope) < 1e-15);
      }),
    );
    network.dispose();
  });

  it('goes forward only where there are no labels', () => {
    const network = engine.createNetwork([1, 1], ['sigmoid']);
    const [only] = network.trace([[0, 1]]);
    assert.deepEqual(plain(only.output), [[0.5, 0.5]]);
    assert.deepEqual(only.outputGradient, []);
    assert.deepEqual(only.delta, []);
    network.dispose();
  });

  it('refuses data that does not fit', () => {
    const network = engine.createNetwork([2, 1], ['sigmoid']);
    assert.throws(() => network.trace([[1]]), /^Error: X: 1 values in 2 rows; allowed: rows of/);
    assert.throws(() => network.trace([[], []], [[]]), /^Error: X: no sample; allowed: one/);
    assert.throws(
      () => network.trace([[1], [2]], [[1, 0]]),
      /^Error: y: shape \(1, 2\); allowed: \(1, 1\)/,
    );
    assert.throws(
      () => network.trace([[1], [2]], [[1]], { loss: /** @type {any} */ ('hinge') }),
      /^Error: loss: "hinge"; allowed: binary_cross_entropy/,
    );
    network.dispose();
  });
});
