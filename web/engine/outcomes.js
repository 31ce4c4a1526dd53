/**
 * What a network says of points, and how well.
 *
 * @module
 */

/** @import { LabelledSet } from './data.js' */
/** @import { Network } from './network.js' */
/** @import { LossName, ProblemName } from '../state/types.js' */

/**
 * Where values are learned it has R², and no accuracy.
 *
 * @typedef {{ loss: number, accuracy?: number, r2?: number }} Evaluation
 */

/** Above it, one output says class 1. */
const THRESHOLD = 0.5;

/**
 * @param {Network} network
 * @param {LabelledSet} train
 * @param {LabelledSet} test
 * @returns {{ train: Uint8Array, test: Uint8Array }} in their order
 */
export function outcomesOf(network, train, test) {
  const of = (/** @type {LabelledSet} */ { X }) => classesOf(network.forward(X));
  return { train: of(train), test: of(test) };
}

/**
 * @param {Float64Array[]} outputs (n_outputs, n_samples): one, the probability of class 1; or one for each
 *   class
 * @returns {Uint8Array} n_samples; the largest output's class, the first of equals, as the engine's
 *   accuracy has it
 */
function classesOf(outputs) {
  const [first] = outputs;
  if (outputs.length === 1) return Uint8Array.from(first, (value) => Number(value > THRESHOLD));
  const classes = new Uint8Array(first.length);
  const largest = first.slice();
  for (let label = 1; label < outputs.length; label += 1) {
    outputs[label].forEach((value, sample) => {
      if (!(value > largest[sample])) return;
      largest[sample] = value;
      classes[sample] = label;
    });
  }
  return classes;
}

/**
 * @param {Network} network
 * @param {Float64Array[]} X its inputs, of one point or more
 * @returns {number[] | number[][]} the output of each; of several outputs a list each
 */
export function predictionsOf(network, X) {
  const outputs = network.forward(X);
  if (outputs.length === 1) return [...outputs[0]];
  return Array.from(outputs[0], (_, i) => outputs.map((output) => output[i]));
}

/**
 * @param {Network} network
 * @param {LabelledSet} set
 * @param {{ problem: ProblemName, loss: LossName }} of what it has learned
 * @returns {Evaluation}
 */
export function evaluationOf(network, { X, y }, { problem, loss }) {
  const { accuracy, ...others } = network.evaluate(X, y, { loss });
  return problem === 'regression' ? others : { loss: others.loss, accuracy };
}
