import { PARAMETERS, parameterText } from './example.js';

const WHERE = 'the sample of the section’s first figure';

/**
 * Tells what the section's quantities are just now.
 *
 * @param {import('../place.js').Place} place
 * @param {import('./look.js').Look} look
 */
export function publishLook(place, { delta, output, gradient, simplified }) {
  place.publish('output-delta', {
    shape: '(1, 1)',
    values: `delta = ${output.delta}`,
    where: WHERE,
  });
  place.publish('hidden-delta', {
    shape: '(2, 1)',
    values: delta.map((value) => `[${value}]`).join('\n'),
    where: WHERE,
  });
  const tellSlopes = (/** @type {string} */ id, /** @type {number[]} */ slopes) =>
    place.publish(id, {
      shape: '(2, 2), (2, 1), (1, 2), (1, 1)',
      values: PARAMETERS.map((_, i) => `${parameterText(i)}: ${slopes[i]}`).join('\n'),
      where: WHERE,
    });
  tellSlopes('weight-gradient', gradient);
  tellSlopes('simplified-rule', simplified);
}
