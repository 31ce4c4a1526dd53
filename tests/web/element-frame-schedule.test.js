import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { FrameSchedule } from '../../web/element/frame-schedule.js';

/** @type {FrameRequestCallback[]} */
let callbacks = [];
beforeEach(() => {
  callbacks = [];
  Object.assign(globalThis, {
    requestAnimationFrame: (/** @type {FrameRequestCallback} */ callback) =>
      callbacks.push(callback),
  });
});

/** @param {number} time */
function frame(time) {
  const due = callbacks;
  callbacks = [];
  for (const callback of due) callback(time);
}

function scheduled() {
  const schedule = new FrameSchedule();
  /** @type {string[]} */
  const drawn = [];
  /**
   * @param {string} name
   * @param {number} interval
   * @param {{ isLight: boolean }} [options]
   */
  const add = (name, interval, options) =>
    schedule.add(
      () => drawn.push(name),
      () => interval,
      options,
    );
  return {
    drawn,
    add,
    plane: add('plane', 0),
    loss: add('loss', 100),
    accuracy: add('accuracy', 100),
  };
}

test('where nothing has changed, nothing is drawn and no frame is asked for', () => {
  const { drawn, plane } = scheduled();
  assert.equal(callbacks.length, 0);
  plane.soon();
  plane.soon();
  frame(0);
  assert.deepEqual(drawn, ['plane']);
  assert.equal(callbacks.length, 0);
});

test('of what can wait, a frame has one', () => {
  const { drawn, loss, accuracy } = scheduled();
  loss.soon();
  accuracy.soon();
  frame(0);
  assert.deepEqual(drawn, ['loss']);
  frame(16);
  assert.deepEqual(drawn, ['loss', 'accuracy']);
});

test('what can wait leaves a frame to the boundary, but not for ever', () => {
  const { drawn, plane, loss } = scheduled();
  loss.soon();
  frame(0);
  loss.soon();
  plane.soon();
  frame(110);
  assert.deepEqual(drawn, ['loss', 'plane']);
  plane.soon();
  frame(160);
  assert.deepEqual(drawn, ['loss', 'plane', 'plane', 'loss']);
});

test('what is light goes besides another that can wait, but leaves a frame to the boundary as well', () => {
  const { drawn, add, plane, loss } = scheduled();
  const numbers = add('numbers', 100, { isLight: true });
  numbers.soon();
  loss.soon();
  frame(0);
  assert.deepEqual(drawn, ['loss', 'numbers']);
  numbers.soon();
  plane.soon();
  frame(110);
  assert.deepEqual(drawn.slice(2), ['plane']);
  frame(126);
  assert.deepEqual(drawn.slice(2), ['plane', 'numbers']);
});

test('what is wanted now is drawn in the next frame, whatever else is', () => {
  const { drawn, plane, loss } = scheduled();
  loss.soon();
  frame(0);
  loss.now();
  plane.soon();
  frame(16);
  assert.deepEqual(drawn.sort(), ['loss', 'loss', 'plane']);
});
