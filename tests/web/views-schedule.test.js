import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Schedule } from '../../web/views/schedule.js';

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
  const schedule = new Schedule();
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

test('what is wanted at once is drawn before the frame, which what can wait leaves to it', () => {
  const { drawn, plane, loss } = scheduled();
  loss.soon();
  frame(0);
  loss.soon();
  plane.atOnce();
  assert.deepEqual(drawn, ['loss', 'plane']);
  frame(200);
  assert.deepEqual(drawn, ['loss', 'plane']);
  frame(216);
  assert.deepEqual(drawn, ['loss', 'plane', 'loss']);
});

test('what can wait does not wait for ever where every frame has been drawn for before', () => {
  const { drawn, plane, loss } = scheduled();
  loss.soon();
  frame(0);
  loss.soon();
  for (let time = 100; time <= 500; time += 100) {
    plane.atOnce();
    frame(time);
  }
  assert.equal(drawn.at(-1), 'loss');
});

test('a job that takes its time is not begun again before it has ended, and then once more', async () => {
  /** @type {(() => void)[]} */
  const ends = [];
  const job = new Schedule().add(
    () => new Promise((/** @type {(value?: undefined) => void} */ end) => ends.push(end)),
  );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  job.soon();
  frame(0);
  for (let i = 0; i < 5; i += 1) job.now();
  frame(16);
  assert.equal(ends.length, 1, 'one at a time');
  assert.equal(callbacks.length, 0, 'no frame is asked for meanwhile');
  ends[0]();
  await settle();
  frame(32);
  assert.equal(ends.length, 2, 'once more, not as often as it was asked for');
  ends[1]();
  await settle();
  frame(48);
  assert.equal(ends.length, 2);
  job.soon();
  frame(64);
  assert.equal(ends.length, 3, 'and again later');
});

test('what goes on is called once a frame, until it is ended', () => {
  let count = 0;
  const run = new Schedule().repeat(() => (count += 1));
  frame(0);
  assert.equal(count, 0, 'not before it is started');
  run(true);
  run(true);
  frame(16);
  frame(32);
  assert.equal(count, 2);
  run(false);
  frame(48);
  assert.equal(count, 2);
  assert.equal(callbacks.length, 0, 'and no frame is asked for');
});

test('what goes on and takes its time waits for the next frame, and ends', async () => {
  /** @type {(() => void)[]} */
  const ends = [];
  const run = new Schedule().repeat(
    () => new Promise((/** @type {(value?: undefined) => void} */ end) => ends.push(end)),
  );
  /** @param {number} i of the call */
  const end = async (i) => {
    ends[i]();
    await new Promise((resolve) => setImmediate(resolve));
  };
  run(true);
  frame(0);
  frame(16);
  await end(0);
  assert.equal(ends.length, 1);
  frame(32);
  assert.equal(ends.length, 2);
  run(false);
  await end(1);
  frame(48);
  assert.equal(ends.length, 2, 'not once it is over');
});

test('before a page is printed, what has been asked for is there', () => {
  const schedule = new Schedule();
  /** @type {string[]} */
  const drawn = [];
  const [loss, accuracy] = ['loss', 'accuracy'].map((name) =>
    schedule.add(
      () => drawn.push(name),
      () => 100,
    ),
  );
  loss.soon();
  accuracy.soon();
  schedule.flush();
  assert.deepEqual(drawn, ['loss', 'accuracy']);
});
