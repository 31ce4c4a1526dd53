import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Session } from '../../web/element/session.js';
import { Store } from '../../web/element/store.js';
import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { FakeEngine, clientOf } from './fake-engine.js';
import { start } from './fake-worker.js';

/** @import { LabState } from '../../web/state/lab-state.js' */

/**
 * A session on an engine of known numbers.
 *
 * @param {(state: LabState, session: Session) => void} [onStatus] called when it changes
 */
function startSession(onStatus = () => {}) {
  const engine = new FakeEngine();
  const store = new Store(defaultConfig());
  const session = new Session({ store, createClient: () => clientOf(engine) });
  store.listen((state, before) => {
    if (state.status !== before.status) onStatus(state, session);
  });
  return { session, engine, store };
}

/** @param {object} patch */
const configWith = (patch) => applyPatch(defaultConfig(), patch).config;

test('who hears that it is ready may ask for another experiment at once', async () => {
  /** @type {string[]} */
  const seen = [];
  let turns = 3;
  const { session } = startSession((state) => {
    seen.push(state.status);
    if (state.status !== 'ready' || turns === 0) return;
    turns -= 1;
    const change = () => session.configure(configWith({ seed: turns }));
    // Inside the event, and in the turn after it.
    if (turns % 2) change();
    else queueMicrotask(change);
  });
  await session.start();
  while (turns > 0) await new Promise((resolve) => setImmediate(resolve));
  await session.start();
  (await session.fetch({ epochs: 2 }))();
  assert.equal(session.state.config.seed, 0);
  assert.deepEqual(seen.slice(0, 7), ['ready', ...Array(3).fill(['loading', 'ready']).flat()]);
  assert.equal(session.state.metrics?.epoch, 2);
});

test('who hears that it has failed may ask for another experiment at once', async () => {
  const { session } = startSession((state) => {
    if (state.status === 'failed') session.configure(configWith({ samples: 100 }));
  });
  session.configure(configWith({ samples: 5 }));
  await session.start();
  assert.equal(session.state.status, 'ready');
  assert.equal(session.state.config.samples, 100);
});

test('a session that is ended while it begins can be started again', async () => {
  const { session, engine } = startSession();
  const first = session.start();
  session.dispose();
  await session.start();
  await first;
  assert.equal(session.state.status, 'ready');
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(engine.alive, 1);
  session.dispose();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(engine.alive, 0);
});

/** @param {() => boolean} isTrue */
async function becomes(isTrue) {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
}

test('what there was no time for while it trained is shown once it pauses', async () => {
  const { session, engine, store } = startSession();
  await session.start();
  store.dispatch({ type: 'surround', changes: { isWhole: true } });
  await becomes(() => (session.state.frame?.mapResolution ?? 0) > 0);
  engine.msPerMapPoint = 1;
  session.train();
  for (let i = 0; i < 6; i += 1) (await session.fetch({ budgetMs: 24 }))();
  assert.equal(session.state.frame?.isSketch, true);
  const { epoch } = session.state.frame.metrics;
  session.pause();
  await becomes(() => session.state.frame?.isSketch === false);
  assert.equal(session.state.frame?.metrics.epoch, epoch);
  assert.equal(session.state.status, 'paused');
});

test('maps that others have followed are given away with the next question, never those that are shown', async () => {
  const engine = new FakeEngine();
  const store = new Store(defaultConfig());
  const client = clientOf(engine);
  /** @type {(Float32Array | undefined)[]} */
  const given = [];
  const advance = (/** @type {import('../../web/worker/protocol.js').Advance} */ how) => {
    assert.notEqual(how.spare, store.state.frame?.maps);
    given.push(how.spare);
    return client.advance(how);
  };
  const session = new Session({ store, createClient: () => ({ ...client, advance }) });
  store.dispatch({ type: 'surround', changes: { isWhole: true } });
  await session.start();
  const shown = [];
  for (let frame = 0; frame < 4; frame += 1) {
    shown.push(store.state.frame?.maps);
    (await session.fetch({ epochs: 1 }))();
  }
  assert.ok(shown.every((maps) => maps && maps.length > 0));
  assert.deepEqual(given, [undefined, shown[0], shown[1], shown[2]]);
});

test('the worker is asked for what a setting comes to before the page shows the setting', async () => {
  const { newClient, workers } = start();
  const store = new Store(defaultConfig());
  const session = new Session({ store, createClient: () => newClient() });
  await session.start();
  await becomes(() => session.state.status === 'ready');
  let isShown = false;
  store.show(() => (isShown = true));
  session.configure(configWith({ seed: 7 }));
  assert.equal(workers[0].requests.at(-1).args[0].seed, 7);
  assert.equal(isShown, false);
  session.dispose();
});

/**
 * What is shown while settings change faster than they can be answered.
 *
 * @param {boolean} isHeld whether a hand moves
 */
async function hurry(isHeld) {
  const { session, store } = startSession();
  await session.start();
  store.dispatch({ type: 'surround', changes: { outcome: 3, isHeld } });
  session.holdBounds(isHeld);
  /** @type {string[]} */
  const shown = [];
  store.show(({ status, metrics, history }) =>
    shown.push(`${status} ${metrics?.epoch} of ${history.last}`),
  );
  for (const seed of [1, 2, 3]) {
    session.configure(configWith({ seed }));
    await Promise.resolve();
  }
  await becomes(() => session.state.status === 'paused');
  assert.equal(session.state.config.seed, 3);
  session.dispose();
  return shown.filter((text) => text.endsWith('3 of 3'));
}

test('a hand that moves faster than it can be answered sees what it passes by', async () => {
  assert.deepEqual(await hurry(true), ['loading 3 of 3', 'paused 3 of 3']);
});

test('without a hand that moves nobody sees what is not wanted any more', async () => {
  assert.deepEqual(await hurry(false), ['paused 3 of 3']);
});
