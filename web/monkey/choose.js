/**
 * Which step comes next. It depends on the seed, the number of the step and what the lab offers, and
 * on no clock: the same seed takes the same steps.
 *
 * @module
 */

import { createChance } from './chance.js';
import { labelOf, targetsOf } from './targets.js';
import { someAttribute, someLines, someNumber, somePatch } from './values.js';

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
