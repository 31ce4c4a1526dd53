/**
 * A forward pass in steps, and what is drawn in each.
 *
 * @module
 */
import { subscript } from '../../views/network/probe.js';
import { short } from '../parts/numbers.js';

/** @typedef {import('../../engine/network.js').LayerTrace} LayerTrace */
/** @typedef {import('../parts/flow-diagram.js').FlowScene} FlowScene */

/**
 * @typedef {object} Step the inputs, then for each layer its sums and its outputs
 * @property {number} layer 0 for the inputs
 * @property {'inputs' | 'sums' | 'outputs'} part
 *
 * @typedef {object} Pass a forward pass of all samples, and how far it is shown
 * @property {Float64Array[]} X (n_inputs, n_samples)
 * @property {LayerTrace[]} layers
 * @property {{ weights: Float64Array[], biases: Float64Array }[]} parameters
 * @property {number} sample from 0
 * @property {Step} step
 * @property {{ layer: number, index: number } | null} picked
 */

/**
 * @param {number} layerCount without the inputs
 * @returns {Step[]}
 */
export function stepsOf(layerCount) {
  /** @type {Step[]} */
  const steps = [{ layer: 0, part: 'inputs' }];
  for (let layer = 1; layer <= layerCount; ++layer) {
    steps.push({ layer, part: 'sums' }, { layer, part: 'outputs' });
  }
  return steps;
}

/**
 * @param {number} layer
 * @param {number} layerCount without the inputs
 * @returns {string} "Hidden layer 1"
 */
export function layerName(layer, layerCount) {
  if (layer === 0) return 'The inputs';
  return layer === layerCount ? 'The output layer' : `Hidden layer ${layer}`;
}

/**
 * @param {number} layer
 * @param {number} index
 * @param {number} layerCount without the inputs
 * @returns {string} "hidden layer 1, neuron 2"
 */
function neuronName(layer, index, layerCount) {
  if (layer === 0) return `input ${index + 1}`;
  if (layer === layerCount) return 'output neuron';
  return `hidden layer ${layer}, neuron ${index + 1}`;
}

/**
 * @param {Step} step
 * @param {string[]} activations
 * @returns {string} what happens in it
 */
export function stepText({ layer, part }, activations) {
  const name = layerName(layer, activations.length);
  if (part === 'inputs') return `${name}: the two features of the sample.`;
  if (part === 'sums') {
    return `${name}: every neuron weighs all the numbers before it, and adds them up with its bias.`;
  }
  const bend = { relu: 'ReLU turns what is negative into 0', sigmoid: 'the sigmoid bends the sum' };
  const how = bend[/** @type {'relu' | 'sigmoid'} */ (activations[layer - 1])];
  return layer === activations.length
    ? `${name}: ${how} into a probability. That is the network’s answer.`
    : `${name}: ${how}. What is left goes on to the next layer.`;
}

/**
 * @param {Pass} pass
 * @returns {FlowScene}
 */
export function sceneOf({ X, layers, parameters, sample, step, picked }) {
  const inputs = X.map((row, i) => ({
    name: neuronName(0, i, layers.length),
    lines: [{ letter: `x${subscript(i + 1)}`, text: short(row[sample]) }],
    state: /** @type {'current' | 'known'} */ (step.layer === 0 ? 'current' : 'known'),
  }));
  const boxes = layers.map((layer, i) =>
    layer.z.map((_, index) => boxOf(layer, { layer: i + 1, index }, sample, step, layers.length)),
  );
  return {
    boxes: [inputs, ...boxes],
    lines: parameters.map(({ weights }) =>
      weights.flatMap((row) => Array.from(row, (weight) => ({ weight }))),
    ),
    flow: step.part === 'sums' ? { layer: step.layer, direction: 'forward' } : null,
    picked,
  };
}

/**
 * @param {LayerTrace} trace
 * @param {{ layer: number, index: number }} place
 * @param {number} sample
 * @param {Step} step
 * @param {number} layerCount
 */
function boxOf({ z, output }, { layer, index }, sample, step, layerCount) {
  const hasSum = layer <= step.layer;
  const hasOutput = layer < step.layer || (layer === step.layer && step.part === 'outputs');
  const a = output[index][sample];
  const isLast = layer === layerCount;
  return {
    name: neuronName(layer, index, layerCount),
    lines: [
      { letter: 'z', text: hasSum ? short(z[index][sample]) : '' },
      { letter: isLast ? 'ŷ' : 'a', text: hasOutput ? (isLast ? a.toFixed(4) : short(a)) : '' },
    ],
    state: /** @type {'waiting' | 'current' | 'known'} */ (
      hasSum ? (layer === step.layer ? 'current' : 'known') : 'waiting'
    ),
    isSilent: hasOutput && a === 0,
  };
}
