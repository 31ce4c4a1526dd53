/**
 * What can be chosen, for the settings that are a choice: a name each, or a row where there is more to
 * say. Schema, types, checks and readers of files follow from it; the words stand in web/languages.
 *
 * @module
 */

/** What can be learned of points: which class each is of, or a value. */
export const PROBLEMS = /** @type {const} */ (['classification', 'regression']);

/**
 * @typedef {object} DatasetRow
 * @property {string} name the engine's, too, where the points are made
 * @property {readonly (typeof PROBLEMS[number])[]} kinds what can be learned from it
 * @property {readonly [fewest: number, most: number]} [classes] that it can be made with; nothing where
 *   they are not made: two, and of own points as many as these have
 * @property {readonly ('samples' | 'classes' | 'noise' | 'data')[]} settings that decide its points
 * @property {'added' | 'spread' | 'flipped' | 'value'} [noise] the standard deviation of what is added to
 *   each coordinate, of a class about its centre, or of what is added to the value; or the share of
 *   labels that are drawn anew
 * @property {number} [suits] the noise with which there is something to learn
 * @property {{ factor?: number }} [options] of the engine's make_dataset, besides those that are settings
 */

export const PRESET_CHOICES = /** @type {const} */ ([
  'default',
  'notebook',
  'playground',
  'straight-line',
  'xor',
  'spiral',
  'overfitting',
  'three-classes',
  'regression',
]);

/** @satisfies {readonly DatasetRow[]} */
export const DATASETS = /** @type {const} */ ([
  {
    name: 'moons',
    kinds: ['classification'],
    settings: ['samples', 'noise'],
    noise: 'added',
    suits: 0.2,
  },
  {
    name: 'circles',
    kinds: ['classification'],
    settings: ['samples', 'noise'],
    noise: 'added',
    suits: 0.2,
    // scikit-learn's 0.8 leaves no gap at the default noise.
    options: { factor: 0.5 },
  },
  {
    name: 'blobs',
    kinds: ['classification'],
    classes: [2, 6],
    settings: ['samples', 'classes', 'noise'],
    noise: 'spread',
    suits: 0.7,
  },
  {
    name: 'xor',
    kinds: ['classification'],
    settings: ['samples', 'noise'],
    noise: 'added',
    suits: 0.05,
  },
  {
    name: 'spirals',
    kinds: ['classification'],
    classes: [2, 6],
    settings: ['samples', 'classes', 'noise'],
    noise: 'added',
    // More, and the arms are one cloud.
    suits: 0.02,
  },
  {
    name: 'classification',
    kinds: ['classification'],
    classes: [2, 4],
    settings: ['samples', 'classes', 'noise'],
    noise: 'flipped',
    suits: 0.02,
  },
  {
    name: 'plane',
    kinds: ['regression'],
    settings: ['samples', 'noise'],
    noise: 'value',
    suits: 0.1,
  },
  {
    name: 'hills',
    kinds: ['regression'],
    settings: ['samples', 'noise'],
    noise: 'value',
    suits: 0.05,
  },
  { name: 'own', kinds: PROBLEMS, settings: ['data'] },
]);

/** Of any data set, and of own points. */
export const MOST_CLASSES = 6;

/** How the two coordinates are scaled before a network is given them. */
export const SCALES = /** @type {const} */ (['none', 'standard']);

/**
 * What a network can be given of a point: how that is written on pictures, and what it is in NumPy.
 *
 * @satisfies {readonly { name: string, sign: string, numpy: string }[]}
 */
export const FEATURES = /** @type {const} */ ([
  { name: 'x1', sign: 'x₁', numpy: 'x1' },
  { name: 'x2', sign: 'x₂', numpy: 'x2' },
  { name: 'x1^2', sign: 'x₁²', numpy: 'x1 * x1' },
  { name: 'x2^2', sign: 'x₂²', numpy: 'x2 * x2' },
  { name: 'x1*x2', sign: 'x₁x₂', numpy: 'x1 * x2' },
  { name: 'sin(x1)', sign: 'sin x₁', numpy: 'np.sin(x1)' },
  { name: 'sin(x2)', sign: 'sin x₂', numpy: 'np.sin(x2)' },
]);

