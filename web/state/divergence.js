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
 * @param {MessageWords} words
 * @returns {string[]} what makes it less likely, the likeliest help first
 */
function suggestions({ learningRate, rule, activation, optimizer }, { divergence, number }) {
  const isBounded = [activation].flat().every((name) => activationOf(name).bounded);
  const rate = number(Number((learningRate / 10).toPrecision(1)));
  const found = [divergence.smallerRate(rate)];
  if (rule === 'simplified') found.push(divergence.backprop);
  if (!isBounded) found.push(divergence.tanh);
  if (!rowOf(OPTIMIZERS, 'optimizer', optimizer).adaptive) found.push(divergence.adam);
  return found;
}
