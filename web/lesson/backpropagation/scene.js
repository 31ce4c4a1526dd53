import { exact, short } from '../parts/numbers.js';
import { parameterText } from './example.js';
import { isKnown, STEPS } from './steps.js';

/** @typedef {import('./look.js').Look} Look */
/** @typedef {import('./steps.js').StepName} StepName */
/** @typedef {import('../parts/flow-diagram.js').FlowBox} FlowBox */
/** @typedef {import('../parts/flow-diagram.js').FlowScene} FlowScene */

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
