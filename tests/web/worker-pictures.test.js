import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultConfig } from '../../web/state/config.js';
import { createDispatcher } from '../../web/worker/dispatcher.js';
import { FakeEngine } from './fake-engine.js';

/** @import { Frame } from '../../web/state/types.js' */

/** Points along each side of a frame's grid, if nothing is said. */
const RESOLUTION = 200;
/** Of 2-8-8-1. */
const NEURONS = 19;

/** @param {object} [start] */
async function startCreated(start) {
  const engine = new FakeEngine();
  const dispatcher = createDispatcher(async () => engine, { now: engine.now });
  let id = 0;
  async function perform(/** @type {any} */ call, /** @type {any[]} */ ...args) {
    id += 1;
    const answer = await dispatcher.handle(/** @type {any} */ ({ id, run: 1, call, args }));
    if (!answer.reply.ok) throw answer.reply.error;
    // As a worker sends it.
    const { value } = structuredClone(answer.reply, { transfer: answer.transfer });
    return /** @type {any} */ (value);
  }
  const { frame } = await perform('create', defaultConfig(), start);
  return { engine, perform, first: /** @type {Frame} */ (frame) };
}

/** @param {Frame} frame */
const sizesOf = ({ grid, resolution, maps, mapResolution, neuronMap }) => ({
  grid: grid.length,
  resolution,
  maps: maps.length,
  mapResolution,
  neuronMap: neuronMap?.values.length ?? null,
});

const PLAIN = {
  grid: RESOLUTION ** 2,
  resolution: RESOLUTION,
  maps: 0,
  mapResolution: 0,
  neuronMap: null,
};
const MAPPED = { ...PLAIN, maps: NEURONS * 40 ** 2, mapResolution: 40 };

test('frames have a grid, and maps once they are looked at', async () => {
  const { perform, first } = await startCreated();
  assert.deepEqual(sizesOf(first), PLAIN);
  assert.deepEqual(sizesOf(await perform('look', { maps: 40 })), MAPPED);
  for (const [call, ...args] of [
    ['frame'],
    ['advance', { epochs: 1 }],
    ['advance', { budgetMs: 2 }],
    ['reset'],
  ]) {
    assert.deepEqual(sizesOf(await perform(call, ...args)), MAPPED);
  }
  assert.deepEqual(sizesOf((await perform('importModel', {})).frame), MAPPED);
  assert.deepEqual(sizesOf(await perform('look', { maps: 0 })), PLAIN);
});

test('a run can begin with what it shows', async () => {
  const { first } = await startCreated({ look: { resolution: 60, maps: 30 } });
  assert.deepEqual(sizesOf(first), {
    grid: 60 ** 2,
    resolution: 60,
    maps: NEURONS * 30 ** 2,
    mapResolution: 30,
    neuronMap: null,
  });
});

test('without a grid there is no map of the neuron that is looked at', async () => {
  const look = { resolution: 0, neuron: { layer: 1, neuron: 2 } };
  const { first } = await startCreated({ look });
  assert.deepEqual(sizesOf(first), { ...PLAIN, grid: 0, resolution: 0 });
});

test('the map of the neuron that is looked at comes besides, until nobody does', async () => {
  const { perform } = await startCreated();
  const frame = await perform('look', { neuron: { layer: 2, neuron: 7 } });
  assert.deepEqual(sizesOf(frame), { ...PLAIN, neuronMap: RESOLUTION ** 2 });
  const { layer, neuron, values } = frame.neuronMap;
  assert.deepEqual([layer, neuron, values[0], values.at(-1)], [2, 7, 27, 27]);
  assert.equal((await perform('advance', { budgetMs: 2 })).neuronMap.values[0], 27);
  assert.deepEqual(sizesOf(await perform('look', { neuron: null })), PLAIN);
});

