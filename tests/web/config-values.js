/**
 * Values to try, derived from what the schema allows.
 *
 * @module
 */

/** @import { Entry, NumberEntry } from '../../web/state/types.js' */

const NOT_NUMBERS = [
  '',
  ' ',
  'abc',
  '1,2',
  '0x10',
  '1e',
  '--1',
  '1_000',
  'Infinity',
  NaN,
  true,
  {},
  [3],
];

/**
 * @param {Entry} entry
 * @returns {unknown[]} in the form in which they are kept
 */
export function validValues(entry) {
  switch (entry.kind) {
    case 'integer':
      return [entry.min, entry.max, entry.default];
    case 'number':
      return [entry.exclusiveMin ? 1e-12 : entry.min, entry.max, (entry.min + entry.max) / 3];
    case 'sizes':
      return [[], [entry.min], [64, 1, 3], Array(entry.maxItems).fill(entry.max)];
    case 'choice':
      return entry.choices.map((choice) => choice.value);
    case 'activations':
      return [...entry.choices.map((choice) => choice.value), ['relu', 'linear']];
    case 'names':
      return [[], ...entry.choices.map((choice) => [choice.value]), ['data', 'metrics']];
    case 'boolean':
      return [true, false];
    case 'points':
      return [[], OWN_POINTS, manyPoints(entry.max)];
  }
}

/** @type {import('../../web/state/types.js').OwnPoint[]} */
export const OWN_POINTS = [
  [0, 0.5, 0],
  [-1e6, 1e-7, 1],
  [1 / 3, -2.5, 1],
  [0.1, 0.2, 0],
];

/**
 * What a value needs beside it to be accepted.
 *
 * @param {Entry} entry
 * @param {unknown} value
 * @returns {Partial<import('../../web/state/types.js').Config>}
 */
export function companionsOf({ key }, value) {
  return key === 'dataset' && value === 'own' ? { data: OWN_POINTS } : {};
}

/**
 * @param {number} count
 * @returns {import('../../web/state/types.js').OwnPoint[]}
 */
export function manyPoints(count) {
  return Array.from({ length: count }, (_, i) => [i / 7, Math.sqrt(i), i % 2]);
}

/**
 * @param {Entry} entry
 * @returns {unknown[]}
 */
export function invalidValues(entry) {
  switch (entry.kind) {
    case 'integer':
      return [...NOT_NUMBERS, 1.5, entry.min + 0.5, '4.5', ...outside(entry, 1)];
    case 'number':
      return [...NOT_NUMBERS, ...outside(entry, 1e-9), ...(entry.exclusiveMin ? [entry.min] : [])];
    case 'sizes':
      return ['0', '65', '8,,8', ',8', '8,', 'a', [8, 1.5], [NaN], Array(7).fill(8), 8, {}];
    case 'choice':
      return [
        '',
        'nonsense',
        'constructor',
        true,
        {},
        [],
        entry.choices[0].value.toUpperCase() + 'x',
      ];
    case 'activations':
      return ['', 'nonsense', 'relu,', 'relu,nonsense', 'ReLU', [], [1, 2], {}, 5];
    case 'names':
      return ['nonsense', 'data,', ['data', 7], true, {}];
    case 'boolean':
      return ['yes', '1', 1, {}, []];
    case 'points':
      return [
        'abc',
        '1,2,0',
        '1,2,0;3,4,1;5,6,2;7,8,0',
        '1,2,0;3,4,0;5,6,0;7,8,0',
        '1,2;3,4;5,6;7,8',
        '1,2,0;NaN,4,1;5,6,0;7,8,1',
        '1,2,0;1e7,4,1;5,6,0;7,8,1',
        [[1, 2, 0], 5, [1, 2, 1], [3, 4, 0]],
        [...OWN_POINTS, [Infinity, 0, 0]],
        [...OWN_POINTS, ['1', '2', true]],
        manyPoints(entry.max + 1),
        'x'.repeat(entry.maxLength + 1),
        5,
        {},
      ];
  }
}

/**
 * @param {NumberEntry} entry
 * @param {number} distance
 */
function outside({ min, max }, distance) {
  const numbers = [min - distance, max + distance, -1e9, 1e300, -Infinity, Infinity];
  return [...numbers, ...numbers.map(String)];
}
