import { OPTIMIZERS, activationOf, rowOf } from './choices.js';

/** @import { Config, Message, MessageWords } from './types.js' */

/**
 * What happened to a training whose numbers are no longer finite, and what to try.
 *
 * @param {Config} config
 * @param {number} epoch
 * @returns {Message}
 */
export function describeDivergence(config, epoch) {
  return (words) => {
    const { what, advice } = words.divergence;
    return `${what(epoch)} ${advice(suggestions(config, words))}`;
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
    ...(rule === 'simplified' && { rule: 'backprop' }),
    ...(!isBounded && { activation: 'tanh' }),
    ...(!rowOf(OPTIMIZERS, 'optimizer', optimizer).adaptive && { optimizer: 'adam' }),
  };
}

/**
 * @param {Config} config
 * @param {MessageWords} words
 * @returns {string[]}
 */
function suggestions(config, { divergence, number }) {
  const { learningRate, rule, activation, optimizer } = helpFor(config);
  const found = [divergence.smallerRate(number(learningRate))];
  if (rule) found.push(divergence.backprop);
  if (activation) found.push(divergence.tanh);
  if (optimizer) found.push(divergence.adam);
  return found;
}
