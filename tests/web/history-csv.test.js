import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileName, historyCsv } from '../../web/state/exports.js';
import { History } from '../../web/state/history.js';
import { columnsOf } from '../../web/state/metrics.js';
import { SCHEMA } from '../../web/state/schema.js';

/**
 * @param {number} epochs
 * @param {number} [capacity]
 */
function historyOf(epochs, capacity) {
  const history = new History(capacity);
  for (let epoch = 0; epoch <= epochs; epoch += 1) {
    history.append([epoch, 0.1 + epoch / 3, 1e-7, 2 / 3, 1]);
  }
  return history;
}

test('the history is a line of names and a line an epoch, each ended as RFC 4180 says', () => {
  const history = historyOf(1);
  assert.equal(
    historyCsv(history.curves(), history.stride),
    'epoch,train_loss,test_loss,train_accuracy,test_accuracy\r\n' +
      '0,0.1,1e-7,0.6666666666666666,1\r\n' +
      '1,0.43333333333333335,1e-7,0.6666666666666666,1\r\n',
  );
});

test('every number comes back from the table to the last bit', () => {
  const history = historyOf(300);
  const [, ...lines] = historyCsv(history.curves(), history.stride).trim().split('\r\n');
  const columns = Object.values(history.curves());
  assert.equal(lines.length, 301);
  lines.forEach((line, row) => {
    assert.deepEqual(
      line.split(',').map(Number),
      columns.map((column) => column[row]),
    );
  });
});

test('a table of a thinned history says so in each line', () => {
  const history = historyOf(37, 9);
  assert.equal(history.stride, 8);
  const lines = historyCsv(history.curves(), history.stride).trim().split('\r\n');
  assert.equal(lines[0].split(',').pop(), 'every_nth_epoch');
  assert.deepEqual(
    lines
      .slice(1)
      .map((line) => line.split(','))
      .map((cells) => [cells[0], cells.pop()]),
    [0, 8, 16, 24, 32, 37].map((epoch) => [String(epoch), '8']),
  );
});

test('where a training has diverged, the table says that too', () => {
  const history = historyOf(0);
  history.append([1, NaN, Infinity, 0.5, 0.5]);
  assert.match(historyCsv(history.curves(), 1), /\r\n1,NaN,Infinity,0\.5,0\.5\r\n$/);
});

test('of values it has R² in the place of the accuracies, and nothing where there is none', () => {
  const history = new History();
  history.clear(columnsOf('regression'));
  history.append([0, 1.5, 2, NaN, -0.25, 1, 1, 2, NaN, 0.5]);
  const lines = historyCsv(history.curves(), 1).split('\r\n');
  assert.equal(lines[0], 'epoch,train_loss,test_loss,train_r2,test_r2');
  assert.deepEqual(lines.slice(1), ['0,1.5,2,,-0.25', '1,1,2,,0.5', '']);
});

test('a network without hidden layers is called by what its outputs do', () => {
  const names = /** @type {const} */ (['sigmoid', 'softmax', 'linear']).map((activation) =>
    fileName('record', { dataset: 'own' }, { layerSizes: [2, 3], activations: [activation] }, 1),
  );
  assert.deepEqual(names, [
    'moonlab-own-logistic-epoch-1-record.json',
    'moonlab-own-softmax-epoch-1-record.json',
    'moonlab-own-linear-epoch-1-record.json',
  ]);
});

test('file names tell what is in the file', () => {
  const names = (/** @type {number[]} */ layerSizes) =>
    /** @type {const} */ (['record', 'history', 'boundary', 'script']).map((kind) =>
      fileName(kind, { dataset: 'moons' }, { layerSizes, activations: ['sigmoid'] }, 250),
    );
  assert.deepEqual(names([2, 16, 8, 1]), [
    'moonlab-moons-16-8-epoch-250-record.json',
    'moonlab-moons-16-8-epoch-250-history.csv',
    'moonlab-moons-16-8-epoch-250-boundary.png',
    'moonlab_moons_16_8_epoch_250.py',
  ]);
  assert.equal(names([2, 1])[0], 'moonlab-moons-logistic-epoch-250-record.json');
  assert.equal(names([2, ...Array(30).fill(7), 1])[3], 'moonlab_moons_30_layers_epoch_250.py');
});

test('file names hold nothing that a file system minds', () => {
  const datasets = SCHEMA.find(({ key }) => key === 'dataset');
  assert.ok(datasets && 'choices' in datasets);
  for (const value of datasets.choices) {
    const dataset = /** @type {'moons'} */ (value);
    const network = {
      layerSizes: [2, 3, 1],
      activations: /** @type {['sigmoid']} */ (['sigmoid']),
    };
    assert.match(fileName('record', { dataset }, network, 1), /^[\w.-]+$/);
  }
});
