/** The network in words: what its parts are called, and what they compute. */

import { ENGLISH_WORDS } from '../text/whole-words.js';

/** @typedef {import('../text/whole-words.js').WholeWords} WholeWords */
/** @typedef {import('../../state/parameters.js').LayerParameters} LayerParameters */

/**
 * @typedef {object} Named
 * @property {readonly number[]} layerSizes from the inputs to the output
 * @property {readonly string[]} [inputs] what each is called
 * @property {readonly (string | number)[]} [outputs] the class of each, where there are several
 *
 * @typedef {Named & { layers: LayerParameters[], activations: readonly string[] }} Computing
 *
 * @typedef {{ layer: number, neuron: number }} Neuron layer 0 is the inputs
 */

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
/** Of a sum, so many are written down: the strongest. */
const MOST_TERMS = 10;
const TIMES = '·';

/**
 * @param {object} network
 * @param {number[]} network.layerSizes from the inputs to the output
 * @param {string[]} network.activations one a layer after the inputs
 * @param {readonly string[]} [network.inputs] what each is called
 * @param {readonly (string | number)[]} [network.outputs] the class of each, where there are several
 * @param {number} network.largestWeight the greatest magnitude of a weight now
 * @param {WholeWords} [words]
 * @returns {string} a sentence or two
 */
export function describeNetwork(
  { layerSizes, activations, inputs: names, outputs = [], largestWeight },
  { network: words, formats } = ENGLISH_WORDS,
) {
  const [count, ...sizes] = layerSizes;
  const inputs = Array.from({ length: count }, (_, index) => inputName(index, names));
  const layers = sizes.map((size, index) => ({ size, activation: activations[index] }));
  return words.description({ inputs, layers, outputs, largest: formats.number(largestWeight) });
}

/**
 * @param {import('./lines.js').EdgeHit} edge
 * @param {Named & { layers: LayerParameters[] }} network
 * @param {WholeWords} [pictureWords]
 * @returns {string[]} lines; the first is the heading
 */
export function describeEdge(edge, network, pictureWords = ENGLISH_WORDS) {
  const { network: words, formats } = pictureWords;
  const { layer, from, neuron } = edge;
  const { inputs, weights } = network.layers[layer - 1];
  return [
    words.weight(formats.number(weights[neuron * inputs + from])),
    words.from(neuronName({ layer: layer - 1, neuron: from }, network, pictureWords)),
    words.to(neuronName({ layer, neuron }, network, pictureWords)),
  ];
}

/**
 * @param {Neuron} neuron
 * @param {Named} network
 * @param {WholeWords} [pictureWords]
 * @returns {string} as within a sentence
 */
export function neuronName(
  { layer, neuron },
  { layerSizes, inputs, outputs },
  { network: words } = ENGLISH_WORDS,
) {
  if (layer === 0) return words.inputNeuron(inputName(neuron, inputs));
  if (layer === layerSizes.length - 1) {
    return outputs ? words.outputOf(outputs[neuron]) : words.outputNeuron;
  }
  return words.hiddenNeuron(layer, neuron + 1);
}

/**
 * What a neuron computes.
 *
 * @typedef {object} Formula
 * @property {string} activation `linear` is not written
 * @property {{ weight: number, input: number, name: string }[]} terms the sum's, all of them
 * @property {number} bias
 */

/**
 * @param {Neuron} neuron no input
 * @param {Computing} network
 * @returns {Formula}
 */
export function formulaOf({ layer, neuron }, { layers, activations, inputs: names }) {
  const { inputs, weights, biases } = layers[layer - 1];
  const terms = Array.from({ length: inputs }, (_, input) => ({
    weight: weights[neuron * inputs + input],
    input,
    name: layer === 1 ? inputName(input, names) : `a${subscript(input + 1)}`,
  }));
  return { activation: activations[layer - 1], terms, bias: biases[neuron] };
}

/**
 * @param {Formula} formula
 * @param {WholeWords} [words]
 * @returns {string} such as `tanh(0.83·x₁ − 1.2·x₂ + 0.4)`; of many terms the strongest
 */
export function printFormula({ activation, terms, bias }, { formats } = ENGLISH_WORDS) {
  const number = (/** @type {number} */ value) => formats.number(Math.abs(value), 2);
  const strongest = [...terms]
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MOST_TERMS);
  const parts = terms
    .filter((term) => strongest.includes(term))
    .map(({ weight, name }) => ({ value: weight, text: number(weight) + TIMES + name }));
  parts.push({ value: bias, text: number(bias) });
  if (strongest.length < terms.length) parts.splice(-1, 0, { value: 0, text: '…' });
  const sum = parts
    .map(({ value, text }, index) => {
      if (index === 0) return value < 0 ? `−${text}` : text;
      return ` ${value < 0 ? '−' : '+'} ${text}`;
    })
    .join('');
  return activation === 'linear' ? sum : `${activation}(${sum})`;
}

/**
 * @param {number} index
 * @param {readonly string[]} [names]
 * @returns {string} such as x₁
 */
export function inputName(index, names) {
  return names?.[index] ?? `x${subscript(index + 1)}`;
}

/**
 * @param {number} number a natural number
 * @returns {string} in subscript digits
 */
export function subscript(number) {
  return [...String(number)].map((digit) => SUBSCRIPTS[Number(digit)]).join('');
}
