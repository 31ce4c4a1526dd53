import assert from 'node:assert/strict';
import { test } from 'node:test';

import { newData, newWeights } from '../../web/state/seeds.js';

const RANDOM = [0, 0.25, 0.5, 0.75, 1 - 2 ** -53];

test('New data changes the data alone: the weights keep the seed that they had, whosever it was', () => {
  for (const random of RANDOM) {
    const other = newData({ seed: 42, weightSeed: null }, () => random);
    assert.notEqual(other.seed, 42);
    assert.equal(other.weightSeed, 42);
    assert.equal(newData({ seed: 42, weightSeed: 7 }, () => random).weightSeed, 7);
    assert.equal(newData({ seed: 42, weightSeed: 0 }, () => random).weightSeed, 0);
  }
});

test('New weights changes the weights alone', () => {
  for (const random of RANDOM) {
    for (const weightSeed of [null, 7]) {
      const patch = newWeights({ seed: 42, weightSeed }, () => random);
      assert.deepEqual(Object.keys(patch), ['weightSeed']);
      assert.notEqual(patch.weightSeed, weightSeed ?? 42);
    }
  }
});

test('drawn seeds are short, and never the one that there is', () => {
  for (const seed of [0, 1, 5000, 9999, 4294967295]) {
    const drawn = Array.from({ length: 9998 }, (_, i) =>
      newData({ seed, weightSeed: 3 }, () => (i + 0.5) / 9998),
    ).map((patch) => patch.seed);
    assert.equal(new Set(drawn).size, 9998, 'each can be drawn');
    assert.ok(Math.min(...drawn) >= 1 && Math.max(...drawn) <= 9999);
    assert.ok(!drawn.includes(seed));
  }
});
