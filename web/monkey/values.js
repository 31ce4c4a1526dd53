/**
 * What the monkey gives to settings and fields: what is allowed, and what is not.
 *
 * @module
 */

import { SCHEMA } from '../state/schema.js';

/** @typedef {import('./chance.js').Chance} Chance */
/** @typedef {import('../state/types.js').Entry} Entry */

/** @type {import('../state/types.js').OwnPoint[]} */
const POINTS = [
  [0, 0.5, 0],
  [-1, 0.25, 1],
  [1 / 3, -2.5, 1],
  [0.1, 0.2, 0],
  [2, 2, 1],
];
const LINES = [
  '',
  '1,2',
  'x1;x2;label\n0;0;0\n1;1;1\n0;1;1\n1;0;0\n',
  '0 0 0\n1 1 1\n1e9 0 0',
  POINTS.map((point) => point.join('\t')).join('\n'),
  '<img src=x onerror=alert(1)>',
];
const WRONG = ['', 'abc', '-1', '1e99', '0x10', '<b>', 'NaN', 'null', '1,2,3,4,5,6,7,8,9'];
const GOALS = ['', 'test-accuracy>=0.9', 'epoch>=30,train-loss<0.2', 'test-accuracy>2', 'epoch'];
/** Larger networks and data than these only take longer. */
const LARGE = { samples: 600, neurons: 12, layers: 3 };

/**
 * @param {Chance} chance
 * @returns {Record<string, unknown>} a setting, or two
 */
export function somePatch(chance) {
  const count = 1 + chance.below(2);
  return Object.fromEntries(
    Array.from({ length: count }, () => chance.pick(SCHEMA)).map((entry) => [
      entry.key,
      someValue(entry, chance),
    ]),
  );
}

/**
 * @param {Chance} chance
 * @returns {{ name: string, value: string | null }} an attribute; null where there is none
 */
export function someAttribute(chance) {
  const entry = chance.pick(SCHEMA);
  const value = someValue(entry, chance);
  const isGone = value === null || value === false;
  return { name: entry.attribute, value: isGone ? null : printed(value) };
}

/** @param {Chance} chance @returns {string} what somebody types into a number's field */
export function someNumber(chance) {
  if (chance.unit() < 0.15) return chance.pick(['', '-1', '0', '1e99', '0.5', '1e-12']);
  return chance.unit() < 0.5
    ? String(chance.below(LARGE.neurons) + 1)
    : String(Number((chance.unit() * 2).toFixed(3)));
}

/** @param {Chance} chance @returns {string} what somebody pastes into a field of many lines */
export const someLines = (chance) => chance.pick(LINES);

/**
 * @param {Entry} entry
 * @param {Chance} chance
 * @returns {unknown}
 */
function someValue(entry, chance) {
  const luck = chance.unit();
  if (luck < 0.15) return chance.pick(WRONG);
  if (luck < 0.25) return null;
  if (entry.key === 'samples') return 4 + chance.below(LARGE.samples);
  return VALUES[entry.kind](entry, chance);
}

/** @type {Record<Entry['kind'], (entry: any, chance: Chance) => unknown>} */
const VALUES = {
  integer: ({ min, max }, chance) => chance.pick([min, min + chance.below(200), max]),
  number: ({ min, max }, chance) => min + chance.unit() ** 3 * (max - min),
  choice: ({ choices }, chance) => chance.pick(choices),
  boolean: (_, chance) => chance.unit() < 0.5,
  names: ({ choices }, chance) => choices.filter(() => chance.unit() < 0.1),
  sizes: (_, chance) =>
    Array.from({ length: chance.below(LARGE.layers + 1) }, () => 1 + chance.below(LARGE.neurons)),
  activations: ({ choices }, chance) =>
    Array.from({ length: 1 + chance.below(2) }, () => chance.pick(choices)),
  points: () => POINTS,
  goal: (_, chance) => chance.pick(GOALS),
  name: (_, chance) => chance.pick(['', 'a', 'b']),
};

/** @param {unknown} value */
function printed(value) {
  if (value === true) return '';
  const isTable = Array.isArray(value) && Array.isArray(value[0]);
  return isTable ? value.map((row) => row.join()).join(';') : String(value);
}
