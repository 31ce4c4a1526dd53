import { h, setAttribute, setText } from './dom.js';
import { icon } from './icons.js';

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
