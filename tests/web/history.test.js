import assert from 'node:assert/strict';
import { test } from 'node:test';
import { History } from '../../web/state/history.js';
import { joinRows } from '../../web/state/metrics.js';

/**
 * @param {number} from
 * @param {number} to last epoch
 */
function rows(from, to) {
  const epochs = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return Float64Array.from(epochs.flatMap((e) => [e, e + 0.1, e + 0.2, e + 0.3, e + 0.4]));
}

/** @param {History} history */
const epochsOf = (history) => [...history.curves().epoch];

test('the curves are empty before the first epoch', () => {
  const history = new History();
  assert.equal(history.length, 0);
  assert.deepEqual(epochsOf(history), []);
});

test('rows become curves, one array a metric', () => {
  const history = new History();
  history.append(rows(0, 1));
  history.append(new Float64Array());
  history.append(rows(2, 2));
  const plain = Object.entries(history.curves()).map(([name, values]) => [name, [...values]]);
  assert.deepEqual(Object.fromEntries(plain), {
    epoch: [0, 1, 2],
    trainLoss: [0.1, 1.1, 2.1],
    testLoss: [0.2, 1.2, 2.2],
    trainAccuracy: [0.3, 1.3, 2.3],
    testAccuracy: [0.4, 1.4, 2.4],
  });
});

test('the metrics of an epoch can be looked up', () => {
  const history = new History();
  history.append(rows(0, 3000));
  assert.deepEqual(history.at(2000), {
    epoch: 2000,
    trainLoss: 2000.1,
    testLoss: 2000.2,
    trainAccuracy: 2000.3,
    testAccuracy: 2000.4,
  });
  assert.equal(history.at(0)?.trainLoss, 0.1);
  assert.equal(history.at(3001), undefined);
  assert.equal(history.at(1.5), undefined);
});

test('a full store keeps every second epoch, then every fourth, and always the latest', () => {
  const history = new History(5);
  history.append(rows(0, 4));
  assert.deepEqual(epochsOf(history), [0, 1, 2, 3, 4]);
  history.append(rows(5, 5));
  assert.deepEqual(epochsOf(history), [0, 2, 4, 5]);
  history.append(rows(6, 6));
  assert.deepEqual(epochsOf(history), [0, 2, 4, 6]);
  history.append(rows(7, 8));
  assert.deepEqual(epochsOf(history), [0, 2, 4, 6, 8]);
  history.append(rows(9, 9));
  assert.deepEqual(epochsOf(history), [0, 4, 8, 9]);
});

test('the chunks in which epochs arrive make no difference', () => {
  const whole = new History(33);
  whole.append(rows(0, 1000));
  const chunked = new History(33);
  for (let epoch = 0; epoch <= 1000; epoch += 7)
    chunked.append(rows(epoch, Math.min(epoch + 6, 1000)));
  assert.deepEqual(chunked.curves(), whole.curves());
});

test('the last row gives way to one of the same epoch, wherever the history is thinned', () => {
  const whole = new History(9);
  const changed = new History(9);
  for (let epoch = 0; epoch <= 200; epoch += 1) {
    const row = rows(epoch, epoch);
    whole.append(row);
    changed.append(row.map((value, i) => (i === 0 ? value : -1)));
    changed.append(row.map((value, i) => (i === 0 ? value : -2)));
    // With others behind it, too.
    if (epoch % 3 === 0) changed.append(row);
    else changed.append(joinRows([row, rows(epoch + 1, epoch + 1)]));
    if (epoch % 3 !== 0) whole.append(rows(epoch + 1, epoch + 1));
    assert.deepEqual(changed.curves(), whole.curves());
    assert.equal(changed.stride, whole.stride);
    if (epoch % 3 !== 0) epoch += 1;
  }
});

test('every epoch is held up to 131,072, half of them after that', () => {
  const history = new History();
  history.append(rows(0, 131_072));
  assert.equal(history.length, 131_073);
  assert.equal(history.at(131_071)?.trainLoss, 131_071.1);
  history.append(rows(131_073, 131_074));
  assert.equal(history.length, 65_538);
  assert.equal(history.at(131_071), undefined);
  assert.equal(history.at(131_074)?.trainLoss, 131_074.1);
});

test('values that are no numbers any more are kept as they are', () => {
  const history = new History();
  history.append([0, NaN, Infinity, 0.5, 0.5]);
  assert.deepEqual([...history.curves().trainLoss, ...history.curves().testLoss], [NaN, Infinity]);
});

test('a cleared history starts again with every epoch', () => {
  const history = new History(5);
  history.append(rows(0, 20));
  history.clear();
  assert.equal(history.length, 0);
  history.append(rows(0, 3));
  assert.deepEqual(epochsOf(history), [0, 1, 2, 3]);
});

test('where another run branches off, its rows take the place of those that came after', () => {
  const history = new History(9);
  history.append(rows(0, 7));
  assert.equal(history.last, 7);
  history.append(rows(3, 3));
  assert.deepEqual(epochsOf(history), [0, 1, 2, 3]);
  history.append(rows(4, 16));
  assert.deepEqual(epochsOf(history), [0, 2, 4, 6, 8, 10, 12, 14, 16]);
  history.append(rows(5, 5));
  assert.deepEqual(epochsOf(history), [0, 2, 4, 5]);
  history.append(rows(0, 0));
  assert.deepEqual(epochsOf(history), [0]);
});

test('it can be told up to an epoch, whether that is held or not', () => {
  const history = new History(9);
  history.append(rows(0, 16));
  const metrics = (/** @type {number} */ epoch) =>
    /** @type {any} */ ({ epoch, trainLoss: 5, testLoss: 6, trainAccuracy: 7, testAccuracy: 8 });
  const { epoch, testLoss } = history.until(metrics(5));
  assert.deepEqual([...epoch], [0, 2, 4, 5]);
  assert.deepEqual([...testLoss], [0.2, 2.2, 4.2, 6]);
  assert.deepEqual([...history.until(metrics(4)).epoch], [0, 2, 4]);
  assert.equal(history.last, 16, 'itself it stays as it is');
});
