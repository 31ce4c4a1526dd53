import { splitRows } from '../../state/model.js';
import { defaultConfig } from '../../state/presets.js';
import { fixed } from '../../views/math.js';

/** @typedef {import('../../engine/experiment.js').Experiment} Experiment */
/** @typedef {import('../place.js').Question} Question */

/** Epochs of a frame while a prediction is run. */
const EPOCHS_A_FRAME = 20;
/** Two differences that differ by less are the same, to the rounding of a thousand additions. */
const ROUNDING = 1e-9;

/** @type {Record<string, import('../place.js').Run>} */
export const TRAINING_PREDICTIONS = {
  'training-neurons': async (question) => {
    const config = defaultConfig('notebook');
    return train(question, config, config.epochs, (experiment, initial) => {
      const { layerSizes } = experiment.description;
      const [start, end] = [initial, experiment.parameters()].map((parameters) =>
        firstWeights(parameters, layerSizes),
      );
      const [before, after] = [start, end].map(([first, second]) => first - second);
      const gap = Math.abs(after) - Math.abs(before);
      const result = Math.abs(gap) < ROUNDING ? 'same' : gap < 0 ? 'closer' : 'further';
      const text =
        `The weights went from ${fixed(start[0], 4)} and ${fixed(start[1], 4)} to ` +
        `${fixed(end[0], 4)} and ${fixed(end[1], 4)}: ${fixed(Math.abs(before), 6)} apart before, ` +
        `${fixed(Math.abs(after), 6)} after.`;
      return { result, text };
    });
  },
};

/**
 * @param {Float64Array} parameters
 * @param {number[]} layerSizes
 * @returns {number[]} the first weight of each of the first layer's neurons
 */
function firstWeights(parameters, layerSizes) {
  return splitRows(parameters, layerSizes)[0].weights.map(([weight]) => weight);
}

/**
 * Trains a little in each animation frame.
 *
 * @param {Question} question
 * @param {import('../../state/types.js').Config} config
 * @param {number} epochs
 * @param {(experiment: Experiment, initial: Float64Array) => import('../place.js').Outcome} report
 * @returns {Promise<import('../place.js').Outcome>}
 */
function train({ engine, frames, place }, config, epochs, report) {
  const experiment = engine.createExperiment(config);
  const start = experiment.parameters();
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
        resolve(report(experiment, start));
        experiment.dispose();
      },
    );
  });
}
