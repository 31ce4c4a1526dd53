import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultConfig } from '../../web/state/config.js';
import { start } from './fake-worker.js';

const config = defaultConfig();

const isAbort = (/** @type {Error} */ error) => error.name === 'AbortError';

test('nothing is started before the first call', async () => {
  const { client, workers } = start();
  assert.equal(workers.length, 0);
  client.dispose();
  assert.equal(workers.length, 0);
});

test('an opened client starts its worker ahead, and the first call goes to that one', async () => {
  const { client, workers } = start();
  client.open();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(workers.length, 1);
  await client.create(config);
  assert.equal(workers.length, 1);
  assert.equal(workers[0].requests.length, 1);
  client.dispose();
  client.open();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(workers.length, 1, 'one that is disposed of opens nothing');
  assert.ok(workers[0].terminated);
});

test('every call is answered by the worker', async () => {
  const { client, workers, dispatchersLoaded } = start();
  const { description, frame } = await client.create(config);
  assert.deepEqual(description.layerSizes, [2, 8, 8, 1]);
  assert.ok(frame.grid instanceof Float64Array);
  assert.equal((await client.advance({ epochs: 3 })).metrics.epoch, 3);
  assert.equal((await client.advance({ budgetMs: 1000, limit: 10 })).metrics.epoch, 10);
  assert.equal((await client.frame()).metrics.epoch, 10);
  assert.equal((await client.reset()).metrics.epoch, 0);
  assert.deepEqual(await client.predict([[0, 0]]), [0.5]);
  assert.deepEqual((await client.gradientCheck(1e-5)).cosines, [1]);
  assert.equal((await client.activities()).length, 2);
  const { inOrder } = await client.butterfly({ rule: 'backprop', epochs: 5 });
  assert.equal(inOrder.length, 6);
  const model = await client.exportModel();
  assert.equal((await client.importModel(model)).frame.metrics.epoch, 0);
  assert.equal(client.mode, 'worker');
  assert.deepEqual([workers.length, dispatchersLoaded], [1, 0]);
});

test('a worker that is there is asked at once, whatever whoever asks does next', async () => {
  const { client, workers } = start();
  await client.create(config);
  const calls = [client.advance({ epochs: 2 }), client.frame()];
  assert.deepEqual(
    workers[0].requests.map(({ call }) => call),
    ['create', 'advance', 'frame'],
  );
  const frames = await Promise.all(calls);
  assert.deepEqual(
    frames.map(({ metrics }) => metrics.epoch),
    [2, 2],
  );
});

test('the worker is sent the engine that the page has compiled', async () => {
  const { client, workers } = start();
  await client.create(config);
  await client.create(config);
  assert.deepEqual(workers[0].modules, ['the compiled engine']);
});

test('an engine that cannot be loaded is told, and asked for again with the next experiment', async () => {
  let attempts = 0;
  const compileEngine = async () => {
    attempts += 1;
    if (attempts === 1) throw new Error('moonlab.wasm answered 404');
    return 'the compiled engine';
  };
  const { client, workers, dispatchersLoaded } = start({ silent: true, compileEngine });
  await assert.rejects(client.create(config), { message: 'moonlab.wasm answered 404' });
  assert.equal(workers[0].terminated, true);
  client.create(config).catch(() => {});
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual(workers[1].modules, ['the compiled engine']);
  assert.deepEqual([client.mode, dispatchersLoaded], ['worker', 0]);
  client.dispose();
});

test('calls made at once are answered each with its own value', async () => {
  const { client } = start();
  const [, first, second, predicted] = await Promise.all([
    client.create(config),
    client.advance({ epochs: 1 }),
    client.advance({ epochs: 1 }),
    client.predict([]),
  ]);
  assert.deepEqual([first.metrics.epoch, second.metrics.epoch, predicted], [1, 2, []]);
});

test('an error of the worker arrives with its name, message and stack', async () => {
  const { client } = start();
  await assert.rejects(client.create({ ...config, samples: 5 }), (error) => {
    assert.ok(error instanceof Error);
    assert.equal(error.name, 'RangeError');
    assert.equal(error.message, 'samples: 5 is what this engine refuses');
    assert.match(error.stack ?? '', /createExperiment/);
    return true;
  });
  await client.create(config);
});

test('what cannot be cloned is refused without harm to the rest', async () => {
  const { client } = start();
  await client.create(config);
  await assert.rejects(client.importModel(/** @type {any} */ ({ weights() {} })), {
    name: 'DataCloneError',
  });
  assert.equal((await client.frame()).metrics.epoch, 0);
});

