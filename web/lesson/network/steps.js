/**
 * A forward pass in steps: the inputs, then for each layer its sums and its outputs.
 *
 * @typedef {object} Step
 * @property {number} layer 0 for the inputs
 * @property {'inputs' | 'sums' | 'outputs'} part
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
export function neuronName(layer, index, layerCount) {
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
