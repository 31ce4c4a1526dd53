import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stackDots } from '../../web/lesson/architectures/dot-plot.js';

const OPTIONS = { nearness: 0.01, spacing: 0.1, room: 0.8 };

test('a dot alone is in the middle', () => {
  assert.deepEqual(stackDots([0.5, 0.9], OPTIONS), [0, 0]);
  assert.deepEqual(stackDots([], OPTIONS), []);
});

test('equal heights stand side by side, about the middle, in their order', () => {
  const offsets = stackDots([0.5, 0.7, 0.5, 0.5], OPTIONS);
  assert.deepEqual(
    offsets.map((offset) => Number(offset.toFixed(9))),
    [-0.1, 0, 0, 0.1],
  );
});

test('nearly equal heights do not overlap either', () => {
  const [first, second] = stackDots([0.5, 0.509], OPTIONS);
  assert.equal(Number((second - first).toFixed(9)), 0.1);
  assert.deepEqual(stackDots([0.5, 0.511], OPTIONS), [0, 0]);
});

test('many dots keep to the room there is', () => {
  const offsets = stackDots(Array(41).fill(1), OPTIONS);
  assert.equal(Math.min(...offsets).toFixed(9), '-0.400000000');
  assert.equal(Math.max(...offsets).toFixed(9), '0.400000000');
});
