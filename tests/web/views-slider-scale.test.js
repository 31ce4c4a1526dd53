import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  decadeStops,
  linearStops,
  neighbourStop,
  stopIndex,
} from '../../web/views/controls/slider-scale.js';

test('linear stops are evenly apart and free of binary dust', () => {
  assert.deepEqual(linearStops(0.05, 0.3, 0.05), [0.05, 0.1, 0.15, 0.2, 0.25, 0.3]);
});

test('decade stops grow by a factor, from the minimum to the maximum', () => {
  assert.deepEqual(decadeStops(0.1, 2), [0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 1, 1.5, 2]);
  assert.deepEqual(decadeStops(4, 25), [4, 5, 7, 10, 15, 20, 25]);
});

test('decade stops of whole numbers are whole, and may follow special values', () => {
  assert.deepEqual(
    decadeStops(1, 20, { integer: true, first: [0] }),
    [0, 1, 2, 3, 4, 5, 7, 10, 15, 20],
  );
});

test('a value between two stops is shown at the lower one', () => {
  assert.equal(stopIndex([1, 2, 4], 3), 1);
  assert.equal(stopIndex([1, 2, 4], 0), 0);
  assert.equal(stopIndex([1, 2, 4], 9), 2);
});

test('the neighbours of a value are the next stops on either side, and end with the scale', () => {
  const stops = [1, 2, 4];
  assert.equal(neighbourStop(stops, 2, 1), 4);
  assert.equal(neighbourStop(stops, 2, -1), 1);
  assert.equal(neighbourStop(stops, 3, 1), 4);
  assert.equal(neighbourStop(stops, 3, -1), 2);
  assert.equal(neighbourStop(stops, 4, 1), 4);
  assert.equal(neighbourStop(stops, 1, -1), 1);
  assert.equal(neighbourStop(stops, 0, 1), 1);
});
