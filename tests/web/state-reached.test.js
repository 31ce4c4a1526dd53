import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Store } from '../../web/element/store.js';
import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { bestEpoch } from '../../web/state/moments.js';
import { stopOf } from '../../web/state/reached.js';
import { descriptionOf, frameAt } from './frames.js';

/** @param {object} patch */
function startStore(patch) {
  const store = new Store(applyPatch(defaultConfig(), patch).config);
  store.dispatch({
    type: 'created',
    description: descriptionOf([2, 8, 8, 1]),
    frame: frameAt(0),
  });
  return store;
}

const PATCH = { goal: 'epoch>=5', stop: 'goal', epochs: 100 };

test('training asks to be stopped at the goal, until that is reached', () => {
  const store = startStore(PATCH);
  assert.deepEqual(stopOf(store.state), { limit: 100 }, 'a step does not');
  store.dispatch({ type: 'train' });
  const { limit, goal } = stopOf(store.state);
  assert.equal(limit, 100);
  assert.deepEqual(goal, [{ metric: 'epoch', comparison: '>=', value: 5 }]);
  store.dispatch({ type: 'frame', frame: frameAt(5) });
  assert.equal(store.state.status, 'paused');
  store.dispatch({ type: 'train' });
  assert.equal(store.state.status, 'training', 'it goes on past it');
  assert.deepEqual(stopOf(store.state), { limit: 100 });
  store.dispatch({ type: 'frame', frame: frameAt(6) });
  assert.equal(store.state.status, 'training');
});

test('from before the goal it trains to there once more, and no further', () => {
  const store = startStore(PATCH);
  store.dispatch({ type: 'frame', frame: frameAt(5) });
  const known = { ...frameAt(2), history: new Float64Array(0) };
  store.dispatch({ type: 'goto', frame: known });
  store.dispatch({ type: 'train' });
  assert.deepEqual(stopOf(store.state), { limit: 5 });
  store.dispatch({ type: 'frame', frame: { ...frameAt(5), history: new Float64Array(0) } });
  assert.equal(store.state.status, 'paused');
});

test('nothing stops it where it is not to stop', () => {
  const store = startStore({ ...PATCH, stop: 'never' });
  store.dispatch({ type: 'train' });
  assert.deepEqual(stopOf(store.state), { limit: 100 });
  store.dispatch({ type: 'frame', frame: frameAt(5) });
  assert.equal(store.state.status, 'training');
});

test('the best epoch is the first of those with the lowest test loss', () => {
  const curves = (/** @type {number[]} */ losses) => {
    const values = Float64Array.from(losses);
    const epoch = Float64Array.from(losses.keys(), (index) => 10 * index);
    return {
      epoch,
      trainLoss: values,
      testLoss: values,
      trainAccuracy: values,
      testAccuracy: values,
    };
  };
  assert.equal(bestEpoch(curves([3, 1, 2, 1])), 10);
  assert.equal(bestEpoch(curves([NaN, NaN, 4, NaN])), 20);
  assert.equal(bestEpoch(curves([NaN])), null);
  assert.equal(bestEpoch(curves([])), null);
});
