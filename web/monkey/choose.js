/**
 * Which step comes next, and with what. It depends on the seed, the number of the step and what
 * the lab offers, and on no clock: the same seed takes the same steps.
 *
 * @module
 */
import { SCHEMA } from '../state/schema.js';
import { createChance } from './chance.js';
import { labelOf, targetsOf } from './targets.js';

/** @typedef {import('../state/types.js').Entry} Entry */
/** @typedef {import('./chance.js').Chance} Chance */
/** @typedef {import('./targets.js').Target} Target */

/**
 * @typedef {object} Step plain JSON, see deeds.js for what each does
 * @property {string} do
 * @property {string} [target] name of what it is done to
 * @property {string} [label] what people call that
 * @property {any} [value]
 */

/** How often each is done, among a hundred or so. */
const WEIGHTS = {
  press: 26,
  set: 20,
  key: 14,
  point: 12,
  config: 7,
  attribute: 4,
  train: 5,
  epochs: 3,
  reset: 2,
  resize: 4,
  hide: 3,
  move: 2,
  leave: 2,
  scroll: 2,
  speak: 2,
  spoil: 5,
  reopen: 2,
  wait: 2,
};
/** So often all is set back, so that what is left over can be counted. */
const HOME_INTERVAL = 40;
const KEYS = [
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['Enter', ' ', 'Escape', 'Delete', 'Backspace', '+', '-', 'a', 'k', '?', '/', 'F1'],
];
const WIDTHS = ['', '280px', '360px', '480px', '640px', '760px', '900px', '1100px', '1300px'];
/** Without a name it is the page's own. */
const LANGUAGES = ['en', 'de', 'fr', ''];

/**
 * @param {HTMLElement} lab
 * @param {string} seed
 * @param {number} number of the step, from 1
 * @returns {Step}
 */
export function chooseStep(lab, seed, number) {
  if (number % HOME_INTERVAL === 0) return { do: 'home' };
  const chance = createChance(seed, number);
  const name = chance.weighted(WEIGHTS);
  const choose = CHOICES[name];
  return { do: name, ...choose?.(chance, () => targetsOf(lab)) };
}

/** @type {Record<string, (chance: Chance, targets: () => Target[]) => Omit<Step, 'do'>>} */
const CHOICES = {
  press: (chance, targets) =>
    aim(chance, targets(), 'button, summary, input[type="radio"], input[type="checkbox"]'),

  set(chance, targets) {
    const fields = 'select, textarea, input:not([type="radio"], [type="checkbox"])';
    const { element, ...step } = find(chance, targets(), fields);
    return element ? { ...step, value: valueFor(element, chance) } : {};
  },

  key: (chance, targets) => ({
    ...aim(chance, targets(), ':not([tabindex="-1"])'),
    value: { key: chance.pick(KEYS), shiftKey: chance.unit() < 0.2, ctrlKey: chance.unit() < 0.05 },
  }),

  point: (chance, targets) => ({
    ...aim(chance, targets(), 'canvas'),
    value: {
      type: chance.pick(['mouse', 'touch']),
      path: Array.from({ length: 2 + chance.below(3) }, () => [chance.unit(), chance.unit()]),
      ends: chance.pick(['click', 'leave', 'cancel', 'wheel']),
    },
  }),

  config: (chance) => ({ value: somePatch(chance) }),
  attribute: (chance) => ({ value: someAttribute(chance) }),
  train: (chance) => ({ value: 1 + chance.below(6) }),
  epochs: (chance) => ({ value: 1 + chance.below(40) }),
  resize: (chance) => ({ value: chance.pick(WIDTHS) }),
  hide: (chance) => ({ value: 1 + chance.below(4) }),
  move: (chance) => ({ value: chance.pick(['place', 'page']) }),
  leave: (chance) => ({ value: 1 + chance.below(4) }),
  scroll: (chance) => ({ value: chance.unit() }),
  speak: (chance) => ({ value: chance.pick(LANGUAGES) }),
  spoil: (chance) => ({ value: { place: chance.unit(), wrong: chance.below(8) } }),
  wait: (chance) => ({ value: 1 + chance.below(20) }),
};

/**
 * @param {Chance} chance
 * @param {Target[]} targets
 * @param {string} selector
 * @returns {{ target?: string, label?: string, element?: HTMLElement }} nothing, where there is none
 */
function find(chance, targets, selector) {
  const found = chance.pickNamed(targets.filter(({ element }) => element.matches(selector)));
  return found ? { target: found.name, label: labelOf(found.element), element: found.element } : {};
}

/**
 * @param {Chance} chance
 * @param {Target[]} targets
 * @param {string} selector
 */
function aim(chance, targets, selector) {
  const { target, label } = find(chance, targets, selector);
  return { target, label };
}

/**
 * @param {HTMLElement} field
 * @param {Chance} chance
 */
function valueFor(field, chance) {
  if (field instanceof HTMLSelectElement) return chance.pick([...field.options]).value;
  if (field instanceof HTMLTextAreaElement) return someLines(chance);
  const { type, min, max } = /** @type {HTMLInputElement} */ (field);
  if (type !== 'range') return someNumber(chance);
  return String(Number(min) + chance.below(Number(max) - Number(min) + 1));
}

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
const GOALS = [
  '',
  'test-accuracy>=0.9',
  'test-r2>=0.9,parameters<=105',
  'epoch>=30,train-loss<0.2',
  'test-accuracy>2',
  'epoch',
];
const SCHEDULES = [
  '',
  '5:learning-rate=0.1 9:optimizer=sgd',
  '0:batch-size=8 3:batch-size=0 4:regularization=l2',
  '4:w1.1.1=0.5 6:b2.1=-1',
  '2:noise=1',
];
/** Larger networks and data than these only take longer. */
const LARGE = { samples: 600, neurons: 12, layers: 3 };

/**
 * @param {Chance} chance
 * @returns {Record<string, unknown>} a setting, or two
 */
function somePatch(chance) {
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
function someAttribute(chance) {
  const entry = chance.pick(SCHEMA);
  const value = someValue(entry, chance);
  const isGone = value === null || value === false;
  return { name: entry.attribute, value: isGone ? null : printed(value) };
}

/** @param {Chance} chance @returns {string} what somebody types into a number's field */
function someNumber(chance) {
  if (chance.unit() < 0.15) return chance.pick(['', '-1', '0', '1e99', '0.5', '1e-12']);
  return chance.unit() < 0.5
    ? String(chance.below(LARGE.neurons) + 1)
    : String(Number((chance.unit() * 2).toFixed(3)));
}

/** @param {Chance} chance @returns {string} what somebody pastes into a field of many lines */
const someLines = (chance) => chance.pick(LINES);

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
  labels: (_, chance) => chance.pick([[], ['no', 'yes'], ['<b>'], ['a,b']]),
  schedule: (_, chance) => chance.pick(SCHEDULES),
  name: (_, chance) => chance.pick(['', 'a', 'b']),
  neuron: (_, chance) => chance.pick(['', '0.1', '1.1', '2.8', '9.9']),
};

/** @param {unknown} value */
function printed(value) {
  if (value === true) return '';
  const isTable = Array.isArray(value) && Array.isArray(value[0]);
  return isTable ? value.map((row) => row.join()).join(';') : String(value);
}
