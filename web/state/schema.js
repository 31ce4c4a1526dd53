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
  LOADINGS,
  OPTIMIZERS,
  PARTS,
  POINTS,
  PRESET_CHOICES,
  RULES,
  SPEEDS,
  THEMES,
  namesOf,
} from './choices.js';
import { labelsOf, problemOf } from './problem.js';

/** @import { Entry, PartName } from './types.js' */

/** The parts of the lab that `hide` can name. */
export const HIDEABLE_PARTS = /** @type {readonly PartName[]} */ (PARTS);

/** @type {Entry[]} */
export const SCHEMA = [
  {
    key: 'preset',
    attribute: 'preset',
    kind: 'choice',
    group: 'preset',
    scope: 'page',
    default: 'default',
    choices: PRESET_CHOICES,
  },
  {
    key: 'dataset',
    attribute: 'dataset',
    markup: 'data-set',
    kind: 'choice',
    group: 'data',
    scope: 'experiment',
    default: 'moons',
    choices: namesOf(DATASETS),
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
    labels: labelsOf(problemOf({ dataset: 'own' })),
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
  },
  {
    key: 'activation',
    attribute: 'activation',
    kind: 'activations',
    group: 'network',
    scope: 'experiment',
    default: 'tanh',
    choices: namesOf(ACTIVATIONS),
  },
  {
    key: 'init',
    attribute: 'init',
    kind: 'choice',
    group: 'network',
    scope: 'experiment',
    default: 'xavier',
    choices: INITS,
  },
  {
    key: 'rule',
    attribute: 'rule',
    kind: 'choice',
    group: 'training',
    scope: 'experiment',
    default: 'backprop',
    choices: RULES,
  },
  {
    key: 'optimizer',
    attribute: 'optimizer',
    kind: 'choice',
    group: 'training',
    scope: 'experiment',
    default: 'adam',
    choices: namesOf(OPTIMIZERS),
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
  },
  {
    key: 'speed',
    attribute: 'speed',
    kind: 'choice',
    group: 'training',
    scope: 'page',
    default: '5',
    choices: SPEEDS,
  },
  {
    key: 'points',
    attribute: 'points',
    kind: 'choice',
    group: 'view',
    scope: 'page',
    default: 'both',
    choices: POINTS,
  },
  {
    key: 'autoplay',
    attribute: 'autoplay',
    kind: 'boolean',
    group: 'embedding',
    scope: 'page',
    default: false,
  },
  {
    key: 'hide',
    attribute: 'hide',
    kind: 'names',
    group: 'embedding',
    scope: 'page',
    default: [],
    choices: PARTS,
  },
  {
    key: 'loading',
    attribute: 'loading',
    kind: 'choice',
    group: 'embedding',
    scope: 'page',
    default: 'lazy',
    choices: LOADINGS,
  },
  {
    key: 'theme',
    attribute: 'theme',
    kind: 'choice',
    group: 'embedding',
    scope: 'page',
    default: 'auto',
    choices: THEMES,
  },
  {
    key: 'goal',
    attribute: 'goal',
    kind: 'goal',
    group: 'embedding',
    scope: 'page',
    default: '',
    maxItems: 5,
  },
  {
    key: 'link',
    attribute: 'link',
    kind: 'name',
    group: 'embedding',
    scope: 'page',
    default: '',
    maxLength: 40,
  },
];

const byKey = new Map(SCHEMA.map((entry) => [/** @type {string} */ (entry.key), entry]));
const byAttribute = new Map(
  SCHEMA.flatMap((entry) => [entry.attribute, markupName(entry)].map((name) => [name, entry])),
);

/**
 * @param {string} key as in JSON
 * @returns {Entry | undefined}
 */
export const entryOfKey = (key) => byKey.get(key);

/**
 * @param {Entry} entry
 * @returns {string} the attribute that HTML writes
 */
export function markupName({ attribute, markup = attribute }) {
  return markup;
}

/**
 * @param {string} attribute as in markup and addresses
 * @returns {Entry | undefined}
 */
export const entryOfAttribute = (attribute) => byAttribute.get(attribute);
