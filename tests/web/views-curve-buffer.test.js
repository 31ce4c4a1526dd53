import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seriesColumns } from '../../web/state/metrics.js';
import { CurveBuffer } from '../../web/views/charts/curve-buffer.js';

const LOSS = seriesColumns('loss');

/**
 * @param {number} from
 * @param {number} to last epoch
 * @param {(epoch: number) => [number, number]} losses
 */
function rows(from, to, losses) {
  const epochs = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return Float64Array.from(epochs.flatMap((epoch) => [epoch, ...losses(epoch), 0.25, 0.75]));
}

/** @type {(epoch: number) => [number, number]} */
const wave = (epoch) => [Math.sin(epoch), Math.cos(epoch / 7)];

test('an empty buffer has no points', () => {
  assert.deepEqual(new CurveBuffer(LOSS).points(), { epoch: [], train: [], test: [] });
});

test('a short curve is complete', () => {
  const buffer = new CurveBuffer(LOSS, 1000);
  buffer.append(rows(0, 199, wave));
  const { epoch, train, test: testLoss } = buffer.points();
  assert.equal(buffer.bucketSize, 1);
  assert.deepEqual(
    epoch,
    Array.from({ length: 200 }, (_, index) => index),
  );
  assert.deepEqual(train, epoch.map(Math.sin));
  assert.deepEqual(
    testLoss,
    epoch.map((value) => Math.cos(value / 7)),
  );
});

test('the columns choose the series', () => {
  const buffer = new CurveBuffer(seriesColumns('accuracy'));
  buffer.append(rows(0, 0, wave));
  assert.deepEqual(buffer.points(), { epoch: [0], train: [0.25], test: [0.75] });
});

test('a long curve has at most as many points as agreed, in order, each one a real epoch', () => {
  const buffer = new CurveBuffer(LOSS, 200);
  buffer.append(rows(0, 99_999, wave));
  const { epoch, train } = buffer.points();
  assert.ok(epoch.length > 100 && epoch.length <= 200, String(epoch.length));
  epoch.forEach((value, index) => {
    assert.ok(index === 0 || value > epoch[index - 1]);
    assert.equal(train[index], Math.sin(value));
  });
});

test('no peak of either series is lost, wherever it stands', () => {
  for (const peak of [1, 777, 4096, 9_998]) {
    const buffer = new CurveBuffer(LOSS, 100);
    buffer.append(rows(0, 9_999, (epoch) => [epoch === peak ? 5 : 1, epoch === peak + 1 ? -5 : 0]));
    const { epoch, train, test: testLoss } = buffer.points();
    assert.equal(train[epoch.indexOf(peak)], 5);
    assert.equal(testLoss[epoch.indexOf(peak + 1)], -5);
  }
});

test('first and last epoch are always there', () => {
  const buffer = new CurveBuffer(LOSS, 64);
  for (let last = 0; last < 3000; last += 1) {
    buffer.append(rows(last, last, wave));
    const { epoch, train } = buffer.points();
    assert.equal(epoch[0], 0);
    assert.equal(epoch[epoch.length - 1], last);
    assert.equal(train[train.length - 1], Math.sin(last));
  }
});

test('the chunks in which epochs arrive make no difference', () => {
  const whole = new CurveBuffer(LOSS, 100);
  whole.append(rows(0, 4999, wave));
  const chunked = new CurveBuffer(LOSS, 100);
  for (let from = 0; from < 5000; from += 250) chunked.append(rows(from, from + 249, wave));
  chunked.append(new Float64Array());
  assert.deepEqual(chunked.points(), whole.points());
});

test('values that are no numbers do not displace numbers', () => {
  const buffer = new CurveBuffer(LOSS, 16);
  buffer.append(rows(0, 999, (epoch) => [epoch % 3 === 0 ? NaN : epoch, NaN]));
  const { epoch, train } = buffer.points();
  assert.equal(train[0], NaN);
  assert.equal(Math.max(...train.filter((value) => !Number.isNaN(value))), 998);
  assert.equal(epoch[epoch.length - 1], 999);
});

test('a cleared buffer starts anew', () => {
  const buffer = new CurveBuffer(LOSS, 16);
  buffer.append(rows(0, 999, wave));
  buffer.clear();
  assert.deepEqual(buffer.points().epoch, []);
  buffer.append(rows(0, 1, wave));
  assert.deepEqual(buffer.points().epoch, [0, 1]);
  assert.equal(buffer.bucketSize, 1);
});
