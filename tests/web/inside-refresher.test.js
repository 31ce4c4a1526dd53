import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refresher } from '../../web/element/inside/panel.js';

test('a job called while it runs runs once more, not as often as it was called', async () => {
  /** @type {(() => void)[]} */
  const ends = [];
  const refresher = new Refresher(() => new Promise((resolve) => ends.push(resolve)));
  const settled = refresher.call();
  for (let i = 0; i < 5; i += 1) refresher.call();
  assert.equal(ends.length, 1, 'one at a time');
  ends[0]();
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(ends.length, 2);
  ends[1]();
  await settled;
  assert.equal(ends.length, 2);
  refresher.call();
  assert.equal(ends.length, 3, 'and again later');
});
