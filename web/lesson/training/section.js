import { mountBars } from './bars.js';
import { mountData } from './data.js';
import { mountFourSamples } from './four-samples.js';
import { mountLoop } from './loop.js';
import { mountRules } from './rules.js';

export { TRAINING_PREDICTIONS as predictions } from './predictions.js';

/** @type {import('../place.js').Section['widgets']} */
export const widgets = {
  'training-data': mountData,
  'training-loss': mountFourSamples,
  'training-loop': mountLoop,
  'training-bars': mountBars,
  'training-rules': mountRules,
};
