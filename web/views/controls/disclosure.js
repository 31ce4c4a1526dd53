import { h } from '../dom.js';
import { icon } from './icons.js';

/**
 * A part that is folded away until somebody wants to see it.
 *
 * @param {object} options
 * @param {string} options.id for the style sheet
 * @param {string} [options.part] for the page's; the same, if missing
 * @param {string} options.title
 * @param {string} options.lead what is to be seen, in a sentence or two
 * @param {(Node | null)[]} options.children
 * @param {(isOpen: boolean) => void} [options.onToggle]
 * @param {'h3' | 'h4'} [options.heading] the title's place among the headings
 * @returns {HTMLDetailsElement}
 */
export function disclosure({ id, part = id, title, lead, children, onToggle, heading = 'h4' }) {
  const element = h(
    'details',
    { class: `panel panel-${id}`, part, ontoggle: () => onToggle?.(element.open) },
    h(
      'summary',
      { class: 'panel-summary' },
      h(heading, { class: 'panel-title' }, title),
      icon('chevron'),
    ),
    h('div', { class: 'panel-body' }, h('p', { class: 'panel-lead' }, lead), ...children),
  );
  return element;
}