test('what is looked at is of the plane that is shown', async () => {
  const bounds = [-1, 1, -2, 2];
  const { engine, perform } = await startCreated({ bounds });
  for (const look of [
    { maps: 20, resolution: 0 },
    { resolution: 20, maps: 0 },
  ]) {
    engine.experiments[0].bounds = undefined;
    await perform('look', look);
    assert.deepEqual(engine.experiments[0].bounds, bounds);
  }
  engine.experiments[0].bounds = undefined;
  await perform('look', { neuron: { layer: 1, neuron: 1 } });
  assert.deepEqual(engine.experiments[0].bounds, bounds);
});

test('looking takes no history from the frame that shows it', async () => {
  const { perform } = await startCreated();
  await perform('advance', { epochs: 3 });
  const frame = await perform('look', { maps: 20 });
  assert.equal(frame.history.length, 0);
  assert.equal(frame.metrics.epoch, 3);
});

test('a number of points that there cannot be is refused by name', async () => {
  const { perform } = await startCreated();
  await assert.rejects(perform('look', { maps: -1 }), {
    message: 'look: maps is -1; allowed are whole numbers from 0',
  });
  await assert.rejects(perform('look', { resolution: 1.5 }), {
    message: 'look: resolution is 1.5; allowed are whole numbers from 0',
  });
  await assert.rejects(startCreated({ look: { maps: NaN } }));
});

/**
 * @param {Awaited<ReturnType<typeof startCreated>>} run
 * @param {number} frames
 * @returns {Promise<Frame[]>}
 */
async function watch({ perform }, frames) {
  const seen = [];
  for (let i = 0; i < frames; i += 1) seen.push(await perform('advance', { budgetMs: 24 }));
  return seen;
}

test('a grid that takes too long is coarser while it trains, and whole where it stops', async () => {
  const run = await startCreated();
  const { engine, perform } = run;
  engine.msPerPoint = 100 / RESOLUTION ** 2;
  await watch(run, 3);
  for (const { grid, resolution, isSketch } of await watch(run, 4)) {
    assert.equal(resolution, 50);
    assert.equal(grid.length, 50 ** 2);
    assert.equal(isSketch, true);
  }
  const { resolution, isSketch } = await perform('frame');
  assert.deepEqual([resolution, isSketch], [RESOLUTION, false]);
  assert.equal((await perform('look', {})).resolution, RESOLUTION);
  assert.equal((await perform('advance', { epochs: 1 })).resolution, RESOLUTION);
  const { epoch } = (await perform('advance', { budgetMs: 24 })).metrics;
  const last = await perform('advance', { budgetMs: 24, limit: epoch + 1 });
  assert.deepEqual([last.metrics.epoch, last.resolution], [epoch + 1, RESOLUTION]);
  assert.equal((await perform('reset')).resolution, RESOLUTION);
  engine.divergesAt = 2;
  assert.equal((await perform('advance', { budgetMs: 24 })).resolution, RESOLUTION);
});

test('no grid is coarser than 40 points a side, unless it is asked for so', async () => {
  const run = await startCreated();
  run.engine.msPerPoint = 1;
  const frames = await watch(run, 4);
  assert.equal(frames[3].resolution, 40);
  await run.perform('look', { resolution: 30 });
  assert.equal((await watch(run, 1))[0].resolution, 30);
});

test('a neuron’s map has the resolution of the grid', async () => {
  const run = await startCreated({ look: { neuron: { layer: 1, neuron: 0 } } });
  run.engine.msPerPoint = 100 / RESOLUTION ** 2;
  const frames = await watch(run, 4);
  const { resolution, neuronMap } = frames[3];
  assert.equal(resolution, 50);
  assert.equal(neuronMap?.values.length, 50 ** 2);
});

