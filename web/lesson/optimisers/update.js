import { SETTINGS } from './methods.js';

/** @typedef {import('./methods.js').OptimizerName} OptimizerName */

/**
 * One parameter's update with everything on the way. What a method does not have is 0.
 *
 * @typedef {object} Update
 * @property {number} t the step's number, from 1
 * @property {number} before the parameter
 * @property {number} gradient
 * @property {number} lastMean momentum's velocity, or Adam's running mean, before
 * @property {number} mean the same now
 * @property {number} lastSquare RMSProp's or Adam's running mean of the gradient's square, before
 * @property {number} square the same now
 * @property {number} meanShare what Adam divides the mean by: 1 − β₁ᵗ
 * @property {number} squareShare what Adam divides the mean square by: 1 − β₂ᵗ
 * @property {number} change what is added to the parameter
 * @property {number} after the parameter
 */

/**
 * The engine's four rules (Optimizer::update), written out for one parameter, so that each number
 * can be shown. The engine itself tells the gradients and has the last word on the result.
 *
 * @type {Record<OptimizerName, (given: Update, rate: number) => Partial<Update> & { change: number }>}
 */
const RULES = {
  sgd: ({ gradient }, rate) => ({ change: -rate * gradient }),
  momentum({ gradient, lastMean }, rate) {
    const mean = SETTINGS.momentum * lastMean + gradient;
    return { mean, change: -rate * mean };
  },
  rmsprop({ gradient, lastSquare }, rate) {
    const { decay, epsilon } = SETTINGS;
    const square = decay * lastSquare + (1 - decay) * gradient ** 2;
    return { square, change: (-rate * gradient) / (Math.sqrt(square) + epsilon) };
  },
  adam({ t, gradient, lastMean, lastSquare }, rate) {
    const { beta1, beta2, epsilon } = SETTINGS;
    const mean = beta1 * lastMean + (1 - beta1) * gradient;
    const square = beta2 * lastSquare + (1 - beta2) * gradient ** 2;
    const meanShare = 1 - beta1 ** t;
    const squareShare = 1 - beta2 ** t;
    const change = (-rate * (mean / meanShare)) / (Math.sqrt(square / squareShare) + epsilon);
    return { mean, square, meanShare, squareShare, change };
  },
};

/**
 * @param {OptimizerName} method
 * @param {number} rate
 * @param {number} before the parameter
 * @param {number} gradient
 * @param {Update} [last] the step before; none: it is the first
 * @returns {Update}
 */
export function updateOf(method, rate, before, gradient, last) {
  /** @type {Update} */
  const given = {
    t: (last?.t ?? 0) + 1,
    before,
    gradient,
    lastMean: last?.mean ?? 0,
    mean: 0,
    lastSquare: last?.square ?? 0,
    square: 0,
    meanShare: 0,
    squareShare: 0,
    change: 0,
    after: before,
  };
  const done = { ...given, ...RULES[method](given, rate) };
  return { ...done, after: before + done.change };
}
