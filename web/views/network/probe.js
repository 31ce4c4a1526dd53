/** What of the network is at a position of its diagram; and the network in words. */

import { ENGLISH_PICTURES } from '../text/picture-words.js';

/** @typedef {import('../text/picture-words.js').PictureWords} PictureWords */
/** @typedef {import('../../state/parameters.js').LayerParameters} LayerParameters */

/**
 * @typedef {object} NeuronHit
 * @property {'neuron'} kind
 * @property {number} layer 0 for the inputs
 * @property {number} neuron its index in the layer, from 0
 * @property {number | null} bias null for inputs
 * @property {Float64Array} weightsIn from every neuron of the layer before; empty for inputs
 */

/**
 * @typedef {object} EdgeHit
 * @property {'edge'} kind
 * @property {number} layer that the weight belongs to, ≥ 1
 * @property {number} from index in the layer before
 * @property {number} neuron index in the layer
 * @property {number} weight
 */

/** @typedef {NeuronHit | EdgeHit} NetworkHit */

/**
 * @typedef {object} Named
 * @property {number[]} layerSizes from the inputs to the output
 * @property {readonly string[]} [inputs] what each is called
 * @property {readonly (string | number)[]} [outputs] the class of each, where there are several
 */

/** How far from a neuron's rim, or from a line, the pointer still means it, in CSS pixels. */
const REACH = 5;
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
/** Weights that a tooltip names one by one. */
const LISTED_WEIGHTS = 8;

/**
 * @param {import('./layout.js').NetworkLayout} layout
 * @param {LayerParameters[]} layers
 * @param {number} x
 * @param {number} y
 * @returns {NeuronHit | null}
 */
export function hitNeuron({ columns }, layers, x, y) {
  let best = Infinity;
  /** @type {NeuronHit | null} */
  let hit = null;
  columns.forEach((column, layer) => {
    column.y.forEach((centre, neuron) => {
      const distance = Math.hypot(column.x - x, centre - y);
      if (distance >= best || distance > column.radius + REACH) return;
      best = distance;
      hit = neuronAt(layers, layer, neuron);
    });
  });
  return hit;
}

/**
 * @param {import('./layout.js').NetworkLayout} layout
 * @param {LayerParameters[]} layers
 * @param {Uint32Array[]} drawn per layer, indices of the weights that can be hit
 * @param {number} x
 * @param {number} y
 * @returns {EdgeHit | null}
 */
export function hitEdge({ columns, gap }, layers, drawn, x, y) {
  const layer = Math.ceil((x - columns[0].x) / gap);
  if (layer < 1 || layer >= columns.length) return null;
  const { inputs, weights } = layers[layer - 1];
  const t = (x - columns[layer - 1].x) / gap;
  let best = REACH;
  let hit = -1;
  for (const index of drawn[layer - 1]) {
    const start = columns[layer - 1].y[index % inputs];
    const rise = columns[layer].y[Math.floor(index / inputs)] - start;
    // The distance at right angles to the line, not straight up.
    const distance = (Math.abs(start + t * rise - y) * gap) / Math.hypot(gap, rise);
    if (distance < best) {
      best = distance;
      hit = index;
    }
  }
  if (hit < 0) return null;
  const neuron = Math.floor(hit / inputs);
  return { kind: 'edge', layer, from: hit % inputs, neuron, weight: weights[hit] };
}

/**
 * @param {LayerParameters[]} layers
 * @param {number} layer
 * @param {number} neuron
 * @returns {NeuronHit}
 */
function neuronAt(layers, layer, neuron) {
  if (layer === 0) {
    return { kind: 'neuron', layer, neuron, bias: null, weightsIn: new Float64Array(0) };
  }
  const { inputs, weights, biases } = layers[layer - 1];
  const weightsIn = weights.slice(neuron * inputs, (neuron + 1) * inputs);
  return { kind: 'neuron', layer, neuron, bias: biases[neuron], weightsIn };
}

/**
 * @param {object} network
 * @param {number[]} network.layerSizes from the inputs to the output
 * @param {string[]} network.activations one a layer after the inputs
 * @param {readonly string[]} [network.inputs] what each is called
 * @param {readonly (string | number)[]} [network.outputs] the class of each, where there are several
 * @param {number} network.largestWeight the greatest magnitude of a weight now
 * @param {PictureWords} [words]
 * @returns {string} a sentence or two
 */
export function describeNetwork(
  { layerSizes, activations, inputs: names, outputs = [], largestWeight },
  { network: words, formats } = ENGLISH_PICTURES,
) {
  const [count, ...sizes] = layerSizes;
  const inputs = Array.from({ length: count }, (_, index) => inputName(index, names));
  const layers = sizes.map((size, index) => ({ size, activation: activations[index] }));
  return words.description({ inputs, layers, outputs, largest: formats.number(largestWeight) });
}

/**
 * @param {NetworkHit} hit
 * @param {Named} network
 * @param {PictureWords} [pictureWords]
 * @returns {string[]} lines; the first is the heading
 */
export function describeHit(hit, network, pictureWords = ENGLISH_PICTURES) {
  const { network: words, formats } = pictureWords;
  const name = neuronName(hit.layer, hit.neuron, network, pictureWords);
  if (hit.kind === 'edge') {
    const from = neuronName(hit.layer - 1, hit.from, network, pictureWords);
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
 * @param {Named} network
 * @param {PictureWords} pictureWords
 * @returns {string}
 */
function neuronName(layer, neuron, { layerSizes, inputs, outputs }, { network: words }) {
  if (layer === 0) return words.inputNeuron(inputName(neuron, inputs));
  if (layer === layerSizes.length - 1) {
    return outputs ? words.outputOf(outputs[neuron]) : words.outputNeuron;
  }
  return words.hiddenNeuron(layer, neuron + 1);
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
