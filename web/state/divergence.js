/** @import { Config } from './types.js' */

/**
 * What happened to a training whose numbers are no longer finite, and what to try.
 *
 * @param {Config} config
 * @param {number} epoch
 * @returns {string}
 */
export function describeDivergence(config, epoch) {
  const what = `Training stopped at epoch ${epoch}: the numbers grew until the loss or a weight was no longer finite.`;
  return `${what} Try ${suggestions(config).join(', or ')}.`;
}

/**
 * @param {Config} config
 * @returns {string[]} what makes it less likely, the likeliest help first
 */
function suggestions({ learningRate, rule, activation, optimizer }) {
  const unbounded = [activation].flat().some((name) => name === 'relu' || name === 'linear');
  const found = [`a smaller learning rate, such as ${Number((learningRate / 10).toPrecision(1))}`];
  if (rule === 'simplified') found.push('the learning rule Backpropagation');
  if (unbounded) found.push('the activation Tanh');
  if (optimizer === 'sgd' || optimizer === 'momentum') found.push('the optimiser Adam');
  return found;
}
