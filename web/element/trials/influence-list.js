import { h, setAttribute } from '../../views/dom.js';
import { tableHead, tableRow } from '../../views/text/table.js';

/**
 * Points with what their absence does, a row each: choosing one shows the plane without it.
 *
 * @param {object} options
 * @param {string} options.caption
 * @param {string[]} options.columns of the point, then of its numbers
 * @param {{ index: number, name: string, numbers: string[] }[]} options.rows
 * @param {number | null} options.chosen index of the point
 * @param {(index: number) => void} options.onChoose
 * @returns {HTMLTableElement}
 */
export function influenceList({ caption, columns, rows, chosen, onChoose }) {
  const bodies = rows.map(({ index, name, numbers }) => {
    const button = h(
      'button',
      {
        type: 'button',
        class: 'influence-point',
        'data-point': index,
        onclick: () => onChoose(index),
      },
      name,
    );
    setAttribute(button, 'aria-pressed', String(index === chosen));
    return tableRow([button], ...numbers.map((number) => h('td', {}, number)));
  });
  return h(
    'table',
    { class: 'numbers influence-list' },
    h('caption', {}, caption),
    tableHead(...columns),
    h('tbody', {}, ...bodies),
  );
}
