import { h } from '../dom.js';
import { fieldRow } from './field.js';

/**
 * @typedef {object} Choice
 * @property {string} value
 * @property {string} label
 */

/**
 * A choice among a few, with the browser's own menu.
 *
 * @param {object} options
 * @param {string} options.id
 * @param {string} options.label
 * @param {string} [options.hint]
 * @param {readonly Choice[]} options.choices
 * @param {Node} [options.action] a button beside the menu
 * @param {(text: string) => void} options.onCommit
 * @returns {import('./field.js').Field}
 */
export function selectField({ id, label, hint, choices, action, onCommit }) {
  const select = h(
    'select',
    { class: 'select', onchange: () => onCommit(select.value) },
    ...choices.map(({ value, label: text }) => h('option', { value }, text)),
  );
  return {
    ...fieldRow({
      id,
      label,
      hint,
      control: select,
      extras: [action ?? null],
      kind: 'field-select',
    }),
    update(text) {
      select.value = text;
    },
  };
}
