import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { createDispatcher } from '../../web/worker/dispatcher.js';
import { FakeEngine } from './fake-engine.js';

/** @import { Frame } from '../../web/state/types.js' */
/** @import { Request } from '../../web/worker/protocol.js' */

/** Points along each side of a frame's grid. */
const RESOLUTION = 200;

function start() {
  const engine = new FakeEngine();
  const dispatcher = createDispatcher(async () => engine, { now: engine.now });
  let id = 0;
  const ask = (/** @type {any} */ call, /** @type {any[]} */ ...args) =>
    dispatcher.handle(/** @type {any} */ ({ id: ++id, run: 1, call, args }));
  return {
    engine,
    ask,
    /** The value, or the error thrown. */
    async perform(/** @type {any} */ call, /** @type {any[]} */ ...args) {
      const { reply } = await ask(call, ...args);
      assert.equal(reply.id, id);
      if (!reply.ok) throw reply.error;
      return /** @type {any} */ (reply.value);
    },
  };
}

async function startCreated() {
  const lab = start();
  await lab.perform('create', defaultConfig());
  return lab;
}

/** @param {Frame} frame */
const epochsIn = ({ history }) => [...history].filter((_, index) => index % 5 === 0);

test('create answers with the description and the first frame', async () => {
  const { perform } = start();
  const value = await perform('create', defaultConfig());
  assert.deepEqual(value.description.layerSizes, [2, 8, 8, 1]);
  const { metrics, history, grid, resolution, parameters, diverged } = value.frame;
  assert.equal(metrics.epoch, 0);
  assert.deepEqual([...history], [0, 1, 1, 0.5, 0.5]);
  assert.equal(resolution, RESOLUTION);
  assert.equal(grid.length, RESOLUTION ** 2);
  assert.deepEqual([...parameters], [0]);
  assert.equal(diverged, false);
});

test('the arrays of a reply are transferred, each once', async () => {
  const { ask } = start();
  const { reply, transfer } = await ask('create', defaultConfig());
  assert.equal(new Set(transfer).size, transfer.length);
  // Grid, crossings, maps, history, parameters; and x1, x2 and y of both sets.
  assert.equal(transfer.length, 11);
  const received = structuredClone(reply, { transfer });
  assert.ok(received.ok);
  assert.ok(transfer.every((buffer) => buffer.byteLength === 0));
});

test('advance trains so many epochs and sends the history since the last frame', async () => {
  const { perform } = await startCreated();
  assert.deepEqual(epochsIn(await perform('advance', { epochs: 3 })), [1, 2, 3]);
  assert.deepEqual(epochsIn(await perform('frame')), []);
  const frame = await perform('advance', { epochs: 1 });
  assert.deepEqual(epochsIn(frame), [4]);
  assert.equal(frame.metrics.epoch, 4);
});

test('of a frame that nobody will see, only the pictures are missing', async () => {
  const { perform } = await startCreated();
  await perform('look', { maps: 40, neuron: { layer: 1, neuron: 0 } });
  const frame = await perform('advance', { epochs: 3, unseen: true });
  assert.deepEqual([frame.grid.length, frame.resolution], [0, 0]);
  assert.deepEqual([frame.maps.length, frame.mapResolution, frame.neuronMap], [0, 0, null]);
  assert.deepEqual(epochsIn(frame), [1, 2, 3]);
  assert.ok((await perform('frame')).grid.length > 0);
});

test('training stops exactly at the limit, and stays there', async () => {
  const { perform } = await startCreated();
  const how = { budgetMs: 1000, limit: 25 };
  assert.equal((await perform('advance', how)).metrics.epoch, 25);
  const frame = await perform('advance', how);
  assert.equal(frame.metrics.epoch, 25);
  assert.deepEqual(epochsIn(frame), []);
});

test('divergence ends the training and shows in the frame', async () => {
  const { engine, perform } = await startCreated();
  engine.divergesAt = 7;
  const frame = await perform('advance', { epochs: 100 });
  assert.equal(frame.diverged, true);
  assert.deepEqual(epochsIn(frame), [1, 2, 3, 4, 5, 6, 7]);
  assert.equal((await perform('advance', { budgetMs: 10 })).metrics.epoch, 7);
});

test('reset goes back to the first frame', async () => {
  const { perform } = start();
  const { frame: first } = await perform('create', defaultConfig());
  await perform('advance', { epochs: 9 });
  assert.deepEqual(await perform('reset'), first);
});

test('predictions and models go through to the experiment', async () => {
  const { perform } = await startCreated();
  assert.deepEqual(await perform('predict', [[0, 1]]), [0.5]);
  await perform('advance', { epochs: 2 });
  const model = await perform('exportModel');
  assert.deepEqual(model, { epoch: 2 });
  const { description, frame } = await perform('importModel', model);
  assert.deepEqual(description.layerSizes, [2, 8, 8, 1]);
  assert.deepEqual(epochsIn(frame), [0]);
});

test('create gives the memory of the experiment before back', async () => {
  const { engine, perform } = await startCreated();
  await perform('create', defaultConfig('notebook'));
  assert.equal(engine.experiments.length, 2);
  assert.equal(engine.alive, 1);
});

