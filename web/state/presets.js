import { SCHEMA } from './schema.js';

/** @import { Config, Entry, PresetName } from './types.js' */

/**
 * What each preset sets other than to the schema's default.
 *
 * @type {Record<PresetName, Partial<Config>>}
 */
const PRESETS = {
  default: {},
  notebook: {
    dataset: 'moons',
    samples: 300,
    noise: 0.2,
    seed: 42,
    testSize: 0.2,
    layers: [8, 8],
    activation: 'relu',
    init: 'small',
    rule: 'simplified',
    optimizer: 'sgd',
    learningRate: 0.5,
    batchSize: 0,
    epochs: 1000,
  },
  // As https://playground.tensorflow.org begins.
  playground: {
    dataset: 'circles',
    samples: 500,
    noise: 0.1,
    testSize: 0.5,
    layers: [4, 2],
    loss: 'squared_error',
    optimizer: 'sgd',
    batchSize: 10,
  },
  'straight-line': { dataset: 'circles', noise: 0.1, layers: [] },
  xor: { dataset: 'xor', noise: 0.05, layers: [4] },
  // As many points, and weights as large, as it takes for the seeds not to matter.
  spiral: {
    dataset: 'spirals',
    samples: 500,
    noise: 0.02,
    layers: [16, 16],
    init: 'he',
    learningRate: 0.01,
  },
  // Noise that somebody could learn by heart, and weights enough to do it.
  overfitting: {
    samples: 200,
    noise: 0.4,
    testSize: 0.5,
    layers: [32, 32],
    activation: 'relu',
  },
  'three-classes': { dataset: 'blobs', classes: 3, noise: 0.5, layers: [] },
  regression: { problem: 'regression', dataset: 'hills', noise: 0.05, loss: 'squared_error' },
};

/**
 * Whether presets set it: everything that decides what is trained and for how long, except for own
 * points, which somebody may have drawn by hand. No preset has any, so they only wait, and the names
 * of their classes with them.
 *
 * @param {Entry} entry
 */
export function isOfPreset({ scope, kind }) {
  return scope !== 'page' && kind !== 'points';
}

/**
 * What choosing a preset sets: everything that decides what is trained and for how long, and its
 * own name; nothing of how it is shown.
 *
 * @param {PresetName} name
 * @returns {Partial<Config>}
 */
export function presetValues(name) {
  const laid = SCHEMA.filter(isOfPreset);
  const defaults = Object.fromEntries(laid.map((entry) => [entry.key, entry.default]));
  return structuredClone({ ...defaults, ...PRESETS[name], preset: name });
}

/**
 * @param {PresetName} [name]
 * @returns {Config}
 */
export function defaultConfig(name = 'default') {
  const defaults = Object.fromEntries(SCHEMA.map((entry) => [entry.key, entry.default]));
  return /** @type {Config} */ (structuredClone({ ...defaults, ...presetValues(name) }));
}
