import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linearScale, niceTicks } from '../../web/views/axes.js';
import {
  formatNumber,
  formatShare,
  formatProbability,
  formatTick,
} from '../../web/lesson/parts/numbers.js';

test('a scale maps values to pixels and back, also upside down', () => {
  const scale = linearScale([-1, 3], [200, 0]);
  assert.equal(scale.toPixel(-1), 200);
  assert.equal(scale.toPixel(1), 100);
  assert.equal(scale.toValue(50), 2);
});

test('ticks are round values within the interval', () => {
  assert.deepEqual(niceTicks(-1.7, 2.6, 4).values, [-1, 0, 1, 2]);
  assert.deepEqual(niceTicks(-1.7, 2.6, 9).values, [-1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5]);
  assert.deepEqual(niceTicks(0, 0.3, 3).values, [0, 0.1, 0.2, 0.3]);
  assert.deepEqual(niceTicks(0, 1000, 5).values, [0, 200, 400, 600, 800, 1000]);
});

test('there are about as many ticks as asked for', () => {
  for (const width of [0.013, 0.7, 4.4, 91, 12345]) {
    for (const count of [2, 4, 8]) {
      const { values } = niceTicks(-width / 3, (2 * width) / 3, count);
      assert.ok(
        values.length >= count / 1.6 - 1 && values.length <= 1.6 * count + 1,
        `${width} ${count}`,
      );
    }
  }
});

test('ticks have as many decimals as their distance needs', () => {
  assert.equal(formatTick(-0.5, 0.5), '−0.5');
  assert.equal(formatTick(1, 0.5), '1.0');
  assert.equal(formatTick(0.25, 0.05), '0.25');
  assert.equal(formatTick(-0, 1), '0');
  assert.equal(formatTick(200, 200), '200');
});

test('numbers keep significant digits, and exponents only where digits would run away', () => {
  assert.equal(formatNumber(0.69314718), '0.693');
  assert.equal(formatNumber(-12.3456), '−12.3');
  assert.equal(formatNumber(1234.5), '1235');
  assert.equal(formatNumber(0), '0');
  assert.equal(formatNumber(-0), '0');
  assert.equal(formatNumber(0.000012345), '1.23e−5');
  assert.equal(formatNumber(3e7), '3.00e7');
  assert.equal(formatNumber(NaN), 'undefined');
  assert.equal(formatNumber(-Infinity), '−∞');
});

test('shares are percentages', () => {
  assert.equal(formatShare(52 / 60), '86.7%');
  assert.equal(formatShare(0.95), '95%');
  assert.equal(formatShare(0.956, 0), '96%');
  assert.equal(formatShare(NaN), 'undefined');
});

test('a probability is 0 or 1 only if it is so exactly', () => {
  assert.equal(formatProbability(0.12345), '0.123');
  assert.equal(formatProbability(1e-9), '< 0.001');
  assert.equal(formatProbability(1 - 1e-9), '> 0.999');
  assert.equal(formatProbability(0), '0.000');
  assert.equal(formatProbability(1), '1.000');
  assert.equal(formatProbability(NaN), 'undefined');
});