for (const [name, patch, message] of /** @type {[string, object, RegExp][]} */ ([
  ['the engine refuses the configuration', { samples: 5 }, /samples: 5/],
  ['the first frame cannot be made', { seed: 13 }, /no grid/],
])) {
  test(`a create that fails because ${name} leaves the experiment before as it was`, async () => {
    const { engine, perform } = await startCreated();
    await perform('advance', { epochs: 3 });
    const { config } = applyPatch(defaultConfig(), patch);
    await assert.rejects(perform('create', config), { message });
    assert.equal(engine.alive, 1);
    assert.equal((await perform('advance', { epochs: 1 })).metrics.epoch, 4);
  });
}

test('an error crosses with its name, message and stack', async () => {
  const { ask } = start();
  const { config } = applyPatch(defaultConfig(), { samples: 5 });
  const { reply, transfer } = await ask('create', config);
  assert.ok(!reply.ok);
  assert.deepEqual(
    [reply.error.name, reply.error.message],
    ['RangeError', 'samples: 5 is what this engine refuses'],
  );
  assert.match(reply.error.stack ?? '', /fake-engine/);
  assert.deepEqual(transfer, []);
});

test('before there is an experiment, requests are refused in words', async () => {
  const { perform } = start();
  for (const call of [
    'frame',
    'answer',
    'reset',
    'predict',
    'exportModel',
    'importModel',
    'advance',
  ]) {
    await assert.rejects(perform(call), {
      message: 'There is no experiment; create one first',
    });
  }
});

test('bad requests are refused by name, and the experiment goes on', async () => {
  const { perform } = await startCreated();
  /** @type {[unknown[], string, RegExp][]} */
  const cases = [
    [[], 'TypeError', /undefined is none/],
    [['explode'], 'TypeError', /"explode" is none/],
    [['constructor'], 'TypeError', /"constructor" is none/],
    [['advance'], 'RangeError', /neither epochs nor budgetMs/],
    [['advance', { epochs: 0 }], 'RangeError', /epochs is 0; allowed/],
    [['advance', { epochs: 1.5 }], 'RangeError', /epochs is 1\.5; allowed/],
    [['advance', { epochs: Infinity }], 'RangeError', /epochs is Infinity; allowed/],
    [['advance', { budgetMs: 0 }], 'RangeError', /budgetMs is 0; allowed/],
    [['advance', { budgetMs: NaN }], 'RangeError', /budgetMs is NaN; allowed/],
    [['advance', { budgetMs: Infinity }], 'RangeError', /budgetMs is Infinity; allowed/],
    [['advance', { epochs: 1, limit: -1 }], 'RangeError', /limit is -1; allowed/],
    [['importModel', 3], 'TypeError', /model: is not an object/],
  ];
  for (const [[call, ...args], name, message] of cases) {
    await assert.rejects(perform(call, ...args), { name, message });
  }
  assert.equal((await perform('advance', { epochs: 1 })).metrics.epoch, 1);
});

test('requests wait while the engine loads, and are answered in order', async () => {
  const engine = new FakeEngine();
  /** @type {(engine: FakeEngine) => void} */
  let loaded = () => {};
  const dispatcher = createDispatcher(() => new Promise((resolve) => (loaded = resolve)));
  /** @type {number[]} */
  const order = [];
  const note = (/** @type {{ reply: { id: number, ok: boolean } }} */ { reply }) => {
    assert.ok(reply.ok);
    order.push(reply.id);
  };
  const answers = [
    dispatcher.handle({ id: 1, run: 1, call: 'create', args: [defaultConfig()] }).then(note),
    dispatcher.handle({ id: 2, run: 1, call: 'advance', args: [{ epochs: 1 }] }).then(note),
    dispatcher.handle({ id: 3, run: 1, call: 'frame', args: [] }).then(note),
  ];
  await new Promise((resolve) => setImmediate(resolve));
  loaded(engine);
  await Promise.all(answers);
  assert.deepEqual(order, [1, 2, 3]);
});

test('an engine that did not load is tried again', async () => {
  let attempts = 0;
  const dispatcher = createDispatcher(async () => {
    attempts += 1;
    if (attempts === 1) throw new Error('offline');
    return new FakeEngine();
  });
  const request = /** @type {Request} */ ({
    id: 1,
    run: 1,
    call: 'create',
    args: [defaultConfig()],
  });
  const { reply } = await dispatcher.handle(request);
  assert.equal(!reply.ok && reply.error.message, 'offline');
  assert.equal((await dispatcher.handle(request)).reply.ok, true);
  assert.equal((await dispatcher.handle(request)).reply.ok, true);
  assert.equal(attempts, 2);
});

test('something thrown that is no error still arrives as one', async () => {
  const dispatcher = createDispatcher(() => Promise.reject(7));
  const { reply } = await dispatcher.handle({
    id: 1,
    run: 1,
    call: 'create',
    args: [defaultConfig()],
  });
  assert.deepEqual(reply, { id: 1, ok: false, error: { name: 'Error', message: '7' } });
});

test('dispose gives all memory back, twice does no harm, and create begins anew', async () => {
  const { engine, perform } = await startCreated();
  await perform('dispose');
  assert.equal(engine.alive, 0);
  await perform('dispose');
  await assert.rejects(perform('frame'), { message: /no experiment/ });
  await perform('create', defaultConfig());
  assert.equal(engine.alive, 1);
});
