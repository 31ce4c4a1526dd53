import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPart } from '../../web/worker/load-part.js';

/** As a browser that remembers that a script has not come. */
const fail = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
const isGone = true;

test('a part that did not come is asked for under another address', async () => {
  const part = await loadPart(() => (isGone ? fail() : import('../../web/worker/protocol.js')));
  assert.ok(part.CALLS.includes('create'));
});

test('so is one that a bundler has put together with others, and it alone is given', async () => {
  const part = await loadPart(() =>
    isGone ? fail() : import('../../web/worker/protocol.js').then((e) => e.CALLS),
  );
  assert.ok(part.includes('create'));
});

test('one that comes from nowhere is told as such', async () => {
  // Without an address in its text there is no other one.
  await assert.rejects(loadPart(fail), (/** @type {Error} */ { cause }) => {
    assert.deepEqual(cause, { failure: 'partNotLoaded' });
    return true;
  });
});
