import { fixed } from '../../views/math.js';

/**
 * @typedef {object} SampleLosses the training samples, one by one
 * @property {Float64Array} x1
 * @property {Float64Array} x2
 * @property {Uint8Array} labels
 * @property {number[]} probabilities of class 1
 * @property {Float64Array} losses
 * @property {number} mean
 */

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {import('../../engine/experiment.js').Experiment} experiment
 * @returns {SampleLosses}
 */
export function measureSamples(engine, experiment) {
  const { x1, x2, y: labels } = experiment.description.train;
  const probabilities = experiment.predict(
    Array.from(x1, (value, i) => /** @type {[number, number]} */ ([value, x2[i]])),
  );
  const losses = Float64Array.from(labels, (y, i) =>
    engine.binaryCrossEntropy([y], [probabilities[i]]),
  );
  return { x1, x2, labels, probabilities, losses, mean: experiment.metrics().trainLoss };
}

/**
 * @param {'loss' | 'index'} sorting
 * @param {Float64Array} losses
 * @returns {Int32Array} the samples in this order; equal losses by index
 */
export function orderBy(sorting, losses) {
  const order = Int32Array.from(losses, (_, i) => i);
  return sorting === 'index' ? order : order.sort((a, b) => losses[b] - losses[a] || a - b);
}

/**
 * How the loss is spread over the samples.
 *
 * @param {Pick<SampleLosses, 'labels' | 'probabilities' | 'losses'>} samples
 */
export function spreadOf({ labels, probabilities, losses }) {
  const total = losses.reduce((sum, loss) => sum + loss, 0);
  const wrong = Array.from(losses).filter((_, i) => Number(probabilities[i] > 0.5) !== labels[i]);
  const ofWrong = wrong.reduce((sum, loss) => sum + loss, 0);
  let [sum, half] = [0, 0];
  for (const loss of losses.slice().sort((a, b) => b - a)) {
    sum += loss;
    half += 1;
    if (2 * sum >= total) break;
  }
  return { total, wrongCount: wrong.length, wrongShare: ofWrong / total, half };
}

/**
 * @param {SampleLosses} samples
 * @returns {string} the bars in words
 */
export function describeLosses(samples) {
  const { wrongCount, wrongShare, half } = spreadOf(samples);
  const { length } = samples.losses;
  return (
    `One bar for each of ${length} training samples, upwards for class 0, downwards for class 1. ` +
    `The mean is ${fixed(samples.mean, 4)}. ${wrongCount} samples are on the wrong side and make ` +
    `${fixed(100 * wrongShare, 0)}% of the sum; the ${half} largest make half of it.`
  );
}
