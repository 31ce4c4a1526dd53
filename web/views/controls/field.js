/** What the panel of controls is made of: rows, and groups that fold. */

import { h, setAttribute, setText } from '../dom.js';
import { icon } from './icons.js';

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
 * @returns {{ element: HTMLElement, setError: (message: string) => void,
 *   setWords: (words: { label: string, help: string }) => void }}
 */
export function fieldRow({ id, label, hint, control, extras = [], kind = '' }) {
  const error = h('p', { class: 'field-error', id: `${id}-error`, 'aria-live': 'polite' });
  const note = hint ? h('span', { class: 'visually-hidden', id: `${id}-hint` }, hint) : null;
  control.id = id;
  setAttribute(control, 'aria-describedby', [note?.id, error.id].filter(Boolean).join(' '));
  const name = h('label', { class: 'field-label', for: id }, label);
  const element = h(
    'div',
    { class: `field ${kind}`.trim(), title: hint },
    name,
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
    setWords({ label: text, help }) {
      setText(name, text);
      setAttribute(element, 'title', help);
      if (note) setText(note, help);
    },
  };
}

/**
 * A group of controls. In a narrow element it folds into one line that sums its values up; the
 * style sheet decides whether the fold shows, so the group needs no measuring.
 *
 * @param {object} options
 * @param {string} options.id
 * @param {string} options.title
 * @returns {{ element: HTMLElement, fill: (...fields: HTMLElement[]) => void,
 *   setSummary: (summary: string) => void, open: () => void }}
 */
export function controlGroup({ id, title }) {
  const summary = h('span', { class: 'group-summary' });
  const toggle = h(
    'button',
    {
      type: 'button',
      class: 'group-toggle',
      'aria-expanded': 'false',
      'aria-controls': id,
      onclick: () => setOpen(toggle.getAttribute('aria-expanded') !== 'true'),
    },
    h('span', { class: 'group-name' }, title),
    summary,
    icon('chevron'),
  );
  const body = h('div', { class: 'group-body', id });
  const element = h(
    'fieldset',
    { class: 'group', part: id, 'data-group': id },
    h('legend', { class: 'group-title' }, title),
    toggle,
    body,
  );
  const setOpen = (/** @type {boolean} */ open) => {
    setAttribute(toggle, 'aria-expanded', open ? 'true' : 'false');
    setAttribute(element, 'data-open', open);
  };
  return {
    element,
    fill: (...fields) => body.append(...fields),
    setSummary: (text) => setText(summary, text),
    open: () => setOpen(true),
  };
}
