import { splitRows } from '../../state/model.js';
import { defaultConfig } from '../../state/presets.js';
import { fixed } from '../parts/math.js';
import { createClient } from '../../worker/client.js';
import { trainTo } from '../../worker/training.js';
import { Bars } from './bars.js';
import { mountData } from './data.js';
import { mountFourSamples } from './four-samples.js';
import { mountLoop } from './loop.js';
import { mountRules } from './rules.js';

/** Two differences that differ by less are the same, to the rounding of a thousand additions. */
const ROUNDING = 1e-9;

/** @type {import('../place.js').Section['widgets']} */
export const widgets = {
  'training-data': mountData,
  'training-loss': mountFourSamples,
  'training-loop': mountLoop,
  'training-bars': (place) => new Bars(place),
  'training-rules': mountRules,
};

/** @type {Record<string, import('../place.js').Run>} */
export const predictions = {
  'training-neurons': async () => {
    const config = defaultConfig('notebook');
    const client = createClient();
    const { description, frame } = await client.create(config);
    const last = await trainTo(client, config.epochs);
    client.dispose();
    const [start, end] = [frame, last].map(({ parameters }) =>
      firstWeights(parameters, description.layerSizes),
    );
    const [before, after] = [start, end].map(([first, second]) => first - second);
    const gap = Math.abs(after) - Math.abs(before);
    const result = Math.abs(gap) < ROUNDING ? 'same' : gap < 0 ? 'closer' : 'further';
    const text =
      `The weights went from ${fixed(start[0], 4)} and ${fixed(start[1], 4)} to ` +
      `${fixed(end[0], 4)} and ${fixed(end[1], 4)}: ${fixed(Math.abs(before), 6)} apart before, ` +
      `${fixed(Math.abs(after), 6)} after.`;
    return { result, text };
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