test('one slow grid among fast ones changes nothing', async () => {
  const run = await startCreated();
  run.engine.msPerPoint = 3 / RESOLUTION ** 2;
  await watch(run, 3);
  run.engine.msPerPoint = 100 / RESOLUTION ** 2;
  await watch(run, 1);
  run.engine.msPerPoint = 3 / RESOLUTION ** 2;
  for (const { resolution } of await watch(run, 4)) assert.equal(resolution, RESOLUTION);
});

test('a grid becomes finer only where that clearly fits', async () => {
  const run = await startCreated();
  run.engine.msPerPoint = 16 / RESOLUTION ** 2;
  const coarse = (await watch(run, 6)).at(-1)?.resolution;
  assert.equal(coarse, 140);
  run.engine.msPerPoint = 10 / RESOLUTION ** 2;
  assert.equal((await watch(run, 6)).at(-1)?.resolution, coarse);
  run.engine.msPerPoint = 6 / RESOLUTION ** 2;
  assert.equal((await watch(run, 6)).at(-1)?.resolution, RESOLUTION);
});

test('maps that take long take turns with frames that have none', async () => {
  const run = await startCreated({ look: { maps: 40 } });
  run.engine.msPerMapPoint = 5 / 40 ** 2;
  for (let i = 0; i < 3; i += 1) await run.perform('frame');
  const frames = await watch(run, 9);
  const turns = frames.map(({ mapResolution }) => mapResolution);
  assert.deepEqual(turns, [0, 0, 40, 0, 0, 40, 0, 0, 40]);
  assert.ok(frames.every(({ isSketch, mapResolution }) => isSketch === (mapResolution === 0)));
  assert.equal((await run.perform('frame')).mapResolution, 40);
});

test('however long maps take, every eighth frame has them', async () => {
  const run = await startCreated({ look: { maps: 40 } });
  run.engine.msPerMapPoint = 1;
  for (let i = 0; i < 3; i += 1) await run.perform('frame');
  const turns = (await watch(run, 16)).map(({ mapResolution }) => mapResolution);
  assert.deepEqual(turns, [...Array(7).fill(0), 40, ...Array(7).fill(0), 40]);
});

test('what pictures take beyond some milliseconds is taken from training, three quarters of it at most', async () => {
  const run = await startCreated({ look: { resolution: 40 } });
  const { engine } = run;
  engine.msPerEpoch = 0.5;
  /** Of training and pictures. */
  async function time(/** @type {number} */ gridMs) {
    engine.msPerPoint = gridMs / 40 ** 2;
    await watch(run, 3);
    const began = engine.time;
    await watch(run, 1);
    return engine.time - began;
  }
  assert.ok((await time(3)) < 24 + 3 + 2);
  assert.ok((await time(16)) < 24 + 4 + 2);
  const longest = await time(100);
  assert.ok(longest >= 106 - 1 && longest < 106 + 1, `${longest}`);
});

test('the next maps go where those were that nobody wants any more', async () => {
  const { perform } = await startCreated({ look: { maps: 40 } });
  const { maps: spare } = await perform('advance', { epochs: 1 });
  const { maps } = await perform('advance', { epochs: 1, spare });
  assert.equal(spare.length, 0, 'sent with the answer');
  assert.equal(maps.length, NEURONS * 40 ** 2);
  assert.equal(maps[0], 2);
});

test('spare maps wait for a frame that has some, and are left alone where they do not fit', async () => {
  const { perform } = await startCreated({ look: { maps: 40 } });
  const { maps: spare } = await perform('advance', { epochs: 1 });
  await perform('advance', { epochs: 1, unseen: true, spare });
  assert.equal(spare.length, NEURONS * 40 ** 2);
  const { maps: next } = await perform('advance', { epochs: 1 });
  assert.equal(spare.length, 0);
  assert.equal(next[0], 3);

  await perform('look', { maps: 30 });
  const smaller = await perform('advance', { epochs: 1, spare: next });
  assert.equal(smaller.maps.length, NEURONS * 30 ** 2);
  assert.equal(next[0], 3);
});
