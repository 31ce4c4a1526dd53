/** The network diagram in words. */

import { ENGLISH_PICTURES } from './picture-words.js';

/** @typedef {import('./network-hit.js').NetworkHit} NetworkHit */
/** @typedef {import('./picture-words.js').PictureWords} PictureWords */

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
/** Weights that a tooltip names one by one. */
const LISTED_WEIGHTS = 8;

/**
 * @param {object} network
 * @param {number[]} network.layerSizes from the inputs to the output
 * @param {string[]} network.activations one a layer after the inputs
 * @param {number} network.largestWeight the greatest magnitude of a weight now
 * @param {PictureWords} [words]
 * @returns {string} a sentence or two
 */
export function describeNetwork(
  { layerSizes, activations, largestWeight },
  { network: words, formats } = ENGLISH_PICTURES,
) {
  const [inputs, ...sizes] = layerSizes;
  const layers = sizes.map((size, index) => ({ size, activation: activations[index] }));
  return words.description({ inputs, layers, largest: formats.number(largestWeight) });
}

/**
 * @param {NetworkHit} hit
 * @param {number[]} layerSizes
 * @param {PictureWords} [pictureWords]
 * @returns {string[]} lines; the first is the heading
 */
export function describeHit(hit, layerSizes, pictureWords = ENGLISH_PICTURES) {
  const { network: words, formats } = pictureWords;
  const name = neuronName(hit.layer, hit.neuron, layerSizes, pictureWords);
  if (hit.kind === 'edge') {
    const from = neuronName(hit.layer - 1, hit.from, layerSizes, pictureWords);
    return [words.weight(formats.number(hit.weight)), words.from(from), words.to(name)];
  }
  const heading = name[0].toUpperCase() + name.slice(1);
  if (hit.bias === null) return [heading];
  const lines = [heading, words.biasOf(formats.number(hit.bias))];
  const listed = [...hit.weightsIn.subarray(0, LISTED_WEIGHTS)].map(
    (weight, index) => `w${subscript(index + 1)} ${formats.number(weight)}`,
  );
  for (let index = 0; index < listed.length; index += 2) {
    lines.push(listed.slice(index, index + 2).join('   '));
  }
  const more = hit.weightsIn.length - listed.length;
  if (more > 0) lines.push(words.moreWeights(more));
  return lines;
}

/**
 * @param {number} layer 0 for the inputs
 * @param {number} neuron from 0
 * @param {number[]} layerSizes
 * @param {PictureWords} pictureWords
 * @returns {string}
 */
function neuronName(layer, neuron, layerSizes, { network: words }) {
  if (layer === 0) return words.inputNeuron(`x${subscript(neuron + 1)}`);
  if (layer === layerSizes.length - 1) return words.outputNeuron;
  return words.hiddenNeuron(layer, neuron + 1);
}

/**
 * @param {number} number a natural number
 * @returns {string} in subscript digits
 */
export function subscript(number) {
  return [...String(number)].map((digit) => SUBSCRIPTS[Number(digit)]).join('');
}
