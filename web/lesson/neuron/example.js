/** The notebook's neuron: is the weather good? */

/** @typedef {{ x1: number, x2: number, w1: number, w2: number, bias: number }} Neuron */

/** @type {Readonly<Neuron>} x1 in degrees Fahrenheit, x2 in hours of sunshine */
export const EXAMPLE = { x1: 80, x2: 8, w1: 0.02, w2: 0.1, bias: -1.5 };

/**
 * A neuron in the engine: two inputs, and the sum before or after the sigmoid.
 *
 * @param {import('../../engine/engine.js').Engine} engine
 * @param {'linear' | 'sigmoid'} activation
 */
export function createNeuron(engine, activation) {
  const network = engine.createNetwork([2, 1], [activation]);
  return {
    /** @param {Neuron} neuron */
    compute({ x1, x2, w1, w2, bias }) {
      network.setParameters(Float64Array.of(w1, w2, bias));
      return network.forward([[x1], [x2]])[0][0];
    },
    network,
  };
}
