/**
 * Every setting of the lab, once: its spelling, its values, its words. Attributes, addresses, JSON,
 * controls and the reference are all derived from this list.
 *
 * @module
 */

import {
  ACTIVATIONS,
  DATASETS,
  INITS,
  OPTIMIZERS,
  PARTS,
  POINTS,
  PRESET_CHOICES,
  RULES,
  SPEEDS,
} from './choices.js';
import { EMBEDDING } from './schema-embedding.js';

/** @import { Entry, PartName } from './types.js' */

/** The parts of the lab that `hide` can name. */
export const HIDEABLE_PARTS = /** @type {PartName[]} */ (PARTS.map((part) => part.value));

/** @type {Entry[]} */
export const SCHEMA = [
  {
    key: 'preset',
    attribute: 'preset',
    kind: 'choice',
    group: 'preset',
    scope: 'page',
    default: 'default',
    label: 'Preset',
    help: 'A whole set of values to start from.',
    choices: PRESET_CHOICES,
  },
  {
    key: 'dataset',
    attribute: 'dataset',
    kind: 'choice',
    group: 'data',
    scope: 'experiment',
    default: 'moons',
    label: 'Data set',
    help: 'The shape that the two classes of points form.',
    choices: DATASETS,
  },
  {
    key: 'data',
    attribute: 'data',
    kind: 'points',
    group: 'data',
    scope: 'experiment',
    default: [],
    min: 4,
    max: 10000,
    maxSize: 1e6,
    maxLength: 1000000,
    label: 'Own points',
    help: 'The points of the data set that is your own, one a line: x1, x2 and the class.',
  },
  {
    key: 'samples',
    attribute: 'samples',
    kind: 'integer',
    group: 'data',
    scope: 'experiment',
    default: 300,
    min: 4,
    max: 10000,
    step: 10,
    label: 'Samples',
    help: 'How many points there are, for training and testing together.',
  },
  {
    key: 'noise',
    attribute: 'noise',
    kind: 'number',
    group: 'data',
    scope: 'experiment',
    default: 0.2,
    min: 0,
    max: 1,
    step: 0.05,
    label: 'Noise',
    help: 'How far the points are scattered off the exact shape (standard deviation).',
  },
  {
    key: 'seed',
    attribute: 'seed',
    kind: 'integer',
    group: 'data',
    scope: 'experiment',
    default: 42,
    min: 0,
    max: 4294967295,
    step: 1,
    label: 'Seed',
    help: 'The start of all chance: the same seed gives the same points and the same weights.',
  },
  {
    key: 'testSize',
    attribute: 'test-size',
    kind: 'number',
    group: 'data',
    scope: 'experiment',
    default: 0.2,
    min: 0.05,
    max: 0.9,
    step: 0.05,
    label: 'Test share',
    help: 'The share of the points that the network never trains on, kept to test it.',
  },
  {
    key: 'layers',
    attribute: 'layers',
    kind: 'sizes',
    group: 'network',
    scope: 'experiment',
    default: [8, 8],
    min: 1,
    max: 64,
    maxItems: 6,
    label: 'Hidden layers',
    help: 'How many neurons each layer between the inputs and the output has.',
  },
  {
    key: 'activation',
    attribute: 'activation',
    kind: 'activations',
    group: 'network',
    scope: 'experiment',
    default: 'tanh',
    label: 'Activation',
    help: 'What each hidden neuron does with the weighted sum of its inputs.',
    choices: ACTIVATIONS,
  },
  {
    key: 'init',
    attribute: 'init',
    kind: 'choice',
    group: 'network',
    scope: 'experiment',
    default: 'xavier',
    label: 'Initialisation',
    help: 'How large the random weights are before training.',
    choices: INITS,
  },
  {
    key: 'rule',
    attribute: 'rule',
    kind: 'choice',
    group: 'training',
    scope: 'experiment',
    default: 'backprop',
    label: 'Learning rule',
    help: 'How the error at the output becomes a change of every weight.',
    choices: RULES,
  },
  {
    key: 'optimizer',
    attribute: 'optimizer',
    kind: 'choice',
    group: 'training',
    scope: 'experiment',
    default: 'adam',
    label: 'Optimiser',
    help: 'How the gradient is turned into a step.',
    choices: OPTIMIZERS,
  },
  {
    key: 'learningRate',
    attribute: 'learning-rate',
    kind: 'number',
    group: 'training',
    scope: 'experiment',
    default: 0.03,
    min: 0,
    exclusiveMin: true,
    max: 10,
    step: 0.01,
    label: 'Learning rate',
    help: 'How large each step is: small is slow, large may overshoot.',
  },
  {
    key: 'batchSize',
    attribute: 'batch-size',
    kind: 'integer',
    group: 'training',
    scope: 'experiment',
    default: 0,
    min: 0,
    max: 10000,
    step: 1,
    label: 'Batch size',
    help: 'How many training points each step looks at; 0 is all of them.',
  },
  {
    key: 'epochs',
    attribute: 'epochs',
    kind: 'integer',
    group: 'training',
    scope: 'run',
    default: 0,
    min: 0,
    max: 1000000000,
    step: 100,
    label: 'Epoch limit',
    help: 'Training stops after this many passes through the training points; 0 is never.',
  },
  {
    key: 'speed',
    attribute: 'speed',
    kind: 'choice',
    group: 'training',
    scope: 'page',
    default: '5',
    label: 'Speed',
    help: 'How many epochs are trained for each frame that is drawn.',
    choices: SPEEDS,
  },
  {
    key: 'points',
    attribute: 'points',
    kind: 'choice',
    group: 'view',
    scope: 'page',
    default: 'both',
    label: 'Points',
    help: 'Which points the decision boundary is drawn with.',
    choices: POINTS,
  },
  ...EMBEDDING,
];

const byKey = new Map(SCHEMA.map((entry) => [/** @type {string} */ (entry.key), entry]));
const byAttribute = new Map(SCHEMA.map((entry) => [entry.attribute, entry]));

/**
 * @param {string} key as in JSON
 * @returns {Entry | undefined}
 */
export const entryOfKey = (key) => byKey.get(key);

/**
 * @param {string} attribute as in markup and addresses
 * @returns {Entry | undefined}
 */
export const entryOfAttribute = (attribute) => byAttribute.get(attribute);
