import { h } from '../../views/dom.js';
import { scrollRegion } from '../../views/text/scroll-region.js';
import { tableHead, tableRow } from '../../views/text/table.js';
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
    return { row: tableRow([parameterText(i)], ...cells), cells };
  });
  const table = h(
    'table',
    { class: 'numbers slopes' },
    h('caption', {}, caption),
    tableHead(...headings),
    h('tbody', {}, ...rows.map(({ row }) => row)),
  );
  return { element: scrollRegion(name, table), rows };
}
