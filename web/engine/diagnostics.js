import { COLUMNS, ROW_LENGTH } from '../state/metrics.js';
import { joinLayers } from '../state/model.js';
import { splitLayers } from '../state/parameters.js';
import { using } from './handle.js';
import { ScheduledTrainer } from './scheduled.js';

/**
 * @typedef {import('./network.js').Network} Network
 * @typedef {import('./trainer.js').Trainer} Trainer
 * @typedef {import('./trainer.js').TrainerOptions} TrainerOptions
 * @typedef {import('./handle.js').RandomState} RandomState
 * @typedef {import('./data.js').LabelledSet} LabelledSet
 *
 * What of the engine makes trainers.
 * @typedef {object} TrainerMaker
 * @property {(network: Network, train: LabelledSet, test: LabelledSet | null, options: TrainerOptions,
 *   randomState: RandomState) => Trainer} createTrainer
 *
 * Three answers to "which way, and how steep?", each in the order of the network's parameters.
 * @typedef {object} GradientCheck
 * @property {number} epsilon of the central difference
 * @property {Float64Array} analytic exact backpropagation
 * @property {Float64Array} numerical (loss(w + ε) - loss(w - ε)) / 2ε
 * @property {Float64Array} simplified what the notebook's rule takes for the gradient; empty where there
 *   are several outputs, for which it has no rule
 * @property {number[]} cosines layer by layer, between the weights' simplified and analytic part; NaN
 *   where either is 0; empty as simplified is
 *
 * The same run twice: the samples added up in order, and in reverse.
 * @typedef {object} Butterfly
 * @property {Float64Array} inOrder training loss at epoch 0, 1, …
 * @property {Float64Array} reversed the same, ending early where the run diverges
 */

/** Above this many parameters central differences would keep people waiting. */
const MAX_CHECKED_PARAMETERS = 2000;

/** Where the training loss stands in a row of the history. */
const TRAIN_LOSS = COLUMNS.indexOf('trainLoss');

/**
 * @param {Network} network
 * @param {LabelledSet} data
 * @param {import('../state/types.js').LossName} loss
 * @param {number} epsilon > 0
 * @returns {GradientCheck}
 * @throws {RangeError} for a network too large to check
 */
export function checkGradient(network, data, loss, epsilon) {
  const count = network.parameters().length;
  if (count > MAX_CHECKED_PARAMETERS) {
    throw new RangeError(
      `network: ${count} parameters; allowed: up to ${MAX_CHECKED_PARAMETERS} for a gradient check`,
      { cause: { failure: 'tooLargeToCheck', count, most: MAX_CHECKED_PARAMETERS } },
    );
  }
  const { X, y } = data;
  const { layerSizes } = network;
  const [analytic, numerical] = [
    network.gradient(X, y, { loss }),
    network.numericalGradient(X, y, { loss, epsilon }),
  ].map((layers) => joinLayers(layers, layerSizes));
  if (y.length > 1) {
    return { epsilon, analytic, numerical, simplified: new Float64Array(), cosines: [] };
  }
  const simplified = joinLayers(network.gradient(X, y, { rule: 'simplified', loss }), layerSizes);
  const pushes = splitLayers(simplified, layerSizes);
  const cosines = splitLayers(analytic, layerSizes).map(({ weights }, i) =>
    cosine(weights, pushes[i].weights),
  );
  return { epsilon, analytic, numerical, simplified, cosines };
}

/**
 * @param {TrainerMaker} engine
 * @param {() => { network: Network, randomState: RandomState }} start
 *   makes the network at epoch 0 and the stream after it
 * @param {LabelledSet} data
 * @param {{ options: TrainerOptions, schedule: import('../state/schedule.js').Change[],
 *   epochs: number }} run its changes of batch size are passed over: only full batches have the order
 * @returns {Butterfly}
 */
export function runButterfly(engine, start, data, { options, schedule, epochs }) {
  const lossesOf = (/** @type {'in_order' | 'reversed'} */ summation) => {
    const { network, randomState } = start();
    const whole = { ...options, batchSize: 0, summation };
    const trainer = new ScheduledTrainer(
      engine.createTrainer(network, data, null, whole, randomState),
      schedule.filter(({ name }) => name !== 'batch-size' && name !== 'rule'),
    );
    return using([trainer, network, randomState], () => {
      const losses = [trainer.metrics().trainLoss];
      const rows = trainer.step(epochs);
      for (let i = TRAIN_LOSS; i < rows.length; i += ROW_LENGTH) losses.push(rows[i]);
      return Float64Array.from(losses);
    });
  };
  return { inOrder: lossesOf('in_order'), reversed: lossesOf('reversed') };
}

/**
 * @param {Float64Array} a
 * @param {Float64Array} b
 */
function cosine(a, b) {
  const dot = (/** @type {Float64Array} */ x, /** @type {Float64Array} */ y) =>
    x.reduce((sum, value, i) => sum + value * y[i], 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}
