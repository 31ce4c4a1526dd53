import { h } from '../dom.js';
import { fieldRow } from './field.js';

/**
 * A line of text.
 *
 * @param {object} options
 * @param {string} options.id unique in the shadow tree
 * @param {string} options.label
 * @param {string} [options.hint]
 * @param {(text: string) => void} options.onCommit called with what was typed, good or bad
 * @returns {import('./field.js').Field}
 */
export function textField({ id, label, hint, onCommit }) {
  const input = h('input', {
    type: 'text',
    class: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    onchange: () => onCommit(input.value),
  });
  return {
    ...fieldRow({ id, label, hint, control: input, kind: 'field-text' }),
    update(text) {
      input.value = text;
    },
  };
}
