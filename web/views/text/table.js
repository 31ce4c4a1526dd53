import { h, setText } from '../dom.js';

/**
 * A table of numbers whose cells are written again and again.
 *
 * @param {object} options
 * @param {string} options.caption
 * @param {string} options.corner heading of the column of row names
 * @param {string[]} options.columns
 * @param {string[]} options.rows
 * @returns {{ element: HTMLTableElement, update: (cells: string[][]) => void }} cells by row and
 *   column
 */
export function numberTable({ caption, corner, columns, rows }) {
  const cells = rows.map(() => columns.map(() => h('td')));
  const element = h(
    'table',
    { class: 'numbers' },
    h('caption', {}, caption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, h('span', { class: 'visually-hidden' }, corner)),
        ...columns.map((column) => h('th', { scope: 'col' }, column)),
      ),
    ),
    h(
      'tbody',
      {},
      ...rows.map((row, i) => h('tr', {}, h('th', { scope: 'row' }, row), ...cells[i])),
    ),
  );
  return {
    element,
    update: (values) =>
      values.forEach((row, i) => row.forEach((value, j) => setText(cells[i][j], value))),
  };
}
