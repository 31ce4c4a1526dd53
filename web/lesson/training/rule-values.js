import { formatScientific } from '../../views/power.js';

/** Of the central difference that the check makes besides. */
const EPSILON = 1e-5;
const DIGITS = 3;

/**
 * What the simplified rule takes for the gradient just now: one row a layer, as it is the same for
 * every neuron.
 *
 * @param {import('../place.js').Place} place
 * @param {import('../../engine/experiment.js').Experiment} experiment
 */
export function publishRule(place, experiment) {
  const { layerSizes } = experiment.description;
  const { simplified } = experiment.gradientCheck(EPSILON);
  let start = 0;
  const lines = layerSizes.slice(1).map((neurons, i) => {
    const inputs = layerSizes[i];
    const row = Array.from(simplified.subarray(start, start + inputs), (value) =>
      formatScientific(value, DIGITS),
    );
    start += (inputs + 1) * neurons;
    return `layer ${i + 1}: (1, ${inputs}) for each of ${neurons}: [${row.join(', ')}]`;
  });
  place.publish('simplified-rule', {
    shape: layerSizes
      .slice(1)
      .map((_, i) => `(1, ${layerSizes[i]})`)
      .join(', '),
    values: lines.join('\n'),
    where: `grad_weights after ${experiment.metrics().epoch} epochs`,
  });
}
