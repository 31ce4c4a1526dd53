/** Numbers that a reader sets. */

import { iconButton } from '../../views/controls/icons.js';
import { numberField } from '../../views/controls/number-field.js';
import { linearStops } from '../../views/controls/slider-scale.js';

const SEED = { min: 0, max: 2 ** 32 - 1, hint: 'What the random numbers start from.' };

/**
 * @typedef {object} ValueField set `value` to show another
 * @property {HTMLElement} element
 * @property {number} value
 *
 * @typedef {Omit<Parameters<typeof numberField>[0], 'onCommit'> & {
 *   value: number, onChange: (value: number) => void }} ValueOptions id: unique in the widget
 */

/**
 * A number that keeps to its range.
 *
 * @param {ValueOptions & { isWhole?: boolean }} options
 * @returns {ValueField & { commit: (text: string) => void }} commit: as if it had been typed
 */
export function valueField({ value: start, onChange, isWhole = false, ...options }) {
  const { label, min, max } = options;
  let value = start;
  const commit = (/** @type {string} */ text) => {
    const typed = Number(text);
    const isInRange = text.trim() !== '' && typed >= min && typed <= max;
    const isAllowed = isInRange && (!isWhole || Number.isInteger(typed));
    const allowed = `${isWhole ? 'a whole number from ' : ''}${min} to ${max}`;
    field.setError(isAllowed ? '' : `${label}: “${text}”; allowed: ${allowed}`);
    if (!isAllowed) return;
    value = typed;
    field.update(text);
    onChange(value);
  };
  const field = numberField({ ...options, onCommit: commit });
  field.update(String(start));
  return {
    element: field.element,
    commit,
    get value() {
      return value;
    },
    set value(next) {
      value = next;
      field.setError('');
      field.update(String(next));
    },
  };
}

/**
 * A number with a slider.
 *
 * @param {Omit<ValueOptions, 'stops'> & { step: number }} options step: of the slider; any number in the
 *   range can be typed
 * @returns {ValueField}
 */
export function slider({ step, ...options }) {
  return valueField({ ...options, stops: linearStops(options.min, options.max, step) });
}

/**
 * The seed of a random stream, to type or to draw.
 *
 * @param {object} options
 * @param {string} options.id unique in the widget
 * @param {string} [options.label]
 * @param {number} options.value
 * @param {(seed: number) => void} options.onChange
 * @returns {ValueField}
 */
export function seedField({ label = 'Seed', ...options }) {
  const draw = () => field.commit(String(Math.floor(Math.random() * (SEED.max + 1))));
  const action = iconButton('dice', 'Draw a new seed', draw);
  const field = valueField({ label, ...SEED, ...options, action, isWhole: true });
  return field;
}
