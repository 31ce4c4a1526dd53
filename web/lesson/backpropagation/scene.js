/**
 * One sample's way through the network and back, in steps, and what is known of it in each.
 *
 * @module
 */
import { exact, short } from '../parts/numbers.js';
import { parameterText } from './example.js';

/** @import { FlowBox, FlowScene } from '../parts/flow-diagram.js' */
/** @typedef {import('./example.js').Look} Look */

/**
 * Each step makes some quantities known.
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
  { name: 'slope', text: 'Now back. How does the loss change with the answer ŷ?', flow: null },
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

/**
 * @param {Look} look
 * @param {number} now the step that is shown
 * @returns {FlowScene}
 */
export function sceneOf(look, now) {
  const { example, gradient } = look;
  const { parameters } = example;
  const knowsInner = isKnown(now, 'inner');
  const knowsOuter = isKnown(now, 'outer');
  const line = (/** @type {number} */ i, /** @type {boolean} */ isGradientKnown) => ({
    weight: parameters[i],
    labels: [
      `${parameterText(i)} ${exact(parameters[i])}`,
      isGradientKnown ? `∂ ${short(gradient[i])}` : '',
    ],
  });
  return {
    boxes: [inputs(look, now), hidden(look, now), [output(look, now)]],
    lines: [[0, 1, 2, 3].map((i) => line(i, knowsInner)), [6, 7].map((i) => line(i, knowsOuter))],
    flow: STEPS[now].flow,
    picked: null,
  };
}

/**
 * @param {Look} look
 * @param {number} now
 * @returns {FlowBox[]}
 */
function inputs({ example: { x1, x2 } }, now) {
  return [x1, x2].map((x, i) => ({
    name: `input ${i + 1}`,
    lines: [{ letter: `x${'₁₂'[i]}`, text: exact(x) }],
    state: now === 0 ? 'current' : 'known',
  }));
}

/**
 * @param {Look} look
 * @param {number} now
 * @returns {FlowBox[]}
 */
function hidden(look, now) {
  const knows = (/** @type {StepName} */ name) => isKnown(now, name);
  return look.z.map((z, i) => ({
    name: `hidden neuron ${i + 1}`,
    lines: [
      { letter: `z${'₁₂'[i]}`, text: knows('sums') ? short(z) : '' },
      { letter: `a${'₁₂'[i]}`, text: knows('outputs') ? short(look.a[i]) : '' },
      knows('deltas')
        ? { letter: `δ${'₁₂'[i]}`, text: short(look.delta[i]) }
        : { letter: `∂a${'₁₂'[i]}`, text: knows('messages') ? short(look.outputGradient[i]) : '' },
    ],
    captions: captions(4 + i, look, knows('inner')),
    state: stateOf(now, ['sums', 'outputs', 'messages', 'deltas']),
    isSilent: knows('outputs') && look.a[i] === 0,
  }));
}

/**
 * @param {Look} look
 * @param {number} now
 * @returns {FlowBox}
 */
function output(look, now) {
  const { z, a, outputGradient, delta } = look.output;
  const knows = (/** @type {StepName} */ name) => isKnown(now, name);
  return {
    name: 'output neuron',
    lines: [
      { letter: 'z', text: knows('sum') ? short(z) : '' },
      { letter: 'ŷ', text: knows('answer') ? short(a) : '' },
      knows('error')
        ? { letter: 'δ', text: short(delta) }
        : { letter: '∂ŷ', text: knows('slope') ? short(outputGradient) : '' },
    ],
    captions: captions(8, look, knows('outer')),
    state: stateOf(now, ['sum', 'answer', 'loss', 'slope', 'error']),
  };
}

/**
 * @param {number} i index of the bias among the parameters
 * @param {Look} look
 * @param {boolean} isSlopeKnown
 */
function captions(i, { example, gradient }, isSlopeKnown) {
  return [
    `${parameterText(i)} ${exact(example.parameters[i])}`,
    isSlopeKnown ? `∂ ${short(gradient[i])}` : '',
  ];
}

/**
 * @param {number} now
 * @param {StepName[]} own the steps in which something happens to a neuron
 * @returns {FlowBox['state']}
 */
function stateOf(now, own) {
  if (own.includes(STEPS[now].name)) return 'current';
  return isKnown(now, own[0]) ? 'known' : 'waiting';
}
