import assert from 'node:assert/strict';
import { createNeuron, EXAMPLE } from '../../../../web/lesson/neuron/section.js';

/**
 * @param {import('../../../../web/engine/engine.js').Engine} engine
 * @returns {import('../numbers.test.js').Numbers}
 */
export default function neuronNumbers(engine) {
  const { x1, x2, w1, w2, bias } = EXAMPLE;
  const sum = createNeuron(engine, 'linear');
  const output = createNeuron(engine, 'sigmoid');
  const doubled = { x1, x2, w1: 2 * w1, w2: 2 * w2, bias: 2 * bias };
  // Where the example's day is undecided: its sum is the bias away from 0.
  const lowBias = bias - sum.compute(EXAMPLE);
  const undecided = { ...EXAMPLE, bias: Number(lowBias.toFixed(1)) };
  assert.ok(output.compute(undecided) > 0.5, 'what is left over says good weather');
  return {
    'neuron.x1': x1,
    'neuron.x2': x2,
    'neuron.w1': w1,
    'neuron.w2': w2,
    'neuron.bias': bias,
    'neuron.z': sum.compute(EXAMPLE),
    'neuron.output': output.compute(EXAMPLE),
    'neuron.doubleZ': sum.compute(doubled),
    'neuron.doubleOutput': output.compute(doubled),
    'neuron.degreesPerHour': w2 / w1,
    'neuron.lowBias': lowBias,
    'neuron.dust': sum.compute(undecided),
  };
}
