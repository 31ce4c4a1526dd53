/**
 * Which classes a network takes points for.
 *
 * @module
 */

/** @import { LabelledSet } from './data.js' */
/** @import { Network } from './network.js' */

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
