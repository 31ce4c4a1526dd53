import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Store } from '../../web/element/store.js';
import { defaultConfig } from '../../web/state/config.js';
import { History } from '../../web/state/history.js';
import { statusOf } from '../../web/state/news.js';
import { descriptionOf, frameAt } from './frames.js';

const description = descriptionOf([2, 8, 8, 1]);

/** A store with an experiment, everybody told. */
function startStore() {
  const store = new Store(defaultConfig());
  store.dispatch({ type: 'created', description, frame: frameAt(0) });
  store.flush();
  return store;
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

test('whatever changes in a turn is shown once, after it', async () => {
  const store = startStore();
  /** @type {string[]} */
  const shown = [];
  store.show(({ status, config }) => shown.push(`${status}, seed ${config.seed}`));
  store.dispatch({ type: 'train' });
  store.dispatch({ type: 'frame', frame: frameAt(1) });
  store.dispatch({ type: 'create', config: { ...store.state.config, seed: 7 } });
  assert.deepEqual(shown, []);
  await nextTurn();
  assert.deepEqual(shown, ['loading, seed 7']);
  store.dispatch({ type: 'created', description, frame: frameAt(0) });
  store.flush();
  assert.deepEqual(shown, ['loading, seed 7', 'ready, seed 7'], 'on paper there is no later');
  await nextTurn();
  assert.equal(shown.length, 2, 'nor is it shown again');
});

test('what has changed nothing is neither told nor shown', async () => {
  const store = startStore();
  let calls = 0;
  store.show(() => (calls += 1));
  store.listen(() => (calls += 1));
  store.dispatch({ type: 'pause' });
  store.dispatch({ type: 'surround', changes: { isVisible: false, theme: 'light' } });
  await nextTurn();
  assert.equal(calls, 0);
});

test('who listens hears of every change at once, and of those that answer it', () => {
  const store = startStore();
  /** @type {string[]} */
  const heard = [];
  const end = store.listen((state, before) => {
    heard.push(`${before.status} → ${state.status}`);
    if (state.status === 'training') store.dispatch({ type: 'pause' });
  });
  store.dispatch({ type: 'train' });
  assert.deepEqual(heard, ['ready → training', 'training → paused']);
  end();
  store.dispatch({ type: 'train' });
  assert.equal(heard.length, 2);
});

test('the history grows with the frames, and begins anew with the run', () => {
  const store = startStore();
  const { history } = store.state;
  store.dispatch({ type: 'train' });
  store.dispatch({ type: 'frame', frame: frameAt(1) });
  store.dispatch({ type: 'frame', frame: frameAt(2) });
  assert.deepEqual(Array.from(history.curves().epoch), [0, 1, 2]);
  store.dispatch({ type: 'reset', frame: frameAt(0) });
  assert.deepEqual(Array.from(history.curves().epoch), [0]);
  assert.equal(store.state.history, history);
});

test('the parameters that a run began with are known, and whether they were imported', () => {
  const store = startStore();
  const [drawn, imported] = [store.state.initialParameters, frameAt(0)];
  assert.equal(store.state.isImported, false);
  store.dispatch({ type: 'frame', frame: frameAt(5) });
  assert.equal(store.state.initialParameters, drawn);
  const parameters = Float64Array.of(1, 2, 3);
  store.dispatch({ type: 'created', description, frame: imported, imported: parameters });
  assert.equal(store.state.initialParameters, parameters, 'whatever the schedule changes of them');
  assert.equal(store.state.isImported, true);
  store.dispatch({ type: 'reset', frame: frameAt(0) });
  assert.equal(store.state.isImported, true, 'Reset leads back to them');
  store.dispatch({ type: 'created', description, frame: frameAt(0) });
  assert.equal(store.state.isImported, false);
});

test('what was given up can be begun again, with the same settings', () => {
  const store = startStore();
  store.dispatch({ type: 'configure', config: { ...store.state.config, speed: 'max' } });
  store.dispatch({ type: 'end' });
  const { status, description: none, frame, metrics, config } = store.state;
  assert.deepEqual([status, none, frame, metrics], ['loading', null, null, null]);
  assert.equal(config.speed, 'max');
  store.dispatch({ type: 'created', description, frame: frameAt(0) });
  assert.equal(store.state.status, 'ready');
});

test('the page is told of an experiment once the whole lab is there, of a failure at once', () => {
  const store = startStore();
  assert.equal(statusOf(store.state), 'loading');
  store.dispatch({ type: 'surround', changes: { isWhole: true } });
  assert.equal(statusOf(store.state), 'ready');
  const hurried = startStore();
  hurried.dispatch({ type: 'train' });
  assert.equal(statusOf(hurried.state), 'training', 'if somebody has it trained before, then');
  hurried.dispatch({ type: 'reset', frame: frameAt(0) });
  assert.equal(statusOf(hurried.state), 'ready', 'and it does not become less so');
  const given = startStore();
  given.dispatch({
    type: 'created',
    description,
    frame: frameAt(0),
    imported: new Float64Array(9),
  });
  assert.equal(statusOf(given.state), 'ready', 'if it is given a model');
  const failing = new Store(defaultConfig());
  failing.dispatch({ type: 'fail', failure: () => 'no engine' });
  assert.equal(statusOf(failing.state), 'failed');
  assert.ok(failing.state.history instanceof History);
});