/** What a network is given unless something else is asked for. */
export const PLAIN_FEATURES = /** @type {const} */ (['x1', 'x2']);

/**
 * What a neuron does with the sum z: in NumPy (the engine clips a sigmoid's input so, too), whether it
 * ends somewhere, however large the sum, and whether it has a slope everywhere.
 */
export const ACTIVATIONS = /** @type {const} */ ([
  { name: 'relu', numpy: 'np.maximum(z, 0)', bounded: false, smooth: false },
  { name: 'tanh', numpy: 'np.tanh(z)', bounded: true, smooth: true },
  {
    name: 'sigmoid',
    numpy: '1 / (1 + np.exp(-np.clip(z, -500, 500)))',
    bounded: true,
    smooth: true,
  },
  { name: 'linear', numpy: 'z', bounded: false, smooth: true },
  { name: 'leaky_relu', numpy: 'np.where(z > 0, z, 0.01 * z)', bounded: false, smooth: false },
  {
    name: 'elu',
    numpy: 'np.where(z > 0, z, np.expm1(np.minimum(z, 0)))',
    bounded: false,
    smooth: true,
  },
]);

export const INITS = /** @type {const} */ (['small', 'xavier', 'he']);

export const RULES = /** @type {const} */ (['backprop', 'simplified']);

/**
 * What training makes smaller: which kinds of problem it is for, and whether it is flat where a
 * prediction is within 1e-7 of the wrong label.
 *
 * @satisfies {readonly { name: string, kinds: readonly (typeof PROBLEMS[number])[], clipped: boolean }[]}
 */
export const LOSSES = /** @type {const} */ ([
  { name: 'cross_entropy', kinds: ['classification'], clipped: true },
  { name: 'squared_error', kinds: PROBLEMS, clipped: false },
]);

/** What pulls weights towards 0 besides. */
export const REGULARIZATIONS = /** @type {const} */ (['none', 'l1', 'l2']);

/** What the engine can make smaller. */
export const ENGINE_LOSSES = /** @type {const} */ ([
  'binary_cross_entropy',
  'mean_squared_error',
  'categorical_cross_entropy',
]);

/** `adaptive` ones give each parameter a step of its own size. */
export const OPTIMIZERS = /** @type {const} */ ([
  { name: 'sgd', adaptive: false },
  { name: 'momentum', adaptive: false },
  { name: 'rmsprop', adaptive: true },
  { name: 'adam', adaptive: true },
]);

export const SPEEDS = /** @type {const} */ (['1', '5', '25', '100', 'max']);

/** How the plane's picture shows probabilities: in levels, or the likelier class alone. */
export const SURFACES = /** @type {const} */ (['levels', 'classes']);

export const POINTS = /** @type {const} */ (['both', 'train', 'test']);

export const STOPS = /** @type {const} */ (['never', 'goal']);

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
  'surface',
  'best',
  'captions',
  'timeline',
  'presentation',
  'shortcuts',
  'goal',
  'diagram',
  'loss',
  'accuracy',
  'keep',
  'metrics',
  'confusion',
  'sweep',
  'inside',
  'parity',
  'butterfly',
  'gradients',
  'activity',
  'cost',
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

/** The last layer's, where each class has an output. */
export const SOFTMAX = {
  name: 'softmax',
  numpy: 'np.exp(z - z.max(axis=0)) / np.exp(z - z.max(axis=0)).sum(axis=0)',
};

/** @param {string} name */
export const activationOf = (name) => rowOf(ACTIVATIONS, 'activation', name);

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

/**
 * @param {string} feature
 * @returns {string} as pictures write it
 */
export const signOf = (feature) => rowOf(FEATURES, 'feature', feature).sign;

/**
 * @param {{ loss: string }} config
 * @returns what the loss is
 * @throws {RangeError} that lists the names there are
 */
export const lossOf = ({ loss }) => rowOf(LOSSES, 'loss', loss);
