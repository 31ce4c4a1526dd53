import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, readQuery } from '../../web/page/address.js';

const PAGE = 'https://example.org/lab/index.html';
const LONG = `?dataset=own&data=${'0.5,1,0;'.repeat(1000)}`;

test('a configuration stands in the query', () => {
  const address = addressOf(`${PAGE}?noise=1#top`, '?seed=7');
  assert.equal(address, `${PAGE}?seed=7#top`);
  assert.equal(readQuery(new URL(address)), '?seed=7');
  assert.equal(addressOf(address, ''), `${PAGE}#top`);
});

test('one too long for servers stands behind the #, and comes back from there', () => {
  const address = addressOf(`${PAGE}?noise=1`, LONG);
  assert.equal(address, `${PAGE}#${LONG}`);
  assert.equal(readQuery(new URL(address)), LONG);
  assert.equal(addressOf(address, '?seed=7'), `${PAGE}?seed=7`);
});
