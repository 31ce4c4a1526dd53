import assert from 'node:assert/strict';
import { test } from 'node:test';
import { multiplyAdds } from '../../web/lesson/architectures/contenders.js';
import { CurvePoints } from '../../web/lesson/architectures/curve-points.js';
import {
  areApart,
  conclude,
  spreadOf,
  superiority,
} from '../../web/lesson/architectures/seeds-results.js';

/** Loops of a training as one would write them down, that count what they multiply and add. */
class Counter {
  count = 0;

  /**
   * A product of matrices: (rows, inner) times (inner, columns).
   *
   * @param {number} rows
   * @param {number} inner
   * @param {number} columns
   */
  multiply(rows, inner, columns) {
    for (let i = 0; i < rows; i += 1) {
      for (let j = 0; j < columns; j += 1) {
        for (let k = 0; k < inner; k += 1) this.count += 1;
      }
    }
  }
}

/**
 * @param {number[]} sizes
 * @param {number} n samples
 * @param {'backprop' | 'simplified'} rule
 */
function countEpoch(sizes, n, rule) {
  const counter = new Counter();
  for (let i = 1; i < sizes.length; i += 1) counter.multiply(sizes[i], sizes[i - 1], n);
  for (let i = sizes.length - 1; i >= 1; i -= 1) {
    // delta · inputsᵀ: of all neurons, or of the one row that they share.
    counter.multiply(rule === 'backprop' ? sizes[i] : 1, n, sizes[i - 1]);
    // weightsᵀ · delta, for the layer before.
    if (rule === 'backprop' && i > 1) counter.multiply(sizes[i - 1], sizes[i], n);
  }
  for (let i = 1; i < sizes.length; i += 1) {
    for (let parameter = 0; parameter < sizes[i] * (sizes[i - 1] + 1); parameter += 1) {
      counter.count += 1;
    }
  }
  return counter.count;
}

test('multiply-adds are those of the loops, for every network and rule', () => {
  for (const layerSizes of [
    [2, 1],
    [2, 4, 1],
    [2, 8, 8, 1],
    [2, 16, 16, 16, 1],
    [3, 5, 2],
  ]) {
    for (const rule of /** @type {const} */ (['backprop', 'simplified'])) {
      for (const nSamples of [1, 7, 240]) {
        assert.equal(
          multiplyAdds({ layerSizes, nSamples, rule }),
          countEpoch(layerSizes, nSamples, rule),
          `${layerSizes}, ${nSamples} samples, ${rule}`,
        );
      }
    }
  }
});

test('quartiles are NumPy’s', () => {
  // By the definition of np.quantile's default method: linear, at place share · (n − 1).
  assert.deepEqual(spreadOf([3, 1, 4, 1, 5, 9, 2, 6]), {
    lowest: 1,
    lower: 1.75,
    median: 3.5,
    upper: 5.25,
    highest: 9,
  });
  assert.deepEqual(Object.values(spreadOf([0.5])), [0.5, 0.5, 0.5, 0.5, 0.5]);
});

test('superiority is the share of pairs, ties counting half: Mann and Whitney’s U', () => {
  assert.equal(superiority([1, 2], [3, 4]), 1);
  assert.equal(superiority([3, 4], [1, 2]), 0);
  assert.equal(superiority([1, 2, 3], [1, 2, 3]), 0.5);
  // Counted by hand: 2.5 of the three pairs with 5, all with 6 and with 7, one with 3.
  assert.equal(superiority([1, 5, 4], [5, 6, 7, 3]), 9.5 / 12);
});

test('groups are apart only by more than chance explains', () => {
  const from = (/** @type {number} */ start) => Array.from({ length: 10 }, (_, i) => start + i);
  assert.equal(areApart(from(0), from(0)), false);
  assert.equal(areApart(from(0), from(3)), false);
  assert.equal(areApart(from(0), from(7)), true);
  assert.equal(areApart(from(7), from(0)), true);
  assert.equal(areApart([1, 2], [3, 4]), false, 'four runs are too few for anything');
});

test('the conclusion names who is ahead, and who may be so by chance', () => {
  const values = (/** @type {number} */ start) => Array.from({ length: 10 }, (_, i) => start + i);
  const networks = [
    { name: 'A', values: values(0) },
    { name: 'B', values: values(20) },
    { name: 'C', values: values(21) },
  ];
  assert.deepEqual(conclude(networks), [
    'By more than the chance of the seeds: B ahead of A (100%), C ahead of A (100%).',
    'Not beyond the chance of the seeds: C and B (60%).',
  ]);
});

test('a long curve keeps evenly many of its epochs, and the last', () => {
  const points = new CurvePoints(2000);
  for (let epoch = 0; epoch <= 1998; epoch += 1) {
    points.append(Float64Array.of(epoch, epoch / 10, 0, 0.5, 0.75));
  }
  const curve = points.of('trainLoss', 2);
  assert.equal(curve.length, 501);
  assert.deepEqual(curve[1], { x: 8, y: 0.4 });
  assert.deepEqual(curve.at(-1), { x: 3996, y: 199.8 });
  assert.equal(points.of('testAccuracy').at(-1)?.y, 0.75);
});
