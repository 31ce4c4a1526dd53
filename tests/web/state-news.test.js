import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Store } from '../../web/element/store.js';
import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { newsOf } from '../../web/state/news.js';
import { descriptionOf, frameAt } from './frames.js';

/** @import { LabEvent } from '../../web/state/lab-state.js' */

/**
 * What a page is told of a lab that can be trained.
 *
 * @param {object} patch of the configuration
 */
function listen(patch = {}) {
  const store = new Store(applyPatch(defaultConfig(), patch).config);
  store.dispatch({ type: 'created', description: descriptionOf([2, 1]), frame: frameAt(0) });
  store.dispatch({ type: 'surround', changes: { isWhole: true } });
  /** @type {string[]} */
  let told = [];
  store.listen((state, before) => told.push(...newsOf(state, before).map(([type]) => type)));
  return (/** @type {LabEvent[]} */ ...events) => {
    told = [];
    for (const event of events) store.dispatch(event);
    return told;
  };
}

/** As one that brings no new epochs. @param {number} epoch */
const known = (epoch) => frameAt(epoch, { history: new Float64Array(0) });

test('only training finishes: who goes to the epoch limit is told of progress', () => {
  const tell = listen({ epochs: 20 });
  assert.deepEqual(tell({ type: 'goto', frame: frameAt(20) }), ['progress']);
  assert.deepEqual(tell({ type: 'train' }), ['finish']);
  assert.deepEqual(tell({ type: 'goto', frame: known(20) }), [], 'it has come no further');
  assert.deepEqual(tell({ type: 'frame', frame: known(20) }), ['finish'], 'a step tells, too');
  assert.deepEqual(tell({ type: 'goto', frame: known(5) }), ['progress']);
});

test('only training fails: who goes to where it diverges is told of progress', () => {
  const tell = listen();
  const diverged = { ...known(9), diverged: true };
  assert.deepEqual(tell({ type: 'goto', frame: frameAt(9, { diverged: true }) }), ['progress']);
  assert.deepEqual(tell({ type: 'train' }), ['error']);
  assert.deepEqual(tell({ type: 'goto', frame: known(8) }), ['progress']);
  assert.deepEqual(tell({ type: 'goto', frame: diverged }), ['progress']);
  assert.deepEqual(tell({ type: 'frame', frame: diverged }), ['error'], 'a step tells, too');
});
