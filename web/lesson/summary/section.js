import { using } from '../../engine/handle.js';
import { defaultConfig } from '../../state/presets.js';
import { mountEpoch } from './epoch.js';

/** @typedef {import('../../engine/engine.js').Engine} Engine */

/** @type {import('../place.js').Section['widgets']} */
export const widgets = { 'summary-epoch': mountEpoch };

/** Two rings, and no hidden layer. */
export const LINE = {
  config: { dataset: /** @type {const} */ ('circles'), layers: [] },
  epochs: 200,
};

/**
 * @param {Engine} engine
 * @returns {number} the line's share of right test points
 */
export function lineAccuracy(engine) {
  const config = { ...defaultConfig(), ...LINE.config };
  return using([engine.createExperiment(config)], (experiment) => {
    experiment.step(LINE.epochs);
    return experiment.metrics().testAccuracy;
  });
}

/** @type {import('../place.js').Section['predictions']} */
export const predictions = {
  'summary-line': ({ engine }) => {
    const share = lineAccuracy(engine);
    const result = share < 0.6 ? 'low' : share < 0.9 ? 'middle' : 'high';
    return { result, text: `It gets ${(100 * share).toFixed(1)}% of the test points right.` };
  },
};
