/** The network diagram in words. */

import { formatNumber } from './scale.js';

/** @typedef {import('./network-hit.js').NetworkHit} NetworkHit */

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
/** Weights that a tooltip names one by one. */
const LISTED_WEIGHTS = 8;

/**
 * @param {object} network
 * @param {number[]} network.layerSizes from the inputs to the output
 * @param {string[]} network.activations one a layer after the inputs
 * @param {number} network.largestWeight the greatest magnitude of a weight now
 * @returns {string} a sentence or two
 */
export function describeNetwork({ layerSizes, activations, largestWeight }) {
  const layers = activations.map((activation, index) => {
    const size = layerSizes[index + 1];
    return `${size} ${activation} neuron${size === 1 ? '' : 's'}`;
  });
  return (
    `The network: ${layerSizes[0]} inputs, then ${layers.join(', then ')}. ` +
    `Its largest weight is ${formatNumber(largestWeight)} in size.`
  );
}

/**
 * What the diagram's lines and rings mean.
 *
 * @param {number} largestWeight the greatest magnitude of a weight now
 * @param {{ drawn: number, total: number }} weights how many there are lines for
 * @returns {string}
 */
export function captionNetwork(largestWeight, { drawn, total }) {
  const scale =
    largestWeight > 1 ? `the thickest is ${formatNumber(largestWeight)}` : 'full thickness is 1';
  const sentences = [
    `A line is a weight: the thicker, the larger (${scale}); solid orange is positive, dashed blue negative.`,
    'The arc round a neuron is its bias: clockwise positive, anticlockwise negative.',
  ];
  if (drawn < total) {
    sentences.push(`Of ${total} weights, the ${drawn} strongest of their layers are drawn.`);
  }
  return sentences.join(' ');
}

/**
 * @param {NetworkHit} hit
 * @param {number[]} layerSizes
 * @returns {string[]} lines; the first is the heading
 */
export function describeHit(hit, layerSizes) {
  const name = neuronName(hit.layer, hit.neuron, layerSizes);
  if (hit.kind === 'edge') {
    const from = neuronName(hit.layer - 1, hit.from, layerSizes);
    return [`Weight ${formatNumber(hit.weight)}`, `from ${from}`, `to ${name}`];
  }
  const heading = name[0].toUpperCase() + name.slice(1);
  if (hit.bias === null) return [heading];
  const lines = [heading, `Bias ${formatNumber(hit.bias)}`];
  const listed = [...hit.weightsIn.subarray(0, LISTED_WEIGHTS)].map(
    (weight, index) => `w${subscript(index + 1)} ${formatNumber(weight)}`,
  );
  for (let index = 0; index < listed.length; index += 2) {
    lines.push(listed.slice(index, index + 2).join('   '));
  }
  const more = hit.weightsIn.length - listed.length;
  if (more > 0) lines.push(`and ${more} more weights`);
  return lines;
}

/**
 * @param {number} layer 0 for the inputs
 * @param {number} neuron from 0
 * @param {number[]} layerSizes
 * @returns {string}
 */
export function neuronName(layer, neuron, layerSizes) {
  if (layer === 0) return `input x${subscript(neuron + 1)}`;
  if (layer === layerSizes.length - 1) return 'output neuron';
  return `hidden layer ${layer}, neuron ${neuron + 1}`;
}

/**
 * @param {number} number a natural number
 * @returns {string} in subscript digits
 */
export function subscript(number) {
  return [...String(number)].map((digit) => SUBSCRIPTS[Number(digit)]).join('');
}
