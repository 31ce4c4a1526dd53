import { OPTIMIZERS, activationOf, rowOf } from './choices.js';

/** @import { Config, Message } from './types.js' */

/**
 * What happened to a training whose numbers are no longer finite, and what to try.
 *
 * @param {Config} config
 * @param {number} epoch
 * @returns {Message}
 */
export function describeDivergence(config, epoch) {
  return (words) => {
    const { what, advice, ...names } = words.divergence;
    const { learningRate, ...others } = helpFor(config);
    const keys = /** @type {(keyof typeof names & keyof typeof others)[]} */ (Object.keys(others));
    const rate = names.learningRate(words.number(learningRate));
    return `${what(epoch)} ${advice([rate, ...keys.map((key) => names[key])])}`;
  };
}

/**
 * @param {Config} config
 * @returns {{ learningRate: number } & Partial<Config>} what makes it less likely, the likeliest help first
 */
export function helpFor({ learningRate, rule, activation, optimizer }) {
  const isBounded = [activation].flat().every((name) => activationOf(name).bounded);
  return {
    learningRate: Number((learningRate / 10).toPrecision(1)),
    ...(!rowOf(OPTIMIZERS, 'optimizer', optimizer).adaptive && { optimizer: 'adam' }),
    ...(rule === 'simplified' && { rule: 'backprop' }),
    ...(!isBounded && { activation: 'tanh' }),
  };
}
