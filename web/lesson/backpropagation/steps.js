/**
 * One sample's way through the network and back, in steps. Each step makes some quantities known:
 *
 * @typedef {'start' | 'sums' | 'outputs' | 'sum' | 'answer' | 'loss' | 'slope' | 'error' | 'outer'
 *   | 'messages' | 'deltas' | 'inner'} StepName
 *
 * @typedef {object} Step
 * @property {StepName} name
 * @property {string} text what happens
 * @property {{ layer: number, direction: 'forward' | 'backward' } | null} flow where numbers move
 */

/** @type {readonly Step[]} */
export const STEPS = [
  { name: 'start', text: 'One sample: two features, and its label.', flow: null },
  {
    name: 'sums',
    text: 'Forward. Each hidden neuron weighs the inputs and adds its bias.',
    flow: { layer: 1, direction: 'forward' },
  },
  { name: 'outputs', text: 'Forward. The activation bends the sums.', flow: null },
  {
    name: 'sum',
    text: 'Forward. The output neuron weighs what the hidden ones say.',
    flow: { layer: 2, direction: 'forward' },
  },
  { name: 'answer', text: 'Forward. The sigmoid makes a probability of it.', flow: null },
  { name: 'loss', text: 'How wrong is that? The loss of this one sample.', flow: null },
  {
    name: 'slope',
    text: 'Now back. How does the loss change with the answer ŷ?',
    flow: null,
  },
  {
    name: 'error',
    text: 'Back through the sigmoid: times its slope. What is left is simply the error, ŷ − y.',
    flow: null,
  },
  {
    name: 'outer',
    text: 'The first gradients: a weight’s is the δ behind it times the number that came through it.',
    flow: null,
  },
  {
    name: 'messages',
    text: 'Back through the weights: each hidden neuron hears the δ times its own weight, sign and all.',
    flow: { layer: 2, direction: 'backward' },
  },
  {
    name: 'deltas',
    text: 'Back through the hidden activations: times their slopes, where they stand now.',
    flow: null,
  },
  {
    name: 'inner',
    text: 'The other gradients, by the same rule, all at once: each row is a δ times what came in.',
    flow: { layer: 1, direction: 'backward' },
  },
];

/**
 * Whether a step has been taken.
 *
 * @param {number} now the step that is shown
 * @param {StepName} name
 */
export function isKnown(now, name) {
  return now >= STEPS.findIndex((step) => step.name === name);
}
