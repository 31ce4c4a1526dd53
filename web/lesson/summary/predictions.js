import { defaultConfig } from '../../state/presets.js';

/** @typedef {import('../../engine/engine.js').Engine} Engine */
/** @typedef {import('../../state/types.js').Config} Config */

/** Two rings, and no hidden layer. */
export const LINE = { config: { dataset: 'circles', layers: [] }, epochs: 200 };
/** Two rings, and the lab's usual network, early and late. */
export const LONGER = { config: { dataset: 'circles' }, early: 100, late: 1000 };

/**
 * @param {Engine} engine
 * @param {object} config what differs from the lab's default
 * @param {number[]} epochs ascending
 * @returns {import('../../state/types.js').Metrics[]} at these epochs
 */
export function metricsAt(engine, config, epochs) {
  const experiment = engine.createExperiment({ ...defaultConfig(), ...config });
  try {
    return epochs.map((epoch) => {
      experiment.step(epoch - experiment.metrics().epoch);
      return experiment.metrics();
    });
  } finally {
    experiment.dispose();
  }
}

/** @param {number} share */
const percent = (share) => `${(100 * share).toFixed(1)}%`;

/** @type {import('../sections.js').Section['predictions']} */
export const SUMMARY_PREDICTIONS = {
  'summary-line': ({ engine }) => {
    const [{ testAccuracy }] = metricsAt(engine, LINE.config, [LINE.epochs]);
    const result = testAccuracy < 0.6 ? 'low' : testAccuracy < 0.9 ? 'middle' : 'high';
    return { result, text: `It gets ${percent(testAccuracy)} of the test points right.` };
  },
  'summary-longer': ({ engine }) => {
    const [early, late] = metricsAt(engine, LONGER.config, [LONGER.early, LONGER.late]);
    const change = Math.sign(late.testAccuracy - early.testAccuracy);
    return {
      result: ['falls', 'stays', 'rises'][change + 1],
      text: `From ${percent(early.testAccuracy)} the test accuracy goes to ${percent(late.testAccuracy)}.`,
    };
  },
};
