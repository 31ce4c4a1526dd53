import { h, setText } from '../dom.js';
import { icon } from './icons.js';

/**
 * Controls of a group that few need at first, folded into a line that sums their values up; where the
 * group's title is seen, beside that.
 *
 * @param {object} options
 * @param {string} options.id for the style sheet
 * @param {string} options.title
 * @param {HTMLElement[]} options.fields
 * @returns {{ element: HTMLDetailsElement, setSummary: (summary: string) => void }}
 */
export function controlFold({ id, title, fields }) {
  const summary = h('span', { class: 'fold-value' });
  const element = fold(title, summary, ...fields);
  element.classList.add('fold-group');
  element.dataset.fold = id;
  return { element, setSummary: (text) => setText(summary, text) };
}

/**
 * @param {string} title
 * @param {HTMLElement} note beside it
 * @param {...HTMLElement} children what is folded
 */
export function fold(title, note, ...children) {
  const name = h('span', { class: 'fold-name' }, title);
  return h(
    'details',
    { class: 'fold' },
    h('summary', { class: 'fold-summary' }, name, note, icon('chevron')),
    h('div', { class: 'fold-body' }, ...children),
  );
}
