import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultConfig } from '../../web/state/config.js';
import { createDispatcher } from '../../web/worker/dispatcher.js';
import { FakeEngine } from './fake-engine.js';

function start() {
  const engine = new FakeEngine();
  const dispatcher = createDispatcher(async () => engine, { now: engine.now });
  const ask = (/** @type {any} */ call, /** @type {any[]} */ ...args) =>
    dispatcher.handle(/** @type {any} */ ({ id: 1, run: 1, call, args }));
  return {
    engine,
    ask,
    /** The value, or the error thrown. */
    async perform(/** @type {any} */ call, /** @type {any[]} */ ...args) {
      const { reply } = await ask(call, ...args);
      if (!reply.ok) throw reply.error;
      return /** @type {any} */ (reply.value);
    },
  };
}

/** @param {import('../../web/state/types.js').Frame} frame */
const epochsIn = ({ history }) => [...history].filter((_, index) => index % 5 === 0);

async function startTrained() {
  const lab = start();
  await lab.perform('create', defaultConfig());
  await lab.perform('advance', { epochs: 2 });
  return lab;
}

test('a gradient check goes to the experiment as it is now', async () => {
  const { perform } = await startTrained();
  const { epsilon, analytic } = await perform('gradientCheck', 1e-5);
  assert.deepEqual([epsilon, ...analytic], [1e-5, 2]);
});

test('activities come layer by layer', async () => {
  const { perform } = await startTrained();
  const layers = await perform('activities');
  assert.deepEqual(
    layers.map((/** @type {any} */ layer) => layer.dead.length),
    [8, 8],
  );
});

test('dead neurons and twins can be asked for without what takes long', async () => {
  const { perform } = await startTrained();
  const layers = await perform('neuronActivity');
  assert.deepEqual(Object.keys(layers[0]), ['dead', 'twinOf']);
  assert.equal(layers[1].dead.length, 8);
});

test('shares are of the parameter that is asked for', async () => {
  const { perform } = await startTrained();
  const { shares, penalty, updates } = await perform('shares', { layer: 1, neuron: 2, input: 3 });
  assert.deepEqual([...shares, penalty, updates], [1, 2, 3, 0.25, 2]);
  const bias = await perform('shares', { layer: 1, neuron: 2, input: null });
  assert.deepEqual([...bias.shares], [1, 2, -1]);
});

test('a neuron’s map is as fine as it is asked for, and of the plane that is shown', async () => {
  const { engine, perform } = start();
  const bounds = [-1, 1, -2, 2];
  await perform('create', defaultConfig(), { bounds });
  engine.experiments[0].bounds = undefined;
  const map = await perform('neuronMap', 2, 5, 7);
  assert.deepEqual([map.length, map[0], map.at(-1)], [49, 25, 25]);
  assert.deepEqual(engine.experiments[0].bounds, bounds);
});

test('outcomes are of both sets, and leave the experiment as it was', async () => {
  const { perform } = await startTrained();
  const { train, test: testing } = await perform('outcomes');
  assert.deepEqual([[...train], [...testing]], [[0, 1], [1]]);
  assert.equal((await perform('frame')).metrics.epoch, 2);
});

test('a butterfly is two runs, and leaves the experiment as it was', async () => {
  const { perform } = await startTrained();
  const { inOrder, reversed } = await perform('butterfly', { rule: 'simplified', epochs: 2 });
  assert.deepEqual([...inOrder], [0.5, 0.5, 0.5]);
  assert.deepEqual([...reversed], [0.5, 0.5, 0.25]);
  assert.equal((await perform('advance', { epochs: 1 })).metrics.epoch, 3);
});

test('a butterfly of a configuration of its own needs no experiment, and touches none', async () => {
  const request = { config: defaultConfig('notebook'), rule: 'backprop' };
  const fresh = start();
  assert.equal((await fresh.perform('butterfly', { ...request, epochs: 3 })).inOrder.length, 4);
  assert.equal(fresh.engine.alive, 0);

  const { engine, perform } = await startTrained();
  await perform('butterfly', { ...request, epochs: 3 });
  await assert.rejects(perform('butterfly', { ...request, epochs: 0 }));
  assert.equal(engine.alive, 1);
  assert.equal((await perform('frame')).metrics.epoch, 2);
});

test('points of another data set need no experiment, and touch none', async () => {
  const { engine, perform } = start();
  const settings = { dataset: 'xor', samples: 3, noise: 0, seed: 1 };
  const { x1, x2, y } = await perform('points', settings);
  assert.deepEqual([...x1], [0, 1, 2]);
  assert.deepEqual([...x2], [-0, -1, -2]);
  assert.deepEqual([...y], [0, 1, 0]);
  assert.equal(engine.alive, 0);
});

test('the arrays of an answer are transferred', async () => {
  const { ask } = await startTrained();
  assert.equal((await ask('gradientCheck', 1e-5)).transfer.length, 3);
  const request = { rule: 'backprop', epochs: 1 };
  assert.equal((await ask('butterfly', request)).transfer.length, 2);
});

test('before there is an experiment, questions are refused in words', async () => {
  const { perform } = start();
  for (const call of ['gradientCheck', 'activities', 'outcomes']) {
    await assert.rejects(perform(call), { message: /no experiment; create one/ });
  }
});

test('a butterfly with numbers that make no sense is refused by their names', async () => {
  const { perform } = await startTrained();
  for (const [request, message] of /** @type {[object, RegExp][]} */ ([
    [{ rule: 'other', epochs: 9 }, /butterfly: rule is other; allowed are backprop, simplified/],
    [{ rule: 'backprop', epochs: 0 }, /butterfly: epochs is 0; allowed are whole numbers from 1/],
    [{ rule: 'backprop' }, /butterfly: epochs is undefined; allowed/],
  ])) {
    const expected = { name: 'RangeError', message };
    await assert.rejects(perform('butterfly', request), expected);
  }
});

test('a grid is what the network says now, in the part of the plane that is asked for', async () => {
  const { engine, perform } = await startTrained();
  assert.equal((await perform('answer', 3)).grid.length, 9);
  await perform('answer', 2, [0, 1, 2, 3]);
  assert.deepEqual(engine.experiments[0].bounds, [0, 1, 2, 3]);
});

test('other points are judged by the network as it is now', async () => {
  const { perform } = await startTrained();
  const set = { X: [Float64Array.of(1, 2), Float64Array.of(3, 4)], y: [Float64Array.of(0, 1)] };
  assert.deepEqual(await perform('evaluate', set), { loss: 2, accuracy: 0.5 });
});

test('a change answers with the schedule, and with the last row anew', async () => {
  const { perform } = await startTrained();
  const { schedule, frame } = await perform('change', [{ name: 'learning-rate', value: 0.5 }]);
  assert.equal(schedule, '2:learning-rate=0.5');
  assert.deepEqual(epochsIn(frame), [2]);
  assert.equal(frame.metrics.epoch, 2);
  assert.deepEqual(epochsIn(await perform('advance', { epochs: 2 })), [3, 4]);
});
