import { h } from '../../views/dom.js';
import { scrollRegion } from '../../views/text/scroll-region.js';
import { PARAMETERS, parameterText } from './example.js';

/**
 * A row for each of the example's parameters, to be filled.
 *
 * @param {object} options
 * @param {string} options.name
 * @param {string} [options.caption] the name unless it says more
 * @param {readonly string[]} options.headings the parameters' first
 */
export function slopeTable({ name, caption = name, headings }) {
  const rows = PARAMETERS.map((_, i) => {
    const cells = headings.slice(1).map(() => h('td'));
    return { row: h('tr', {}, h('th', { scope: 'row' }, parameterText(i)), ...cells), cells };
  });
  const table = h(
    'table',
    { class: 'numbers slopes' },
    h('caption', {}, caption),
    h('thead', {}, h('tr', {}, ...headings.map((text) => h('th', { scope: 'col' }, text)))),
    h('tbody', {}, ...rows.map(({ row }) => row)),
  );
  return { element: scrollRegion(name, table), rows };
}
