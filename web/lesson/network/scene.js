import { subscript } from '../../views/network-description.js';
import { short } from '../parts/numbers.js';
import { neuronName } from './steps.js';

/** @typedef {import('../../engine/network.js').LayerTrace} LayerTrace */
/** @typedef {import('./steps.js').Step} Step */
/** @typedef {import('../parts/flow-diagram.js').FlowScene} FlowScene */

/**
 * @typedef {object} Pass a forward pass of all samples, and how far it is shown
 * @property {Float64Array[]} X (n_inputs, n_samples)
 * @property {LayerTrace[]} layers
 * @property {{ weights: Float64Array[], biases: Float64Array }[]} parameters
 * @property {number} sample from 0
 * @property {Step} step
 * @property {{ layer: number, index: number } | null} picked
 */

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
