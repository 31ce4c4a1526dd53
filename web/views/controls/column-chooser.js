import { h } from '../dom.js';
import { pressButton } from './icons.js';
import { selectField } from './select-field.js';

/** @typedef {{ x1: number, x2: number, label: number }} Columns which column each is */

/**
 * Asks which columns of a table are the coordinates and which is the label, and shows its first rows to
 * look at.
 *
 * @param {object} options
 * @param {string} options.id unique in the shadow tree
 * @param {import('../../languages/en.js').Texts['ownPoints']['columns']} options.texts
 * @param {string[]} options.names of the columns, empty where they have none
 * @param {string[][]} options.rows the first ones
 * @param {Columns} options.columns that are suggested
 * @param {(columns: Columns) => void} options.onChoose
 * @returns {HTMLElement}
 */
export function columnChooser({ id, texts, names, rows, columns, onChoose }) {
  const chosen = { ...columns };
  const titles = names.map((name, index) => name || texts.column(index + 1));
  const choices = titles.map((label, index) => ({ value: String(index), label }));
  const fields = /** @type {const} */ (['x1', 'x2', 'label']).map((role) => {
    const field = selectField({
      id: `${id}-${role}`,
      label: texts.roles[role],
      choices,
      onCommit: (value) => {
        chosen[role] = Number(value);
      },
    });
    field.update(String(columns[role]));
    return field.element;
  });
  const table = h(
    'table',
    { class: 'own-table' },
    h('caption', {}, texts.rows),
    h('thead', {}, h('tr', {}, ...titles.map((title) => h('th', { scope: 'col' }, title)))),
    h(
      'tbody',
      {},
      ...rows.map((cells) => h('tr', {}, ...titles.map((_, i) => h('td', {}, cells[i] ?? '')))),
    ),
  );
  return h(
    'div',
    { class: 'own-columns', role: 'group', 'aria-label': texts.name },
    h('p', { class: 'field-note' }, texts.ask),
    // Wide tables move sideways, by the arrow keys, too.
    h('div', { class: 'own-scroll', tabindex: 0, role: 'region', 'aria-label': texts.rows }, table),
    ...fields,
    pressButton({ class: 'button' }, () => onChoose(chosen), texts.use),
  );
}
