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

/** @param {{ choices: readonly string[] }} entry */
const namesOf = ({ choices }) => [...choices];

/** @type {Record<Entry['kind'], (entry: any) => unknown[]>} */
const VALID = {
  integer: (entry) => [entry.min, entry.max, entry.default, ...(entry.optional ? [null, 7] : [])],
  number: (entry) => [
    entry.exclusiveMin ? 1e-12 : entry.min,
    entry.max,
    (entry.min + entry.max) / 3,
  ],
  sizes: (entry) => [[], [entry.min], [64, 1, 3], Array(entry.maxItems).fill(entry.max)],
  choice: namesOf,
  activations: (entry) => [...namesOf(entry), ['relu', 'linear']],
  names: (entry) => [
    ...(entry.min ? [] : [[]]),
    ...namesOf(entry).map((name) => [name]),
    namesOf(entry),
  ],
  labels: (entry) => [[], ['no'], ['−1', 'a b'], Array(entry.maxItems).fill('Ü'.repeat(40))],
  boolean: () => [true, false],
  points: (entry) => [[], OWN_POINTS, manyPoints(entry.max)],
  goal: () => [
    '',
    'test-accuracy>=0.95',
    'epoch<=500,train-loss<0.1,test-loss>1e-7',
    'epoch>1e+21',
  ],
  schedule: () => [
    '',
    '0:optimizer=sgd',
    '3:batch-size=0 3:rule=simplified 3:regularization=l1 3:regularization-rate=10',
    '200:learning-rate=0.01 400:optimizer=sgd 500:w1.3.2=0.5 500:b3.1=-1e-7',
  ],
  neuron: () => ['', '0.1', '0.2', '1.1', '1.8', '2.3', '3.1'],
  name: (entry) => ['', 'a', 'lecture 3', 'Übung_1.b-c', 'x'.repeat(entry.maxLength)],
};

/**
 * @param {Entry} entry
 * @returns {unknown[]} in the form in which they are kept
 */
export const validValues = (entry) => VALID[entry.kind](entry);

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
  if (key === 'classes') return { dataset: 'blobs' };
  return key === 'dataset' && value === 'own' ? { data: OWN_POINTS } : {};
}

/**
 * @param {number} count
 * @returns {import('../../web/state/types.js').OwnPoint[]}
 */
export function manyPoints(count) {
  return Array.from({ length: count }, (_, i) => [i / 7, Math.sqrt(i), i % 2]);
}

/** @type {Record<Entry['kind'], (entry: any) => unknown[]>} */
const INVALID = {
  integer: (entry) => [
    ...NOT_NUMBERS.filter((value) => !(entry.optional && String(value).trim() === '')),
    1.5,
    entry.min + 0.5,
    '4.5',
    ...outside(entry, 1),
  ],
  number: (entry) => [
    ...NOT_NUMBERS,
    ...outside(entry, 1e-9),
    ...(entry.exclusiveMin ? [entry.min] : []),
  ],
  sizes: () => ['0', '65', '8,,8', ',8', '8,', 'a', [8, 1.5], [NaN], Array(7).fill(8), 8, {}],
  choice: (entry) => [
    '',
    'nonsense',
    'constructor',
    true,
    {},
    [],
    entry.choices[0].toUpperCase() + 'x',
  ],
  activations: () => ['', 'nonsense', 'relu,', 'relu,nonsense', 'ReLU', [], [1, 2], {}, 5],
  names: (entry) => [
    'nonsense',
    `${entry.choices[0]},`,
    [entry.choices[0], 7],
    true,
    {},
    ...(entry.min ? ['', [], ' '] : []),
  ],
  labels: (entry) => [
    'a,',
    ',',
    'a,b,c,d,e,f,g',
    ['a,b'],
    ['a', null],
    ['a', {}],
    ['\u0000'],
    'x'.repeat(entry.maxLength + 1),
    5,
    {},
  ],
  schedule: (entry) => [
    'learning-rate=0.1',
    '5:learning-rate',
    '5:learning-rate=',
    '5:learning-rate=0',
    '5:learning-rate=abc',
    '-1:learning-rate=0.1',
    '1.5:learning-rate=0.1',
    `${entry.max + 1}:learning-rate=0.1`,
    '5:noise=0.1',
    '5:constructor=1',
    '5:learningRate=0.1',
    '5:optimizer=lion',
    '5:batch-size=1.5',
    '5:w1.1=0',
    '5:w0.1.1=0',
    '5:w1.1.3=0',
    '5:w1.9.1=0',
    '5:b4.1=0',
    '5:b1.1=x',
    '5:b1.1=1e999',
    '5:b1.1=0;6:b1.1=0',
    Array.from({ length: entry.maxItems + 1 }, (_, epoch) => `${epoch}:b1.1=0`).join(' '),
    5,
    ['5:b1.1=0'],
    {},
  ],
  neuron: () => ['1', '1.0', '1.9', '4.1', '0.3', '-1.1', '1,1', 'a', 1.1, ['1.1'], {}],
  boolean: () => ['yes', '1', 1, {}, []],
  goal: () => [
    'test-accuracy',
    'test-accuracy=0.95',
    'accuracy>0.5',
    'constructor>1',
    'epoch>',
    'epoch>1e999',
    'epoch>1,',
    'epoch<1<2',
    '<b>epoch</b>>1',
    Array(6).fill('epoch>1').join(','),
    5,
    ['epoch>1'],
    {},
  ],
  name: () => ['x'.repeat(41), '<b>', 'a"b', 'a;b', '\u0000', 5, ['a'], {}],
  points: (entry) => [
    'abc',
    '1,2,0',
    '1,2,0;3,4,1;5,6,2;7,8,3;1,2,4;3,4,5;5,6,6',
    '1,2,0;3,4,0;5,6,0;7,8,0',
    '1,2;3,4;5,6;7,8',
    '1,2,0;NaN,4,1;5,6,0;7,8,1',
    '1,2,0;1e7,4,1;5,6,0;7,8,1',
    [[1, 2, 0], 5, [1, 2, 1], [3, 4, 0]],
    [...OWN_POINTS, [Infinity, 0, 0]],
    [...OWN_POINTS, ['1', '2', null]],
    manyPoints(entry.max + 1),
    'x'.repeat(entry.maxLength + 1),
    5,
    {},
  ],
};

/**
 * @param {Entry} entry
 * @returns {unknown[]}
 */
export const invalidValues = (entry) => INVALID[entry.kind](entry);

/**
 * @param {NumberEntry} entry
 * @param {number} distance
 */
function outside({ min, max }, distance) {
  const numbers = [min - distance, max + distance, -1e9, 1e300, -Infinity, Infinity];
  return [...numbers, ...numbers.map(String)];
}
