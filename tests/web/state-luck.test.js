import assert from 'node:assert/strict';
import { test } from 'node:test';

import { defaultConfig } from '../../web/state/config.js';
import {
  compareLuck,
  countInto,
  drawsOf,
  histogramOf,
  luckOf,
  onSameSeeds,
  signTest,
} from '../../web/state/luck.js';

const config = defaultConfig();

/** @param {number} testLoss @returns {import('../../web/state/sweep-results.js').Result} */
const result = (testLoss) => ({
  metrics: { epoch: 1, trainLoss: 0, testLoss, trainAccuracy: 1, testAccuracy: 1 },
  diverged: Number.isNaN(testLoss),
  parameterCount: 1,
});

test('weights are drawn on the same data, data for the same weights', () => {
  const weights = drawsOf(config, 'weights', 3).map((one) => [
    one.config.seed,
    one.config.weightSeed,
  ]);
  assert.deepEqual(weights, [
    [42, null],
    [42, 43],
    [42, 44],
  ]);
  const data = drawsOf(config, 'data', 3).map((one) => [one.config.seed, one.config.weightSeed]);
  assert.deepEqual(data, [
    [42, null],
    [43, 42],
    [44, 42],
  ]);
  assert.deepEqual(
    drawsOf({ ...config, weightSeed: 7 }, 'data', 2).map((one) => one.config.weightSeed),
    [7, 7],
  );
});

test('seeds end with 32 bits', () => {
  const last = { ...config, seed: 2 ** 32 - 5, weightSeed: 2 ** 32 - 5 };
  for (const chance of /** @type {const} */ (['data', 'weights'])) {
    assert.equal(drawsOf(last, chance, 5).length, 5);
    assert.throws(() => drawsOf(last, chance, 6), {
      name: 'RangeError',
      message: /seed: 4294967296 is too large; allowed are 0 to 4294967295/,
    });
  }
});

test('quartiles are NumPy’s', () => {
  // np.quantile([3, 1, 2, 10], [0, 0.25, 0.5, 0.75, 1])
  const luck = luckOf([3, 1, 2, 10]);
  assert.deepEqual(
    [luck?.lowest, luck?.lower, luck?.median, luck?.upper, luck?.highest, luck?.mean, luck?.count],
    [1, 1.75, 2.5, 4.75, 10, 4, 4],
  );
  assert.equal(luckOf([]), null);
});

/** @param {ReturnType<typeof histogramOf>} histogram */
const sum = ({ counts }) => counts.reduce((a, b) => a + b, 0);

test('each number of test points has a bin of its own, as far as there is room', () => {
  const values = [57, 57, 58, 60].map((right) => right / 60);
  const { start, width, counts } = histogramOf(values, 1 / 60);
  assert.equal(width, 1 / 60);
  // One below the lowest, so that there are five.
  assert.deepEqual(counts, [0, 2, 1, 0, 1]);
  assert.ok(Math.abs(start + 4.5 * width - 1) < 1e-12);
  const wide = histogramOf(
    Array.from({ length: 201 }, (_, i) => i / 200),
    1 / 200,
  );
  assert.ok(wide.counts.length <= 30 && wide.counts.length > 20);
  assert.equal(sum(wide), 201);
  // Bins of seven points each, but the last.
  assert.ok(wide.counts.slice(0, -1).every((count) => count === wide.counts[0]));
});

test('no value is lost, wherever it lies', () => {
  const thirds = Array.from({ length: 40 }, (_, i) => (i - 7) / 3);
  for (const values of [
    [0.1, 0.2, 0.7],
    [5],
    [0, 0, 0],
    [-3, 2.5, 1e6],
    [1e-300, 2e-300],
    thirds,
  ]) {
    const histogram = histogramOf(values);
    assert.equal(sum(histogram), values.length, String(values));
    assert.ok(histogram.width > 0 && histogram.counts.length <= 31);
  }
});

test('the axis begins and ends with the values, at round numbers', () => {
  const { start, width, counts } = histogramOf([0.0231, 0.031, 0.0879]);
  assert.deepEqual([start, width, counts.length], [0.02, 0.005, 14]);
});

test('two settings are counted in the same bins', () => {
  const bins = histogramOf([0.5, 0.7, 0.9, 1], 0.1);
  const [one, other] = [
    [0.5, 0.9],
    [0.7, 1, 1],
  ].map((values) => countInto(bins, values));
  assert.deepEqual(one.counts.slice(-6), [1, 0, 0, 0, 1, 0]);
  assert.deepEqual(other.counts.slice(-6), [0, 0, 1, 0, 0, 2]);
  assert.deepEqual([one.start, one.width], [other.start, other.width]);
});

test('another setting is trained from the same seeds, whatever its own are', () => {
  const other = { ...config, learningRate: 0.5, seed: 7, weightSeed: 8 };
  for (const chance of /** @type {const} */ (['weights', 'data'])) {
    const draws = drawsOf(config, chance, 3);
    const seeds = draws.map((draw) => [draw.config.seed, draw.config.weightSeed]);
    const found = onSameSeeds(draws, other);
    assert.deepEqual(
      found.map(({ seed, weightSeed }) => [seed, weightSeed]),
      seeds,
    );
    assert.ok(found.every(({ learningRate }) => learningRate === 0.5));
  }
});

test('what a coin would do as well is SciPy’s exact sign test', () => {
  // scipy.stats.binomtest(wins, wins + losses, 0.5).pvalue, SciPy 1.10.1
  const golden = [
    [5, 5, 1],
    [8, 2, 0.109375],
    [60, 40, 0.05688793364098088],
    [41, 59, 0.08862608011406767],
    [540, 460, 0.012444146277171799],
    [469, 531, 0.05367784964501003],
    [0, 3, 0.25],
    [7, 0, 0.015625],
    [1000, 0, 1.8665272370064378e-301],
  ];
  for (const [wins, losses, p] of golden) {
    const found = signTest({ wins, losses });
    assert.ok(Math.abs(found / p - 1) < 1e-12, `${wins} : ${losses}: ${found}, not ${p}`);
  }
  assert.equal(signTest({ wins: 0, losses: 0 }), 1);
});

test('one setting beats another on the same seeds, and what has diverged is beaten', () => {
  const [one, other] = [
    [0.1, 0.2, 0.3, NaN, NaN, 0.5],
    [0.2, 0.1, 0.3, NaN, 0.9, 0.6],
  ].map((losses) => losses.map(result));
  assert.deepEqual(compareLuck(one, other, 'testLoss'), { wins: 2, ties: 2, losses: 2 });
  // What is not there yet is not counted.
  assert.deepEqual(compareLuck(one.slice(0, 1), [undefined, ...other], 'testLoss'), {
    wins: 0,
    ties: 0,
    losses: 0,
  });
});
