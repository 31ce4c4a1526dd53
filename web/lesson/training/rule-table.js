import { ENGLISH } from '../../languages/en.js';
import { createFormats } from '../../views/formats.js';
import { fixed } from '../../views/math.js';
import { numberTable } from '../../views/table.js';

/** @typedef {import('../../engine/experiment.js').Experiment} Experiment */

const FORMATS = createFormats(ENGLISH);
/** Of the central difference that the gradient check makes besides. */
const EPSILON = 1e-5;
const METRICS = ['Training loss', 'Test loss', 'Training accuracy', 'Test accuracy'];
const DECIMALS = 2;

/**
 * What trainings from one start have come to, beside each other.
 *
 * @param {string[]} columns
 * @param {number[]} layers neurons of each hidden layer
 */
export function createRuleTables(columns, layers) {
  const corner = 'Measure';
  const metrics = numberTable({ caption: 'How well', corner, columns, rows: METRICS });
  const inside = numberTable({
    caption: 'What is inside, whenever it rests',
    corner,
    columns,
    rows: [
      ...layers.map((count, i) => `Effective rank, layer ${i + 1} (${count} neurons)`),
      ...[...layers, 1].map((_, i) => `Cosine with the gradient, layer ${i + 1}`),
    ],
  });
  return {
    metrics: metrics.element,
    inside: inside.element,

    /** @param {readonly Experiment[]} experiments */
    showMetrics(experiments) {
      const all = experiments.map((one) => one.metrics());
      metrics.update([
        all.map(({ trainLoss }) => FORMATS.loss(trainLoss)),
        all.map(({ testLoss }) => FORMATS.loss(testLoss)),
        all.map(({ trainAccuracy }) => FORMATS.percent(trainAccuracy)),
        all.map(({ testAccuracy }) => FORMATS.percent(testAccuracy)),
      ]);
    },

    /**
     * Takes some milliseconds.
     *
     * @param {readonly Experiment[]} experiments
     * @param {readonly string[]} rules
     */
    inspect(experiments, rules) {
      const ranks = experiments.map((one) =>
        one.activities().map(({ effectiveRank }) => effectiveRank),
      );
      // The exact rule is the gradient.
      const cosines = experiments.map((one, i) =>
        one.gradientCheck(EPSILON).cosines.map((value) => (rules[i] === 'backprop' ? 1 : value)),
      );
      inside.update([
        ...layers.map((_, layer) => ranks.map((values) => fixed(values[layer], DECIMALS))),
        ...[...layers, 1].map((_, layer) => cosines.map((values) => printCosine(values[layer]))),
      ]);
      return { ranks, cosines };
    },
  };
}

/** @param {number} cosine NaN where either direction is 0 */
function printCosine(cosine) {
  return Number.isNaN(cosine) ? '–' : fixed(cosine, DECIMALS);
}
