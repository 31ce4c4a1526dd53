import { createData } from '../../engine/data.js';
import { defaultConfig } from '../../state/presets.js';
import { createExampleNetwork, EXAMPLE, sampleOf } from './example.js';
import { flat } from './look.js';

/** How far the curve goes to either side of the parameter's value, and in how many steps. */
const REACH = 3;
const CURVE_STEPS = 60;

/**
 * The three answers to "how steep?", and the curve that they are about.
 *
 * @typedef {object} CheckLook
 * @property {number} value of the parameter
 * @property {number} loss
 * @property {number[]} exact the gradient by backpropagation, in the parameters' order
 * @property {number[]} measured by central differences
 * @property {number[]} simplified what the notebook's rule takes for it
 * @property {{ x: number, y: number }[]} curve the loss over the parameter, all others as they are
 */

/**
 * The example network and the data that its loss is of: the one sample, or the training set.
 */
export class Checker {
  #network;
  #sets;

  /** @param {import('../../engine/engine.js').Engine} engine */
  constructor(engine) {
    this.#network = createExampleNetwork(engine, EXAMPLE);
    this.#sets = { sample: sampleOf(EXAMPLE), train: createData(engine, defaultConfig()).train };
  }

  /**
   * @param {object} question
   * @param {'sample' | 'train'} question.data
   * @param {number} question.parameter its index
   * @param {number} question.epsilon
   * @returns {CheckLook}
   */
  look({ data, parameter, epsilon }) {
    const { X, y } = this.#sets[data];
    return {
      value: EXAMPLE.parameters[parameter],
      loss: this.#network.evaluate(X, y).loss,
      exact: flat(this.#network.gradient(X, y)),
      measured: flat(this.#network.numericalGradient(X, y, { epsilon })),
      simplified: flat(this.#network.gradient(X, y, { rule: 'simplified' })),
      curve: this.#curve(this.#sets[data], parameter),
    };
  }

  /**
   * Every point is one forward pass.
   *
   * @param {{ X: import('../../state/matrix.js').Matrix, y: import('../../state/matrix.js').Matrix }} data
   * @param {number} parameter
   */
  #curve({ X, y }, parameter) {
    const values = Float64Array.from(EXAMPLE.parameters);
    const middle = values[parameter];
    const points = Array.from({ length: CURVE_STEPS + 1 }, (_, i) => {
      const x = middle + REACH * ((2 * i) / CURVE_STEPS - 1);
      values[parameter] = x;
      this.#network.setParameters(values);
      return { x, y: this.#network.evaluate(X, y).loss };
    });
    this.#network.setParameters(Float64Array.from(EXAMPLE.parameters));
    return points;
  }
}
