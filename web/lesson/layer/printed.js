import { numpyShape, numpyText } from '../parts/numpy-text.js';

/**
 * What the notebook's cell prints about the layer and its output.
 *
 * @param {import('./numbers.js').LayerNumbers} numbers
 * @returns {string}
 */
export function printedText({ weights, X, output }) {
  const [nNeurons, nInputs, nSamples] = [weights.length, weights[0].length, X[0].length];
  return [
    'Layer configuration:',
    `  Inputs: ${nInputs}`,
    `  Neurons: ${nNeurons}`,
    '  Activation: relu',
    '',
    `Weights shape: ${numpyShape(nNeurons, nInputs)}`,
    `Biases shape: ${numpyShape(nNeurons, 1)}`,
    '',
    `Input shape: ${numpyShape(nInputs, nSamples)}`,
    `Output shape: ${numpyShape(nNeurons, nSamples)}`,
    '',
    'Output values:',
    numpyText(output),
  ].join('\n');
}
