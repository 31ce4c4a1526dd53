import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENGLISH_LATER } from '../../web/languages/later/en.js';
import GERMAN from '../../web/languages/de.js';
import { describeNeuronMap } from '../../web/views/network/map-words.js';
import { ENGLISH_WORDS, wholeWords } from '../../web/views/text/whole-words.js';

const RESOLUTION = 40;
/** @type {[number, number, number, number]} */
const BOUNDS = [-2, 2, -1, 1];
const POINTS = {
  x1: Float64Array.of(-1.5, -0.5, 0.5, 1.5),
  x2: Float64Array.of(0.1, -0.1, 0.1, -0.1),
  y: new Float64Array(4),
};

/**
 * @param {(x1: number, x2: number) => number} neuron
 * @param {[number, number]} [range]
 */
function describe(neuron, range = [-1, 1], texts = ENGLISH_LATER, { formats } = ENGLISH_WORDS) {
  const values = Float32Array.from({ length: RESOLUTION ** 2 }, (_, i) =>
    neuron(
      -2 + (4 * (i % RESOLUTION)) / (RESOLUTION - 1),
      -1 + (2 * Math.floor(i / RESOLUTION)) / (RESOLUTION - 1),
    ),
  );
  const map = { values, resolution: RESOLUTION, range };
  return describeNeuronMap(map, { bounds: BOUNDS, train: POINTS }, texts.stage.map, formats);
}

test('a cut is told by its side and its ends', () => {
  assert.equal(
    describe((x1, x2) => Math.tanh(2 * x1 - 2 * x2)),
    'Active right of a line from (−1.0, −1.0) to (1.0, 1.0). From −1.00 to 1.00.',
  );
  assert.match(
    describe((x1, x2) => Math.tanh(-x2 + 0.25 * x1)),
    /^Active below a line from \(−2\.0, −0\.50\) to \(2\.0, 0\.50\)\./,
  );
  assert.match(
    describe((x1) => Math.tanh(1 - x1)),
    /^Active left of a line from/,
  );
  assert.match(
    describe((_, x2) => 1 / (1 + Math.exp(-5 * x2)), [0, 1]),
    /^Active above a line from \(−2\.0, .*\) to \(2\.0, .*\)\. From 0\.0067 to 0\.99\.$/,
  );
});

test('what is off is told by the points, what bends by the plane', () => {
  assert.equal(
    describe((x1, x2) => Math.max(0, x1 - x2 - 1), [-2, 2]),
    'Off for 75% of the training points. From 0 to 2.0.',
  );
  assert.match(
    describe((x1, x2) => Math.tanh(4 * (0.5 - x1 ** 2 - x2 ** 2))),
    /^Active on 19% of the plane\. From −1\.0 to 0\.9\d\.$/,
  );
  assert.equal(
    describe((x1) => 1 + x1 ** 2, [-10, 10]),
    'From 1.0 to 5.0.',
  );
});

test('what is the same everywhere, or nowhere a number, is said to be', () => {
  assert.equal(
    describe(() => 0.25),
    'Gives 0.25 everywhere.',
  );
  assert.equal(
    describe((x1) => (x1 > 0 ? NaN : 1)),
    'Not a number in places.',
  );
});

test('in German, too', () => {
  const words = wholeWords(GERMAN);
  assert.equal(
    describe((x1, x2) => Math.tanh(2 * x1 - 2 * x2), [-1, 1], GERMAN, words),
    'Aktiv rechts einer Linie von (−1,0, −1,0) nach (1,0, 1,0). Von −1,00 bis 1,00.',
  );
});