test('after dispose, what waits and what is asked later is rejected as aborted', async () => {
  const { client, workers } = start({ silent: true });
  const waiting = [client.create(config), client.frame()];
  client.dispose();
  client.dispose();
  for (const promise of waiting) await assert.rejects(promise, isAbort);
  await assert.rejects(client.frame(), isAbort);
  assert.deepEqual(
    workers.map((worker) => worker.terminated),
    [true],
  );
});

test('a signal disposes the client', async () => {
  const controller = new AbortController();
  const { client, workers } = start({ silent: true, signal: controller.signal });
  const waiting = client.create(config);
  controller.abort();
  await assert.rejects(waiting, isAbort);
  await assert.rejects(client.frame(), isAbort);
  assert.equal(workers[0].terminated, true);
});

test('with a signal that has fired already, nothing is started', async () => {
  const { client, workers } = start({ signal: AbortSignal.abort('no reason') });
  await assert.rejects(client.create(config), isAbort);
  assert.equal(workers.length, 0);
});

test('a worker that breaks down rejects what waits, and create starts another', async () => {
  const { client, workers } = start();
  await client.create(config);
  const waiting = client.frame();
  workers[0].fail('out of memory');
  await assert.rejects(waiting, { message: 'The worker stopped: out of memory' });
  assert.equal(workers[0].terminated, true);
  await assert.rejects(client.advance({ epochs: 1 }), { message: /no experiment/ });
  await client.create(config);
  assert.equal((await client.advance({ epochs: 1 })).metrics.epoch, 1);
  assert.deepEqual([workers.length, client.mode], [2, 'worker']);
});

test('a late answer of a worker that broke down is not heard', async () => {
  const { client, workers } = start();
  await client.create(config);
  const waiting = client.frame();
  workers[0].dispatchEvent(new Event('messageerror'));
  await assert.rejects(waiting, { message: 'The worker stopped: unreadable reply' });
  await client.create(config);
});

test('where the constructor of workers throws, the main thread answers', async () => {
  const refusal = new DOMException('not from this origin', 'SecurityError');
  const started = start({ refusal });
  const { client, engine } = started;
  await Promise.all([client.create(config), client.advance({ epochs: 2 })]);
  assert.equal(client.mode, 'main');
  assert.equal((await client.frame()).metrics.epoch, 2);
  await assert.rejects(client.create({ ...config, samples: 5 }), { name: 'RangeError' });
  assert.equal(started.dispatchersLoaded, 1);
  client.dispose();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(engine.alive, 0);
});

test('where the worker fails before its first answer, the main thread answers all that waits', async () => {
  const started = start({ silent: true });
  const { client, workers } = started;
  const calls = [client.create(config), client.advance({ epochs: 2 })];
  await new Promise((resolve) => setImmediate(resolve));
  workers[0].fail('refused by the policy');
  await Promise.all(calls);
  assert.equal(client.mode, 'main');
  assert.equal((await client.frame()).metrics.epoch, 2);
  assert.equal(workers[0].terminated, true);
  assert.deepEqual([workers.length, started.dispatchersLoaded], [1, 1]);
});

test('where neither can start, calls are rejected with the reason, and tried again', async () => {
  const offline = new Error('offline');
  const started = start({ refusal: new Error('no workers'), offline });
  const { client } = started;
  const calls = [client.create(config), client.frame()];
  for (const call of calls) await assert.rejects(call, offline);
  await assert.rejects(client.create(config), offline);
  assert.equal(started.dispatchersLoaded, 2);
  client.dispose();
});

test('disposing while the main thread’s dispatcher loads gives its memory back', async () => {
  const { client, engine } = start({ refusal: new Error('no workers') });
  const waiting = client.create(config);
  client.dispose();
  await assert.rejects(waiting, isAbort);
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(engine.alive, 0);
});

test('spare maps are transferred to the worker, and nothing else of a call is', async () => {
  const { client } = start();
  await client.create(config, { look: { maps: 40 } });
  const { maps: spare } = await client.advance({ epochs: 1 });
  const { length } = spare;
  const frame = await client.advance({ epochs: 1, spare });
  assert.equal(spare.length, 0, 'given away');
  assert.equal(frame.maps.length, length);

  const X = [Float64Array.of(1, 2), Float64Array.of(3, 4)];
  await client.evaluate({ X, y: [Float64Array.of(0, 1)] });
  assert.deepEqual([...X[0]], [1, 2]);
});
