import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultConfig } from '../../web/state/config.js';
import { createDispatcher } from '../../web/worker/dispatcher.js';
import { Pool } from '../../web/worker/pool.js';
import { FakeEngine } from './fake-engine.js';
import { start } from './fake-worker.js';

/** @import { Client } from '../../web/worker/client.js' */

const config = defaultConfig();

/** @param {Client[]} clients */
const createAll = (clients) => Promise.all(clients.map((client) => client.create(config)));

test('thirty runs share as many workers as there may be, and each is its own', async () => {
  const { client, newClient, workers, engine } = start({ most: 2 });
  const clients = [client, ...Array.from({ length: 29 }, newClient)];
  await createAll(clients);
  assert.equal(workers.length, 2);
  assert.equal(engine.alive, 30);
  const frames = await Promise.all(clients.map((one, i) => one.advance({ epochs: i + 1 })));
  assert.deepEqual(
    frames.map(({ metrics }) => metrics.epoch),
    clients.map((_, i) => i + 1),
  );
  const runs = workers.map(({ requests }) => new Set(requests.map(({ run }) => run)).size);
  assert.deepEqual(runs, [15, 15]);
});

test('what computes much has a worker to itself, those with little to do share the other', async () => {
  const { client, newClient, workers } = start({ most: 2 });
  // Whatever else there is: it may be at rest.
  await createAll([client, newClient(), newClient()]);
  const before = workers.map(({ requests }) => requests.length);
  const team = new Map();
  await createAll([560, 90, 60, 12].map((work) => newClient({ team, work })));
  const asked = workers.map(({ requests }, i) => requests.length - before[i]);
  assert.deepEqual(asked.sort(), [1, 3]);
  assert.deepEqual([...team.values()].sort(), [162, 560]);
});

test('a run that ends gives its memory back, and the last of a worker ends it', async () => {
  const { client, newClient, workers, engine } = start({ most: 1 });
  const other = newClient();
  await createAll([client, other]);
  client.dispose();
  await other.frame();
  assert.equal(engine.alive, 1);
  assert.equal(workers[0].terminated, false);
  other.dispose();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(workers[0].terminated, true);
  await createAll([newClient()]);
  assert.deepEqual(
    workers.map(({ terminated }) => terminated),
    [true, false],
  );
});

test('what one run waits for is rejected with it, what the others wait for is not', async () => {
  const { client, newClient } = start({ most: 1 });
  const other = newClient();
  await createAll([client, other]);
  const [ended, waiting] = [client.frame(), other.advance({ epochs: 2 })];
  client.dispose();
  await assert.rejects(ended, { name: 'AbortError' });
  assert.equal((await waiting).metrics.epoch, 2);
});

test('a worker that breaks down takes its own runs along, and they can be made again', async () => {
  const { client, newClient, workers } = start({ most: 2 });
  const [other, third] = [newClient(), newClient()];
  await createAll([client, other, third]);
  // Two on the first worker, one on the second.
  const waiting = client.frame();
  workers[0].fail('out of memory');
  await assert.rejects(waiting, { message: 'The worker stopped: out of memory' });
  await assert.rejects(third.frame(), { cause: { failure: 'workerStopped', why: '' } });
  assert.equal((await other.advance({ epochs: 1 })).metrics.epoch, 1);
  await createAll([third]);
  assert.equal((await third.advance({ epochs: 4 })).metrics.epoch, 4);
  assert.equal(workers.length, 3);
});

test('where no worker can start, all runs share the one dispatcher of the page', async () => {
  const started = start({ most: 4, refusal: new Error('no workers') });
  const { client, newClient, engine } = started;
  await client.create(config);
  const others = [newClient(), newClient()];
  await createAll(others);
  assert.equal(started.dispatchersLoaded, 1);
  assert.equal(engine.alive, 3);
  for (const one of [client, ...others]) one.dispose();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(engine.alive, 0);
});

test('no page takes more workers than eight, however many cores it is told of', () => {
  assert.equal(new Pool({ most: 64 }).size, 8);
  assert.equal(new Pool({ most: 3 }).size, 3);
});

test('runs are kept apart, and each gives its own memory back', async () => {
  const engine = new FakeEngine();
  const dispatcher = createDispatcher(async () => engine, { now: engine.now });
  const ask = async (
    /** @type {number} */ run,
    /** @type {any} */ call,
    /** @type {any[]} */ ...args
  ) => {
    const { reply } = await dispatcher.handle(/** @type {any} */ ({ id: 1, run, call, args }));
    return /** @type {any} */ (reply.ok ? reply.value : reply.error);
  };
  await ask(1, 'create', config);
  await ask(2, 'create', config);
  await ask(1, 'advance', { epochs: 3 });
  assert.equal((await ask(2, 'advance', { epochs: 1 })).metrics.epoch, 1);
  assert.equal((await ask(1, 'frame')).metrics.epoch, 3);
  await ask(1, 'dispose');
  assert.equal(engine.alive, 1);
  assert.match((await ask(1, 'frame')).message, /no experiment/);
  assert.equal((await ask(2, 'frame')).metrics.epoch, 1);
});
