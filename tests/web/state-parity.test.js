import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { History } from '../../web/state/history.js';
import { DETERMINED_EPOCHS } from '../../web/state/notebook.js';
import { compareStages } from '../../web/state/parity.js';
import { descriptionOf } from './frames.js';

/** @param {string} kind */
const readGolden = (kind) =>
  JSON.parse(readFileSync(new URL(`../golden/${kind}.json`, import.meta.url), 'utf8'));

const [{ X, y }] = readGolden('datasets').cases;
const [split] = readGolden('split').cases;
const [notebook] = readGolden('notebook').cases[0].networks;
const { layers } = readGolden('forward').cases[1];

/** @param {number[]} indices */
const pointsAt = (indices) => ({
  x1: Float64Array.from(indices, (i) => X[0][i]),
  x2: Float64Array.from(indices, (i) => X[1][i]),
  y: Float64Array.from(indices, (i) => y[i]),
});

/** The run that the golden files tell, as the lab would see it after so many epochs. */
function goldenRun(epochs = 0) {
  const history = new History();
  for (let epoch = 0; epoch <= epochs; epoch += 1) {
    const accuracy = notebook.accuracies[epoch];
    history.append([epoch, notebook.losses[epoch], 0.7, accuracy, 0.5]);
  }
  const stream = layers.flatMap((/** @type {any} */ layer) => layer.weights.flat());
  return {
    description: {
      ...descriptionOf([2, 8, 8, 1]),
      train: pointsAt(split.train_indices),
      test: pointsAt(split.test_indices),
    },
    initialParameters: Float64Array.from([
      ...stream.slice(0, 16),
      ...Array(8).fill(0),
      ...stream.slice(16),
    ]),
    history,
  };
}

/** @param {ReturnType<typeof goldenRun>} run */
const verdicts = (run) => compareStages(run).map(({ agrees }) => agrees);

test('the golden run is exact from the data to the forward pass', () => {
  const stages = compareStages(goldenRun());
  assert.deepEqual(
    stages.map(({ name, difference, agrees }) => [name, difference, agrees]),
    [
      ['data', 0, true],
      ['split', 0, true],
      ['weights', 0, true],
      ['forward', 0, true],
      ['training', null, null],
    ],
  );
});

test('training is compared up to the last determined epoch that it has reached', () => {
  const last = DETERMINED_EPOCHS - 1;
  assert.equal(notebook.determined_epochs, DETERMINED_EPOCHS);
  const training = (/** @type {number} */ epochs) => compareStages(goldenRun(epochs))[4];
  assert.deepEqual([training(120).epoch, training(120).agrees], [100, true]);
  assert.deepEqual([training(last).epoch, training(last).agrees], [last, true]);
  const { history } = goldenRun(49);
  history.append([50, notebook.losses[50] * (1 + 1e-7), 0.7, 0.5, 0.5]);
  assert.equal(compareStages({ ...goldenRun(), history })[4].agrees, false);
});

test('one changed number shows in its stage', () => {
  const data = goldenRun();
  data.description.train.x2[split.train_indices.indexOf(1)] += 1e-12;
  assert.deepEqual(verdicts(data), [false, true, true, true, null]);

  const other = goldenRun();
  const { train } = other.description;
  [train.x1[0], train.x1[9]] = [train.x1[9], train.x1[0]];
  [train.x2[0], train.x2[9]] = [train.x2[9], train.x2[0]];
  assert.deepEqual(verdicts(other), [true, false, true, true, null]);

  const weights = goldenRun();
  weights.initialParameters[25] += 1e-13;
  assert.deepEqual(verdicts(weights), [true, true, false, true, null]);

  const forward = new History();
  forward.append([0, notebook.losses[0] + 1e-11, 0.7, notebook.accuracies[0], 0.5]);
  assert.equal(compareStages({ ...goldenRun(), history: forward })[3].agrees, false);
});

test('a class that is another and a set of another size are differences', () => {
  const flipped = goldenRun();
  flipped.description.test.y[0] = 0;
  assert.equal(verdicts(flipped)[1], false);
  const shorter = goldenRun();
  shorter.description.test = pointsAt(split.test_indices.slice(0, -1));
  assert.equal(verdicts(shorter)[1], false);
  const empty = goldenRun();
  empty.description.test = pointsAt([]);
  assert.equal(verdicts(empty)[1], false);
});

test('what is not at hand is neither right nor wrong', () => {
  const run = { ...goldenRun(), initialParameters: null, history: new History() };
  assert.deepEqual(
    compareStages(run).map(({ agrees }) => agrees),
    [true, true, null, null, null],
  );
});
