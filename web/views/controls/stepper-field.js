import { h } from '../dom.js';
import { fieldRow } from './field.js';
import { iconButton, setAvailable } from './icons.js';

/**
 * A small whole number: to type, or one more and one fewer at a time.
 *
 * @param {object} options
 * @param {string} options.id
 * @param {string} options.label
 * @param {string} [options.hint]
 * @param {{ more: string, fewer: string }} options.texts names of the buttons
 * @param {(text: string) => void} options.onCommit called with what was typed, good or bad
 * @returns {Omit<import('./field.js').Field, 'update'> & { update: (value: number,
 *   range: readonly [number, number]) => void }} range: the least and the most that it can be now
 */
export function stepperField({ id, label, hint, texts, onCommit }) {
  let shown = 0;
  const fewer = iconButton('minus', texts.fewer, () => onCommit(String(shown - 1)));
  const more = iconButton('plus', texts.more, () => onCommit(String(shown + 1)));
  const input = h('input', {
    type: 'number',
    class: 'number',
    step: 'any',
    autocomplete: 'off',
    onchange: () => onCommit(input.value),
  });
  const row = fieldRow({ id, label, hint, control: input, extras: [more], kind: 'field-stepper' });
  input.before(fewer);
  return {
    ...row,
    update(value, [least, most]) {
      shown = value;
      input.value = String(value);
      input.min = String(least);
      input.max = String(most);
      setAvailable(fewer, value > least);
      setAvailable(more, value < most);
    },
  };
}
