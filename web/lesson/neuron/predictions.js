import { fixed } from '../../views/math.js';
import { createNeuron, EXAMPLE } from './example.js';

/**
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {import('./example.js').Neuron} neuron
 */
function predict(engine, neuron) {
  const { compute, network } = createNeuron(engine, 'sigmoid');
  try {
    return compute(neuron);
  } finally {
    network.dispose();
  }
}

/** @type {Record<string, import('../place.js').Run>} */
export const NEURON_PREDICTIONS = {
  'neuron-double': ({ engine }) => {
    const { w1, w2, bias } = EXAMPLE;
    const result = predict(engine, { ...EXAMPLE, w1: 2 * w1, w2: 2 * w2, bias: 2 * bias });
    return { result, text: `The engine computes ${fixed(result, 4)}.` };
  },
  'neuron-bias': ({ engine }) => {
    const p = predict(engine, { ...EXAMPLE, bias: -2.4 });
    // To the rounding of a sum of three products: 0.9 − 0.9 leaves the last bit.
    const isEven = Math.abs(p - 0.5) < 1e-15;
    const result = isEven ? 'even' : p > 0.5 ? 'good' : 'bad';
    const text = `The engine computes ${fixed(p, 4)}`;
    return { result, text: isEven ? `${text}, one half but for rounding.` : `${text}.` };
  },
};
