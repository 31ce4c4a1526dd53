import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cornersOf } from '../../web/views/plane/markers.js';
import { legendEntries } from '../../web/views/plane/legend.js';
import { ENGLISH } from '../../web/languages/en.js';

/** @param {[number, number][]} corners @returns {number} by the shoelace formula */
function areaOf(corners) {
  const twice = corners.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length];
    return sum + x * nextY - y * nextX;
  }, 0);
  return Math.abs(twice) / 2;
}

test('the shapes of the six classes are about as large, and lie round their point', () => {
  assert.deepEqual(cornersOf({ label: 0, set: 'train' }, 4), [], 'a circle');
  const counts = [1, 2, 3, 4, 5].map((label) => {
    const corners = cornersOf({ label, set: 'train' }, 4);
    assert.ok(Math.abs(areaOf(corners) / (Math.PI * 16) - 1) < 0.15, `class ${label}`);
    for (const axis of [0, 1]) {
      const mean = corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
      assert.ok(Math.abs(mean) < 1e-9, `class ${label}`);
    }
    return corners.length;
  });
  assert.deepEqual(counts, [3, 4, 4, 12, 10]);
  const [square, diamond] = [2, 3].map((label) => cornersOf({ label, set: 'test' }, 4));
  assert.ok(square.every(([x, y]) => Math.abs(x) === Math.abs(y)));
  assert.ok(diamond.every(([x, y]) => x === 0 || y === 0));
});

test('points with values are circles for training and diamonds for testing', () => {
  assert.deepEqual(cornersOf({ band: 3, set: 'train' }, 4), []);
  assert.deepEqual(cornersOf({ band: 3, set: 'test' }, 4), cornersOf({ label: 3, set: 'test' }, 4));
});

test('a legend names every class with its marks, and what tells training from test', () => {
  const texts = ENGLISH.legend;
  const names = ['apple', 'pear', 'fig', 'plum'];
  const entries = legendEntries(texts, [0, 1, 2, 3], ['train', 'test'], (label) => names[label]);
  assert.deepEqual(
    entries.map(({ text }) => text),
    ['Class apple', 'Class pear', 'Class fig', 'Class plum', 'Training points', 'Test points'],
  );
  assert.deepEqual(entries[3].kinds, [
    { label: 3, set: 'train' },
    { label: 3, set: 'test' },
  ]);
  assert.equal(entries[4].kinds.length, 3, 'a few tell the filling');
  const values = legendEntries(texts, [], ['train', 'test']);
  assert.deepEqual(
    values.map(({ text }) => text),
    ['Training points', 'Test points'],
  );
  assert.ok(values.every(({ kinds }) => kinds.every((kind) => 'band' in kind)));
});
