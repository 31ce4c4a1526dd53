/**
 * Every setting of the lab, once: its spelling, its values, its words. Attributes, addresses, JSON,
 * controls and the reference are all derived from this list.
 *
 * @module
 */

import { LOADINGS, PARTS, POINTS, PRESET_CHOICES, SPEEDS, STOPS } from './choices.js';
import { SURFACES, THEMES } from './choices.js';
import { EXPERIMENT_SETTINGS, LAST_EPOCH } from './experiment-settings.js';

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
  ...EXPERIMENT_SETTINGS,
  {
    key: 'epochs',
    attribute: 'epochs',
    kind: 'integer',
    group: 'training',
    scope: 'run',
    default: 0,
    min: 0,
    max: LAST_EPOCH,
    step: 100,
  },
  {
    key: 'stop',
    attribute: 'stop',
    kind: 'choice',
    group: 'embedding',
    scope: 'page',
    default: 'never',
    choices: STOPS,
  },
  {
    key: 'at',
    attribute: 'at',
    kind: 'integer',
    group: 'embedding',
    scope: 'page',
    default: 0,
    min: 0,
    max: LAST_EPOCH,
    step: 1,
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
    key: 'surface',
    attribute: 'surface',
    kind: 'choice',
    group: 'view',
    scope: 'page',
    default: 'levels',
    choices: SURFACES,
  },
  {
    key: 'neuron',
    attribute: 'neuron',
    kind: 'neuron',
    group: 'view',
    scope: 'page',
    default: '',
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
