import { splitRows } from '../../state/model.js';
import { formatScientific } from '../parts/numbers.js';

/** Of the central difference that the check makes besides. */
export const EPSILON = 1e-5;
const DIGITS = 3;

/**
 * What the simplified rule takes for the gradient just now: one row a layer, as it is the same for
 * every neuron.
 *
 * @param {import('../place.js').Place} place
 * @param {import('../../state/lab-state.js').Scene} scene
 * @param {import('../../engine/diagnostics.js').GradientCheck} check of its weights
 */
export function publishRule(place, { description: { layerSizes }, frame }, { simplified }) {
  const lines = splitRows(simplified, layerSizes).map(({ weights: [first, ...others] }, i) => {
    const row = Array.from(first, (value) => formatScientific(value, DIGITS));
    const neurons = 1 + others.length;
    return `layer ${i + 1}: (1, ${first.length}) for each of ${neurons}: [${row.join(', ')}]`;
  });
  place.publish('simplified-rule', {
    shape: layerSizes
      .slice(1)
      .map((_, i) => `(1, ${layerSizes[i]})`)
      .join(', '),
    values: lines.join('\n'),
    where: `grad_weights after ${frame.metrics.epoch} epochs`,
  });
}
