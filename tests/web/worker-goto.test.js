import assert from 'node:assert/strict';
import { test } from 'node:test';

import { defaultConfig } from '../../web/state/config.js';
import { parseGoal } from '../../web/state/goal.js';
import { ROW_LENGTH } from '../../web/state/metrics.js';
import { keepWithin } from '../../web/worker/memory.js';
import { FakeEngine, clientOf } from './fake-engine.js';

/** @param {{ history: Float64Array } | null} frame */
const epochsIn = (frame) => [...(frame?.history ?? [])].filter((_, i) => i % ROW_LENGTH === 0);

/** @param {Partial<FakeEngine>} [traits] */
async function start(traits = {}) {
  const engine = Object.assign(new FakeEngine(), traits);
  const client = clientOf(engine);
  await client.create(defaultConfig());
  return client;
}

test('another epoch is come to within a budget, and then again until it is there', async () => {
  const client = await start({ msPerEpoch: 1 });
  /** @type {number[]} */
  const way = [];
  let gone = await client.goto(100, { budgetMs: 30 });
  for (; gone.frame === null; gone = await client.goto(100, { budgetMs: 30 })) way.push(gone.epoch);
  assert.equal(way.length, 3);
  assert.equal(gone.frame?.metrics.epoch, 100);
  assert.deepEqual(
    epochsIn(gone.frame),
    Array.from({ length: 100 }, (_, i) => i + 1),
  );
});

test('an experiment that is begun for an epoch comes to it at once where it is more than half there', async () => {
  const epochOf = async (/** @type {number} */ epoch) => {
    const client = clientOf(Object.assign(new FakeEngine(), { msPerEpoch: 1 }));
    const { arrived = null } = await client.create(defaultConfig(), {
      outcome: { epoch, budgetMs: 30 },
    });
    assert.deepEqual(epochsIn(arrived).at(-1), arrived?.metrics.epoch);
    return arrived?.metrics.epoch;
  };
  assert.equal(await epochOf(50), 50);
  assert.ok(Number(await epochOf(200)) < 100, 'some of the way is shown first');
});

test('the history comes once, wherever it goes', async () => {
  const client = await start();
  await client.advance({ epochs: 10 });
  const back = await client.goto(4);
  assert.deepEqual(epochsIn(back.frame), []);
  assert.deepEqual(epochsIn(await client.advance({ epochs: 5 })), []);
  assert.deepEqual(epochsIn(await client.advance({ epochs: 3 })), [11, 12]);
});

test('what is on the way is not lost to whoever asks for other pictures', async () => {
  const client = await start({ msPerEpoch: 1 });
  assert.equal((await client.goto(100, { budgetMs: 10 })).frame, null);
  assert.equal((await client.look({ maps: 4 })).history.length, 0);
  assert.equal(epochsIn((await client.goto(100)).frame).length, 100);
});

test('it goes no further than the limit, and says what is no epoch', async () => {
  const client = await start();
  assert.equal((await client.goto(100, { limit: 30 })).epoch, 30);
  await assert.rejects(
    client.goto(-1),
    /^RangeError: goto: epoch is -1; allowed are whole numbers from 0$/,
  );
});

test('training stops at the first epoch that reaches the goal, and the history ends there', async () => {
  const client = await start();
  const goal = parseGoal('train-loss<=0.1, epoch>=5');
  const frame = await client.advance({ epochs: 50, goal });
  assert.equal(frame.metrics.epoch, 9);
  assert.equal(epochsIn(frame).length, 9);
  assert.equal((await client.advance({ epochs: 3 })).metrics.epoch, 12);
});

test('memory is given up by those first that have been used longest ago', () => {
  const memory = (/** @type {number} */ size) => ({
    size,
    thin() {
      this.size = Math.max(1, Math.floor(this.size / 2));
    },
  });
  const all = [memory(64), memory(64), memory(64)];
  keepWithin(all, 200);
  assert.deepEqual(
    all.map(({ size }) => size),
    [64, 64, 64],
  );
  keepWithin(all, 140);
  assert.deepEqual(
    all.map(({ size }) => size),
    [8, 64, 64],
  );
  keepWithin(all, 40);
  assert.deepEqual(
    all.map(({ size }) => size),
    [1, 1, 32],
  );
  keepWithin(all, 0);
  assert.deepEqual(
    all.map(({ size }) => size),
    [1, 1, 1],
    'the first moments stay',
  );
});
