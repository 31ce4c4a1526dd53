import { metricsOf, ROW_LENGTH } from '../../../web/state/metrics.js';
import { compareLayers, readLayers, readNetwork } from './layers.js';

/**
 * @typedef {import('./layers.js').Check} Check
 * @typedef {import('./layers.js').Engine} Engine
 * @typedef {import('./fields.js').Fields} Fields
 * @typedef {import('./comparison.js').Comparison} Comparison
 * @typedef {import('../../../web/engine/trainer.js').Trainer} Trainer
 */

/** Round-off in a range of accuracies widened by one sample. */
const ROUND_OFF = 1e-12;

/**
 * The metrics before each of the epochs, and after the last.
 *
 * @param {Trainer} trainer
 * @param {number} epochs
 */
function train(trainer, epochs) {
  const rows = [trainer.metrics()];
  const flat = trainer.step(epochs);
  for (let i = 0; i < flat.length; i += ROW_LENGTH) rows.push(metricsOf(flat, i));
  if (rows.length !== epochs + 1) throw new Error('training diverged');
  return rows;
}

/**
 * @param {Trainer} trainer
 */
function trainedLayers(trainer) {
  const network = trainer.network();
  const layers = network.layers();
  network.dispose();
  return layers;
}

/**
 * @param {Fields} end
 * @param {Trainer} trainer
 * @param {Comparison} comparison
 */
function checkFinal(end, trainer, comparison) {
  const metrics = trainer.metrics();
  compareLayers(end, 'layers', trainedLayers(trainer), comparison);
  comparison.close(end.path('test_loss'), metrics.testLoss, end.number('test_loss'));
  comparison.close(end.path('test_accuracy'), metrics.testAccuracy, end.number('test_accuracy'));
}

/**
 * The end of a chaotic run: thought to lie in a range, give or take one test sample.
 *
 * @param {Fields} golden
 * @param {Trainer} trainer
 * @param {number} nTest
 * @param {Comparison} comparison
 */
function checkRange(golden, trainer, nTest, comparison) {
  const range = golden.numbers('test_accuracy_range');
  const path = golden.path('test_accuracy_range');
  if (range.length !== 2) throw new Error(`${path}: shape`);
  const slack = 1 / nTest + ROUND_OFF;
  comparison.within(path, trainer.metrics().testAccuracy, range[0] - slack, range[1] + slack);
}

/**
 * @param {Fields} golden
 * @param {Trainer} trainer
 * @param {number} nTest
 * @param {Comparison} comparison
 */
function checkRun(golden, trainer, nTest, comparison) {
  const epochs = golden.count('epochs');
  const determined = golden.count('determined_epochs');
  if (determined > epochs) throw new Error(`${golden.path('determined_epochs')}: > epochs`);
  golden.text('name');
  const rows = train(trainer, determined).slice(0, determined);
  comparison.close(
    golden.path('losses'),
    rows.map((row) => row.trainLoss),
    golden.numbers('losses'),
  );
  comparison.close(
    golden.path('accuracies'),
    rows.map((row) => row.trainAccuracy),
    golden.numbers('accuracies'),
  );
  const ranged = golden.has('test_accuracy_range');
  if (golden.has('final') || !ranged) checkFinal(golden.object('final'), trainer, comparison);
  if (!ranged) return;
  train(trainer, epochs - determined);
  checkRange(golden, trainer, nTest, comparison);
}

/** @type {Check} */
export function checkNotebook(golden, comparison, engine) {
  const nSamples = golden.count('n_samples');
  const randomState = golden.count('random_state');
  const data = engine.makeMoons({ nSamples, noise: golden.numberOrNull('noise'), randomState });
  const split = engine.trainTestSplit(nSamples, golden.number('test_size'), randomState);
  const take = (/** @type {Int32Array} */ indices) => ({
    X: data.X.map((row) => Float64Array.from(indices, (i) => row[i])),
    y: [Float64Array.from(indices, (i) => data.y[i])],
  });
  const [trainSet, testSet] = [take(split.train), take(split.test)];
  /** @type {import('../../../web/engine/trainer.js').TrainerOptions} */
  const options = { rule: 'simplified', learningRate: golden.number('learning_rate') };
  const stream = engine.createRandomState(golden.count('seed'));
  for (const run of golden.objects('networks')) {
    const network = readNetwork(run, engine);
    network.initialize(golden.number('weight_scale'), stream);
    const trainer = engine.createTrainer(network, trainSet, testSet, options, stream);
    checkRun(run, trainer, split.test.length, comparison);
    trainer.dispose();
    network.dispose();
  }
  stream.dispose();
}

/** What each optimiser takes besides the learning rate. */
const OPTIMIZER_FIELDS = {
  sgd: [],
  momentum: ['momentum'],
  rmsprop: ['decay', 'epsilon'],
  adam: ['beta1', 'beta2', 'epsilon'],
};

/**
 * @param {Fields} golden
 * @returns {import('../../../web/engine/trainer.js').TrainerOptions}
 */
function readOptions(golden) {
  const optimizer = /** @type {keyof typeof OPTIMIZER_FIELDS} */ (golden.text('optimizer'));
  const own = (OPTIMIZER_FIELDS[optimizer] ?? []).map((name) => [name, golden.number(name)]);
  return {
    loss: /** @type {import('../../../web/state/types.js').LossName} */ (golden.text('loss')),
    optimizer,
    learningRate: golden.number('learning_rate'),
    penalty: /** @type {'none'} */ (golden.text('regularization')),
    penaltyRate: golden.number('regularization_rate'),
    batchSize: golden.has('batch_size') ? golden.count('batch_size') : 0,
    ...Object.fromEntries(own),
  };
}

/**
 * How many of the steps the file knows; all, unless it says otherwise.
 *
 * @param {Fields} golden
 */
function readDeterminedSteps(golden) {
  const steps = golden.count('steps');
  if (!golden.has('determined_steps')) return steps;
  const determined = golden.count('determined_steps');
  if (determined < 1 || determined > steps) {
    const path = golden.path('determined_steps');
    throw new Error(`${path}: ${determined}; allowed: 1 to ${steps}`);
  }
  return determined;
}

/** @type {Check} */
export function checkOptimizers(golden, comparison, engine) {
  const network = readNetwork(golden, engine);
  network.setLayers(readLayers(golden, 'layers'));
  const data = { X: golden.matrix('X'), y: golden.matrix('y') };
  // The stream orders the samples of mini-batches; full batches draw nothing from it.
  const seed = golden.has('batch_size') ? golden.count('random_state') : 0;
  const stream = engine.createRandomState(seed);
  const trainer = engine.createTrainer(network, data, null, readOptions(golden), stream);
  const determined = readDeterminedSteps(golden);
  const rows = train(trainer, determined).slice(0, determined);
  comparison.close(
    'losses',
    rows.map((row) => row.trainLoss),
    golden.numbers('losses'),
  );
  compareLayers(golden, 'final_layers', trainedLayers(trainer), comparison);
  for (const handle of [trainer, network, stream]) handle.dispose();
}
