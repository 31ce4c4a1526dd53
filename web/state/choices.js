/**
 * What can be chosen, for the settings that are a choice: a name each, or a row where there is more to
 * say. Schema, types, checks and readers of files follow from it; the words stand in web/languages.
 *
 * @module
 */

/** @import { Dataset, Engine } from '../engine/engine.js' */
/** @import { Problem } from './problem.js' */
/** @import { OwnPoint } from './types.js' */

/**
 * @typedef {object} PointSettings as in Config
 * @property {number} samples
 * @property {number} noise
 * @property {number} seed
 * @property {OwnPoint[]} [data]
 *
 * @typedef {object} DatasetRow
 * @property {string} name
 * @property {Pick<Problem, 'kind' | 'classes'>} problem what is to be learned
 * @property {readonly ('samples' | 'noise' | 'data')[]} settings that decide its points; `noise` is a
 *   standard deviation: of what is added to points on a curve, or of a cluster
 * @property {(engine: Engine, settings: PointSettings) => Dataset} make
 */

/** Radius of the inner circle; scikit-learn's 0.8 leaves no gap at the default noise. */
const CIRCLES_FACTOR = 0.5;
/** Near enough for the largest noise to mix the clusters, far enough for the default to part them. */
const BLOB_CENTERS = [
  [-1, -1],
  [1, 1],
];

export const PRESET_CHOICES = /** @type {const} */ (['default', 'notebook']);

const TWO_CLASSES = /** @type {const} */ ({ kind: 'classification', classes: 2 });

/** @satisfies {readonly DatasetRow[]} */
export const DATASETS = /** @type {const} */ ([
  {
    name: 'moons',
    problem: TWO_CLASSES,
    settings: ['samples', 'noise'],
    make: (engine, settings) => engine.makeMoons(drawn(settings)),
  },
  {
    name: 'circles',
    problem: TWO_CLASSES,
    settings: ['samples', 'noise'],
    make: (engine, settings) => engine.makeCircles({ ...drawn(settings), factor: CIRCLES_FACTOR }),
  },
  {
    name: 'blobs',
    problem: TWO_CLASSES,
    settings: ['samples', 'noise'],
    make: (engine, settings) =>
      engine.makeBlobs({
        ...drawn(settings),
        centers: BLOB_CENTERS,
        clusterStd: settings.noise,
      }),
  },
  {
    name: 'own',
    problem: TWO_CLASSES,
    settings: ['data'],
    make: (_, { data = [] }) => ownPoints(data),
  },
]);

/** What a neuron does with the sum z, as NumPy has it; the engine clips a sigmoid's input so, too. */
export const ACTIVATIONS = /** @type {const} */ ([
  { name: 'relu', numpy: 'np.maximum(z, 0)' },
  { name: 'tanh', numpy: 'np.tanh(z)' },
  { name: 'sigmoid', numpy: '1 / (1 + np.exp(-np.clip(z, -500, 500)))' },
  { name: 'linear', numpy: 'z' },
]);

export const INITS = /** @type {const} */ (['small', 'xavier', 'he']);

export const RULES = /** @type {const} */ (['backprop', 'simplified']);

/** What the engine can make smaller. */
export const LOSSES = /** @type {const} */ (['binary_cross_entropy', 'mean_squared_error']);

export const OPTIMIZERS = /** @type {const} */ (['sgd', 'momentum', 'rmsprop', 'adam']);

export const SPEEDS = /** @type {const} */ (['1', '5', '25', '100', 'max']);

export const POINTS = /** @type {const} */ (['both', 'train', 'test']);

export const LOADINGS = /** @type {const} */ (['lazy', 'eager']);

export const THEMES = /** @type {const} */ (['auto', 'light', 'dark']);

export const PARTS = /** @type {const} */ ([
  'data',
  'network',
  'training',
  'controls',
  'transport',
  'boundary',
  'points',
  'captions',
  'goal',
  'diagram',
  'loss',
  'accuracy',
  'metrics',
  'inside',
  'parity',
  'butterfly',
  'gradients',
  'activity',
  'export',
]);

/**
 * @template {string} Name
 * @param {readonly { name: Name }[]} table
 * @returns {Name[]}
 */
export const namesOf = (table) => table.map(({ name }) => name);

/**
 * @template {{ name: string }} Row
 * @param {readonly Row[]} table
 * @param {string} what for the message
 * @param {string} name
 * @returns {Row}
 * @throws {RangeError} that lists the names there are
 */
export function rowOf(table, what, name) {
  const found = table.find((row) => row.name === name);
  if (found) return found;
  throw new RangeError(`${what}: "${name}"; allowed: ${namesOf(table).join(', ')}`);
}

/**
 * @param {string} name
 * @returns {DatasetRow}
 * @throws {RangeError} that lists the names there are
 */
export const datasetOf = (name) => rowOf(DATASETS, 'dataset', name);

/**
 * @param {{ dataset: string }} config
 * @returns {boolean} whether the points are one's own, not made
 */
export const hasOwnPoints = ({ dataset }) => datasetOf(dataset).settings.includes('data');

/** @param {PointSettings} settings */
function drawn({ samples, noise, seed }) {
  return { nSamples: samples, noise, randomState: seed };
}

/**
 * @param {OwnPoint[]} data
 * @returns {Dataset}
 */
function ownPoints(data) {
  const column = (/** @type {0 | 1 | 2} */ index) =>
    Float64Array.from(data, (point) => point[index]);
  return { X: [column(0), column(1)], y: column(2) };
}
