import { createData } from '../../engine/data.js';
import { configOf, createNetwork, LINE_SIZES, NOTEBOOK, trainingFrom } from './contenders.js';

/** @typedef {import('../../engine/engine.js').Engine} Engine */

/**
 * @typedef {object} Result
 * @property {number} trainLoss
 * @property {number} trainAccuracy 0…1
 * @property {number} testAccuracy 0…1
 *
 * @typedef {object} Baselines what a network has to be better than
 * @property {Result & { share: number }} majority the class that most training points have, whatever
 *   the point: the probability is the share of class 1 among them
 * @property {Result & { parameters: Float64Array }} line logistic regression, trained until nothing
 *   changes: weights, then the bias
 *
 * @typedef {object} Common
 * @property {import('../../engine/data.js').Data} data
 * @property {Baselines} baselines
 */

/** Safe here, and quicker than the notebook's: the loss of a single neuron has one valley only. */
const LEARNING_RATE = 2;
const CHUNK = 100;
const MOST_EPOCHS = 20_000;
/** Logistic regression is done when so many epochs lower its loss by less than this. */
const LEAST_GAIN = 1e-11;

/** @type {WeakMap<Engine, Common>} */
const made = new WeakMap();

/**
 * @param {import('./contenders.js').Engine} engine
 * @param {import('./contenders.js').Data} data
 * @returns {Baselines}
 */
export function createBaselines(engine, data) {
  return { majority: judgeMajority(engine, data), line: trainLine(engine) };
}

/**
 * How the baselines, which have not changed, do on other points.
 *
 * @param {import('./contenders.js').Engine} engine
 * @param {Baselines} baselines
 * @param {import('../../engine/data.js').LabelledSet} set
 * @returns {{ majority: number, line: number }} accuracies, 0…1
 */
export function judgeBaselines(engine, { majority, line }, { X, y }) {
  const network = createNetwork(engine, LINE_SIZES);
  network.setParameters(line.parameters);
  const { accuracy } = network.evaluate(X, y);
  network.dispose();
  return { majority: engine.accuracy(y[0], constant(majority.share, y[0])), line: accuracy };
}

/**
 * Every point gets the same probability: the share of class 1 in the training set, which of all
 * constants has the least loss there.
 *
 * @param {import('./contenders.js').Engine} engine
 * @param {import('./contenders.js').Data} data
 * @returns {Baselines['majority']}
 */
function judgeMajority(engine, { train, test }) {
  const labels = train.y[0];
  const share = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  return {
    share,
    trainLoss: engine.binaryCrossEntropy(labels, constant(share, labels)),
    trainAccuracy: engine.accuracy(labels, constant(share, labels)),
    testAccuracy: engine.accuracy(test.y[0], constant(share, test.y[0])),
  };
}

/**
 * @param {number} answer
 * @param {ArrayLike<number>} labels
 * @returns {Float64Array} the same answer to all of them
 */
function constant(answer, { length }) {
  return new Float64Array(length).fill(answer);
}

/**
 * Logistic regression: one neuron, from weights of 0, by exact gradient descent.
 *
 * @param {import('./contenders.js').Engine} engine
 * @returns {Baselines['line']}
 */
function trainLine(engine) {
  const options = { rule: /** @type {const} */ ('backprop'), init: NOTEBOOK.init, epochs: 0 };
  const config = { ...configOf(LINE_SIZES, options), learningRate: LEARNING_RATE };
  const experiment = engine.createExperiment(config);
  experiment.importModel(trainingFrom(config, createNetwork(engine, LINE_SIZES)).start.model);
  let before = Infinity;
  let now = experiment.metrics();
  while (before - now.trainLoss > LEAST_GAIN && now.epoch < MOST_EPOCHS) {
    before = now.trainLoss;
    experiment.step(CHUNK);
    now = experiment.metrics();
  }
  const parameters = experiment.parameters();
  experiment.dispose();
  const { trainLoss, trainAccuracy, testAccuracy } = now;
  return { parameters, trainLoss, trainAccuracy, testAccuracy };
}

/**
 * What all widgets of the section share, made once: the notebook's moons and what a network has to be
 * better than.
 *
 * @param {Engine} engine
 * @returns {Common}
 */
export function commonOf(engine) {
  let common = made.get(engine);
  if (!common) {
    const data = createData(engine, NOTEBOOK);
    common = { data, baselines: createBaselines(engine, data) };
    made.set(engine, common);
  }
  return common;
}
