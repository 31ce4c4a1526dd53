import { defaultConfig } from '../../state/presets.js';
import { fixed } from '../../views/math.js';

/** @typedef {import('../../engine/experiment.js').Experiment} Experiment */
/** @typedef {import('../sections.js').Question} Question */

/** Epochs of a frame while a prediction is run. */
const EPOCHS_A_FRAME = 20;
/** Two differences that differ by less are the same, to the rounding of a thousand additions. */
const ROUNDING = 1e-9;
/** Losses nearer to one another than this look alike in a curve. */
const ALIKE = 0.02;
/** How far the second question looks. */
export const EXACT_EPOCHS = 150;

/** @type {Record<string, import('../sections.js').Run>} */
export const TRAINING_PREDICTIONS = {
  'training-neurons': async (question) => {
    const config = defaultConfig('notebook');
    return train(question, config, config.epochs, (experiment, start) => {
      const end = experiment.parameters();
      const [before, after] = [start, end].map(firstDifference);
      const gap = Math.abs(after) - Math.abs(before);
      const result = Math.abs(gap) < ROUNDING ? 'same' : gap < 0 ? 'closer' : 'further';
      const text =
        `The weights went from ${fixed(start[0], 4)} and ${fixed(start[2], 4)} to ` +
        `${fixed(end[0], 4)} and ${fixed(end[2], 4)}: ${fixed(Math.abs(before), 6)} apart before, ` +
        `${fixed(Math.abs(after), 6)} after.`;
      return { result, text };
    });
  },
  'training-exact': async (question) => {
    const config = { ...defaultConfig('notebook'), rule: /** @type {const} */ ('backprop') };
    const simplified = question.engine.createExperiment(defaultConfig('notebook'));
    simplified.step(EXACT_EPOCHS);
    const other = simplified.metrics().trainLoss;
    simplified.dispose();
    return train(question, config, EXACT_EPOCHS, (experiment, _, startLoss) => {
      const { trainLoss } = experiment.metrics();
      const result = compare(trainLoss, startLoss, other);
      const text =
        `After ${EXACT_EPOCHS} epochs the exact rule is at ${fixed(trainLoss, 4)}, having started at ` +
        `${fixed(startLoss, 4)}; the notebook’s rule is at ${fixed(other, 4)}.`;
      return { result, text };
    });
  },
};

/**
 * @param {ArrayLike<number>} parameters
 * @returns {number} between the first weights of the first layer's first two neurons
 */
function firstDifference(parameters) {
  return parameters[0] - parameters[2];
}

/**
 * Trains a little in each animation frame.
 *
 * @param {Question} question
 * @param {import('../../state/types.js').Config} config
 * @param {number} epochs
 * @param {(experiment: Experiment, start: Float64Array, startLoss: number) =>
 *   import('../sections.js').Outcome} report
 * @returns {Promise<import('../sections.js').Outcome>}
 */
function train({ engine, frames, place }, config, epochs, report) {
  const experiment = engine.createExperiment(config);
  const start = experiment.parameters();
  const startLoss = experiment.metrics().trainLoss;
  let done = 0;
  return new Promise((resolve) => {
    frames.run(
      place,
      () => {
        const step = Math.min(EPOCHS_A_FRAME, epochs - done);
        experiment.step(step);
        done += step;
        return done < epochs;
      },
      () => {
        resolve(report(experiment, start, startLoss));
        experiment.dispose();
      },
    );
  });
}

/**
 * @param {number} loss
 * @param {number} start where it was
 * @param {number} other the other rule's
 */
function compare(loss, start, other) {
  if (start - loss < ALIKE) return 'still';
  return other - loss < ALIKE ? 'alike' : 'lower';
}
