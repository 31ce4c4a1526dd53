import { h, setAttribute, setText } from './dom.js';

/**
 * What every control on the panel has in common.
 *
 * @typedef {object} Field
 * @property {HTMLElement} element
 * @property {(text: string) => void} update shows a value, in the spelling of the attribute
 * @property {(message: string) => void} setError shows why the last input was not taken; '' clears
 */

/**
 * One row of the panel: label, control, and a place for what was wrong with the last input.
 *
 * @param {object} options
 * @param {string} options.id unique in the shadow tree
 * @param {string} options.label
 * @param {string} [options.hint] one sentence, shown on hover and read after the label
 * @param {HTMLElement} options.control the input itself, which the label names
 * @param {(Node | null)[]} [options.extras] what stands beside the input
 * @param {string} [options.kind] for the style sheet
 * @returns {{ element: HTMLElement, setError: (message: string) => void }}
 */
export function fieldRow({ id, label, hint, control, extras = [], kind = '' }) {
  const error = h('p', { class: 'field-error', id: `${id}-error`, 'aria-live': 'polite' });
  const note = hint ? h('span', { class: 'visually-hidden', id: `${id}-hint` }, hint) : null;
  control.id = id;
  setAttribute(control, 'aria-describedby', [note?.id, error.id].filter(Boolean).join(' '));
  const element = h(
    'div',
    { class: `field ${kind}`.trim(), title: hint },
    h('label', { class: 'field-label', for: id }, label),
    h('span', { class: 'field-control' }, control, ...extras),
    error,
    note,
  );
  return {
    element,
    setError(message) {
      setText(error, message);
      setAttribute(control, 'aria-invalid', message ? 'true' : null);
    },
  };
}
