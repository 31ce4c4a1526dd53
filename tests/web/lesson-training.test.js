import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TrainingLog } from '../../web/lesson/training/loop.js';
import { orderBy, spreadOf } from '../../web/lesson/training/sample-losses.js';

/** @param {number} epoch whose losses are the epoch in thousandths */
const row = (epoch) => [epoch, epoch / 1000, 0.25, epoch / 2000, 0.5];

/**
 * @param {number} from
 * @param {number} to
 */
const rows = (from, to) =>
  Float64Array.from(Array.from({ length: to - from + 1 }, (_, i) => row(from + i)).flat());

test('the log’s line of an epoch has the loss before its update', () => {
  const log = new TrainingLog(400);
  log.append(rows(0, 0));
  assert.equal(log.text, 'Training...\n');
  log.append(rows(1, 199));
  assert.doesNotMatch(log.text, /Epoch/);
  log.append(rows(200, 200));
  assert.match(log.text, /\nEpoch 200\/400 - Loss: 0\.1990, Accuracy: 0\.0995$/);
});

test('the log is the same however the epochs are cut, and ends with the test set', () => {
  const whole = new TrainingLog(400);
  whole.append(rows(0, 400));
  const cut = new TrainingLog(400);
  for (let epoch = 0; epoch <= 400; epoch += 1) cut.append(rows(epoch, epoch));
  assert.equal(cut.text, whole.text);
  assert.equal(
    whole.text,
    [
      'Training...\n',
      'Epoch 200/400 - Loss: 0.1990, Accuracy: 0.0995',
      'Epoch 400/400 - Loss: 0.3990, Accuracy: 0.1995',
      '\nTraining complete!',
      '\nTest Set Performance:',
      '  Loss: 0.2500',
      '  Accuracy: 50.00%',
    ].join('\n'),
  );
});

test('samples are ordered by loss, equal ones by index', () => {
  const losses = Float64Array.of(0.1, 2, 0.1, 5);
  assert.deepEqual([...orderBy('loss', losses)], [3, 1, 0, 2]);
  assert.deepEqual([...orderBy('index', losses)], [0, 1, 2, 3]);
});

test('exactly one half is class 0, so a sample of class 1 is on the wrong side there', () => {
  const spread = spreadOf({
    labels: Float64Array.of(0, 1, 1),
    probabilities: Float64Array.of(0.5, 0.5, 0.9),
    losses: Float64Array.of(1, 2, 1),
  });
  assert.deepEqual(spread, { total: 4, wrongCount: 1, wrongShare: 0.5, half: 1 });
});
