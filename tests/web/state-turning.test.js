import assert from 'node:assert/strict';
import { test } from 'node:test';

import { epochsBetween, firstEpochs, firstToGrow } from '../../web/state/turning.js';

/** @param {...number[]} curves of a quantity each, from epoch 0 */
const samplesOf = (...curves) =>
  curves[0].map((_, epoch) => ({ epoch, sizes: curves.map((curve) => curve[epoch]) }));

const calm = (/** @type {number} */ count) =>
  Array.from({ length: count }, (_, epoch) => 1 + (epoch % 3) / 4);

test('a quantity turns where its last climb began', () => {
  // 1, 1.25, 1.5, … 1: then doubled each epoch.
  const curve = [...calm(100), 2, 4, 8, 16, 32, 64, Infinity];
  assert.deepEqual(firstToGrow(samplesOf(curve)), {
    quantity: 0,
    turn: { epoch: 99, value: 1 },
    grown: { epoch: 103, value: 16 },
  });
});

test('a climb that begins at once turned at the start', () => {
  const curve = Array.from({ length: 12 }, (_, epoch) => 3 ** epoch);
  const growth = firstToGrow(samplesOf([...curve, Infinity]));
  assert.deepEqual([growth?.turn.epoch, growth?.grown.epoch], [0, 3]);
});

test('what it drifted before does not count', () => {
  const drift = Array.from({ length: 40 }, (_, epoch) => 1 + epoch / 100);
  const growth = firstToGrow(samplesOf([...calm(50), ...drift, 50, 500, Infinity]));
  assert.equal(growth?.turn.epoch, 89);
});

test('a leap that it came down from is no turn', () => {
  const curve = [...calm(20), 500, ...calm(20), 3, 30, 300, Infinity];
  const growth = firstToGrow(samplesOf(curve));
  assert.equal(growth?.turn.epoch, 40);
  assert.equal(growth?.grown.epoch, 42);
});

test('the first to be tenfold is named, whatever its size', () => {
  const [small, large] = [
    calm(10).map((value) => value / 1000),
    calm(10).map((value) => 50 * value),
  ];
  const early = [...small, 0.02, 0.2, 2, 20, 200];
  const late = [...large, 60, 70, 800, 9000, Infinity];
  assert.equal(firstToGrow(samplesOf(late, early))?.quantity, 1);
  assert.equal(firstToGrow(samplesOf(early, late))?.quantity, 0);
});

test('of two at the same epoch, the one that has grown more', () => {
  const flat = calm(9);
  const samples = samplesOf([...flat, 20, Infinity], [...flat, 90, Infinity]);
  assert.equal(firstToGrow(samples)?.quantity, 1);
});

test('at the first epoch there is no step before, and the rest tells', () => {
  const samples = [
    { epoch: 0, sizes: [Infinity, 0.5, 1] },
    { epoch: 1, sizes: [NaN, Infinity, 8] },
  ];
  assert.deepEqual(firstToGrow(samples), {
    quantity: 1,
    turn: { epoch: 0, value: 0.5 },
    grown: { epoch: 1, value: Infinity },
  });
});

test('from zero, anything has grown', () => {
  assert.equal(firstToGrow(samplesOf([0, 0, 0, 1e-9, Infinity]))?.turn.epoch, 2);
});

test('near the largest number that there is, it is seen too', () => {
  assert.equal(firstToGrow(samplesOf([1e308, Infinity]))?.grown.epoch, 1);
});

test('what was never finite has not grown', () => {
  assert.equal(firstToGrow(samplesOf([Infinity, Infinity])), null);
  assert.equal(firstToGrow([]), null);
});

test('a short run is watched at each epoch', () => {
  assert.deepEqual(firstEpochs(0), [0]);
  assert.deepEqual(firstEpochs(3), [0, 1, 2, 3]);
  assert.deepEqual(epochsBetween(samplesOf([1, 1, 1, 50, Infinity]), null), []);
});

test('of a long run it takes few looks to know the epoch', () => {
  const last = 1_000_003;
  const turn = 654_321;
  const size = (/** @type {number} */ epoch) =>
    epoch < last ? 1 + Math.max(0, epoch - turn) / 7 : Infinity;
  /** @type {{ epoch: number, sizes: number[] }[]} */
  let samples = [];
  let epochs = firstEpochs(last);
  assert.deepEqual([epochs[0], epochs[epochs.length - 1]], [0, last]);
  while (epochs.length > 0) {
    samples = [...samples, ...epochs.map((epoch) => ({ epoch, sizes: [size(epoch)] }))];
    samples.sort((a, b) => a.epoch - b.epoch);
    assert.equal(new Set(samples.map(({ epoch }) => epoch)).size, samples.length);
    epochs = epochsBetween(samples, firstToGrow(samples));
  }
  // The last at which it is not more than half as large again, and the first with more than ten times that.
  const growth = firstToGrow(samples);
  assert.deepEqual([growth?.turn.epoch, growth?.grown.epoch], [turn + 3, turn + 94]);
  assert.ok(samples.length < 700, String(samples.length));
});
