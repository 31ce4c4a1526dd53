/**
 * Which neuron is meant: `1.3` is the third of the first hidden layer; layer 0 is the inputs, and the output
 * layer counts.
 *
 * @module
 */

import { Refusal } from './reading.js';

/** @import { Neuron } from './types.js' */

const SPELLING = /^(0|[1-9]\d*)\.([1-9]\d*)$/;

/**
 * @param {unknown} entry
 * @param {unknown} given
 * @returns {string} in its one spelling; empty is none
 * @throws {Refusal}
 */
export function acceptNeuron(entry, given) {
  if (typeof given !== 'string') throw new Refusal(given, ({ problem }) => problem.notText);
  const text = given.trim();
  if (text !== '' && !SPELLING.test(text)) {
    throw new Refusal(given, ({ problem }) => problem.notNeuron);
  }
  return text;
}

/**
 * @param {string} text as acceptNeuron() gave it
 * @returns {Neuron | null} none, if it is empty
 */
export function parseNeuron(text) {
  const [, layer, neuron] = SPELLING.exec(text) ?? [];
  return layer === undefined ? null : { layer: Number(layer), neuron: Number(neuron) - 1 };
}

/** @param {Neuron | null} neuron */
export const printNeuron = (neuron) => (neuron ? `${neuron.layer}.${neuron.neuron + 1}` : '');

/**
 * @param {Neuron} neuron
 * @param {readonly number[]} layerSizes from the inputs to the output
 * @returns {boolean} whether the network has it
 */
export const hasNeuron = ({ layer, neuron }, layerSizes) => neuron < (layerSizes[layer] ?? 0);

/**
 * @param {Neuron | null} neuron
 * @param {readonly number[]} layerSizes from the inputs to the output
 * @returns {Neuron | null} the same, if the network has it
 */
export const neuronIn = (neuron, layerSizes) =>
  neuron && hasNeuron(neuron, layerSizes) ? neuron : null;

/**
 * @param {Neuron | null} one
 * @param {Neuron | null} other
 */
export const isSameNeuron = (one, other) => printNeuron(one) === printNeuron(other);
