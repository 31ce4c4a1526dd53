/**
 * What a reader can let vary in a sweep: which settings, with which values at first, and how a list of values
 * is written.
 *
 * @module
 */

import { DATASETS, LOSSES, datasetOf, hasOwnPoints, namesOf } from './choices.js';
import { endsOf, problemOf } from './problem.js';
import { entryOfKey } from './schema.js';
import { printText } from './values.js';

/** @import { Config, Entry } from './types.js' */

/** A list without items, among others. */
const EMPTY = '0';
/** Between two values; commas are within lists. */
const BETWEEN = /[\s;]+/;

/**
 * In the order in which they are offered, with the values at first; of those without any, all that can be
 * chosen.
 *
 * @type {[key: keyof Config, values: Config[keyof Config][]][]}
 */
const PROPOSED = [
  ['layers', [[], [2], [3], [4], [8], [8, 8]]],
  ['learningRate', [0.001, 0.003, 0.01, 0.03, 0.1, 0.3]],
  ['optimizer', []],
  ['batchSize', [0, 10, 30, 100]],
  ['activation', []],
  ['init', []],
  ['rule', []],
  ['loss', []],
  ['regularization', []],
  ['regularizationRate', [0, 0.0003, 0.001, 0.003, 0.01, 0.03]],
  ['noise', [0, 0.1, 0.2, 0.3, 0.4]],
  ['samples', [50, 100, 200, 500, 1000]],
  ['classes', [2, 3, 4, 5, 6]],
  ['testSize', [0.1, 0.2, 0.5, 0.8]],
  ['dataset', []],
  [
    'features',
    [
      ['x1', 'x2'],
      ['x1', 'x2', 'x1*x2'],
      ['x1', 'x2', 'x1^2', 'x2^2'],
      ['x1', 'x2', 'x1^2', 'x2^2', 'x1*x2', 'sin(x1)', 'sin(x2)'],
    ],
  ],
  ['scale', []],
  ['seed', [1, 2, 3, 4, 5]],
];

/**
 * @param {Config} config
 * @returns {(keyof Config)[]} the settings that can make a difference there
 */
export function sweptKeys(config) {
  return PROPOSED.map(([key]) => key).filter((key) => proposedValues(key, config).length > 1);
}

/**
 * @param {keyof Config} key
 * @param {Config} config
 * @returns {string[]} values to begin with, as attributes spell them, that it can have
 */
export function proposedValues(key, config) {
  const entry = /** @type {Entry} */ (entryOfKey(key));
  const [, values = []] = PROPOSED.find(([name]) => name === key) ?? [];
  const all = values.length === 0 && 'choices' in entry ? [...entry.choices] : values;
  return all.filter((value) => suits(key, value, config)).map(printText);
}

/**
 * @param {keyof Config} key
 * @param {unknown} value
 * @param {Config} config
 */
function suits(key, value, config) {
  const { problem, dataset } = config;
  const row = datasetOf(dataset);
  switch (key) {
    case 'noise':
    case 'samples':
      return row.settings.includes(key);
    case 'classes': {
      const [fewest, most] = row.classes ?? [0, 0];
      return Number(value) >= fewest && Number(value) <= most;
    }
    case 'dataset':
      return namesOf(DATASETS.filter((set) => suitsProblem(set, problem))).some(
        (name) => name === value && !hasOwnPoints({ dataset: name }),
      );
    case 'loss':
      return LOSSES.some((loss) => loss.name === value && suitsProblem(loss, problem));
    case 'rule':
      return value === 'backprop' || endsOf(problemOf(config)).outputs === 1;
    default:
      return true;
  }
}

/**
 * @param {{ kinds: readonly string[] }} row
 * @param {string} problem
 */
function suitsProblem({ kinds }, problem) {
  return kinds.includes(problem);
}

/**
 * @param {keyof Config} key
 * @param {string} text values with blanks between them, such as `0 4 8,8`
 * @returns {string[]} each as the setting takes it; 0 layers are none
 */
export function parseValues(key, text) {
  const { kind } = /** @type {Entry} */ (entryOfKey(key));
  const values = text.split(BETWEEN).filter((value) => value !== '');
  if (kind === 'sizes') return values.map((value) => (value === EMPTY ? '' : value));
  // Some languages write numbers with a comma.
  const isNumber = kind === 'number' || kind === 'integer';
  return isNumber ? values.map((value) => value.replace(',', '.')) : values;
}

/**
 * @param {readonly string[]} values as attributes spell them
 * @returns {string} as parseValues() reads them
 */
export function printValues(values) {
  return values.map((value) => value || EMPTY).join(' ');
}
