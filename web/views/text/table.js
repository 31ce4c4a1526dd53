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
    tableHead(h('span', { class: 'visually-hidden' }, corner), ...columns),
    h('tbody', {}, ...rows.map((row, i) => tableRow([row], ...cells[i]))),
  );
  return {
    element,
    update: (values) =>
      values.forEach((row, i) => row.forEach((value, j) => setText(cells[i][j], value))),
  };
}

/** @param {...(string | Node)} headings of the columns */
export function tableHead(...headings) {
  const cells = headings.map((heading) => h('th', { scope: 'col' }, heading));
  return h('thead', {}, h('tr', {}, ...cells));
}

/**
 * @param {(string | Node)[]} heading
 * @param {...HTMLElement} cells
 */
export function tableRow(heading, ...cells) {
  return h('tr', {}, h('th', { scope: 'row' }, ...heading), ...cells);
}
