import { LAYER_SIZES, SAMPLES } from './example.js';

/**
 * Tells what the section's quantities are just now.
 *
 * @param {import('../place.js').Place} place
 * @param {import('./scene.js').Pass} pass
 */
export function publishPass(place, { layers, parameters }) {
  const answers = layers[layers.length - 1].output;
  place.publish('forward-pass', {
    shape: `(${answers.length}, ${SAMPLES})`,
    values: answers.map((row) => Array.from(row).join('  ')).join('\n'),
    where: `the answers of the network ${LAYER_SIZES.join('-')} to its samples`,
  });
  const counts = parameters.map(({ weights, biases }) => ({
    weights: weights.length * weights[0].length,
    biases: biases.length,
  }));
  const total = counts.reduce((sum, { weights, biases }) => sum + weights + biases, 0);
  place.publish('parameter-count', {
    shape: '()',
    values: [
      ...counts.map(({ weights, biases }, i) => `layer ${i + 1}: ${weights} + ${biases}`),
      `together ${total}`,
    ].join('\n'),
    where: 'weights + biases',
  });
}
