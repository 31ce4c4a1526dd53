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
  const element = h(
    'details',
    { class: 'fold fold-group', 'data-fold': id },
    h(
      'summary',
      { class: 'fold-summary' },
      h('span', { class: 'fold-name' }, title),
      summary,
      icon('chevron'),
    ),
    h('div', { class: 'fold-body' }, ...fields),
  );
  return { element, setSummary: (text) => setText(summary, text) };
}
