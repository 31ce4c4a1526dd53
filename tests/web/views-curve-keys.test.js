import assert from 'node:assert/strict';
import { test } from 'node:test';
import { epochOfKey } from '../../web/views/charts/curve-keys.js';

/** @param {number} count */
const upTo = (count) => Array.from({ length: count }, (_, epoch) => epoch);

/**
 * @param {string} key
 * @param {readonly number[]} epochs
 * @param {number | null} from
 */
const press = (key, epochs, from) =>
  epochOfKey({ key: key.replace('Shift+', ''), shiftKey: key.startsWith('Shift+') }, epochs, from);

test('one begins where the curve ends, or with Home at its start', () => {
  const epochs = upTo(21);
  for (const key of ['ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'End', 'Shift+ArrowLeft']) {
    assert.equal(press(key, epochs, null), 20, key);
  }
  assert.equal(press('Home', epochs, null), 0);
});

test('of a short curve an arrow reads every epoch', () => {
  assert.equal(press('ArrowLeft', upTo(21), 20), 19);
  assert.equal(press('ArrowRight', upTo(21), 7), 8);
});

test('of a long curve an arrow goes further, with Shift to the next point, and a page further yet', () => {
  const epochs = upTo(401);
  assert.equal(press('ArrowRight', epochs, 100), 110);
  assert.equal(press('ArrowLeft', epochs, 100), 90);
  assert.equal(press('Shift+ArrowRight', epochs, 100), 101);
  assert.equal(press('Shift+ArrowLeft', epochs, 100), 99);
  assert.equal(press('PageUp', epochs, 100), 150);
  assert.equal(press('PageDown', epochs, 100), 50);
});

test('nobody walks off the curve', () => {
  const epochs = upTo(101);
  assert.equal(press('ArrowRight', epochs, 100), 100);
  assert.equal(press('PageUp', epochs, 95), 100);
  assert.equal(press('PageDown', epochs, 3), 0);
  assert.equal(press('End', epochs, 3), 100);
});

test('points that lie far apart are met one after the other, also from between them', () => {
  const epochs = [0, 10, 250, 1000];
  assert.equal(press('ArrowRight', epochs, 10), 250);
  assert.equal(press('ArrowLeft', epochs, 1000), 250);
  // A point that has been merged away meanwhile.
  assert.equal(press('ArrowRight', epochs, 100), 250);
  assert.equal(press('ArrowLeft', epochs, 100), 10);
  assert.equal(press('ArrowLeft', epochs, 2000), 250);
});

test('other keys, and curves without a point, mean nothing', () => {
  for (const key of ['ArrowUp', 'ArrowDown', 'Enter', 'Tab', 'a', 'toString']) {
    assert.equal(press(key, upTo(9), 3), null, key);
  }
  assert.equal(press('Home', [], null), null);
});
