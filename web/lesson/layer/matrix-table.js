import { h } from '../../views/dom.js';

/** Input cells take numbers of this size at most. */
const LARGEST = 100;

/**
 * A matrix in brackets, with its name above and its shape below.
 *
 * @param {object} options
 * @param {Node} options.heading
 * @param {string} options.name read aloud
 * @param {string} options.shape
 * @param {HTMLTableCellElement[][]} options.cells
 * @param {string} [options.operator] what stands before it
 * @param {boolean} [options.isGrid] whether its cells take the focus
 */
export function matrixTable({ heading, name, shape, cells, operator = '', isGrid = false }) {
  const rows = cells.map((row) => h('tr', { role: isGrid ? 'row' : null }, ...row));
  const table = h(
    'table',
    { class: 'matrix', role: isGrid ? 'grid' : null, 'aria-label': `${name}, shape ${shape}` },
    h('tbody', { role: isGrid ? 'rowgroup' : null }, ...rows),
  );
  return h(
    'div',
    { class: 'factor' },
    operator ? h('span', { class: 'operator', 'aria-hidden': 'true' }, operator) : null,
    h(
      'div',
      { class: 'matrix-figure' },
      h('div', { class: 'matrix-name' }, heading),
      h('div', { class: 'brackets' }, table),
      h('p', { class: 'matrix-shape' }, shape),
    ),
  );
}

/**
 * @param {number} nRows
 * @param {number} nColumns
 * @param {(row: number, column: number) => HTMLTableCellElement} create
 * @returns {HTMLTableCellElement[][]}
 */
export function cellGrid(nRows, nColumns, create) {
  return Array.from({ length: nRows }, (_, row) =>
    Array.from({ length: nColumns }, (__, column) => create(row, column)),
  );
}

/**
 * A cell whose number can be typed.
 *
 * @param {object} options
 * @param {string} options.label
 * @param {number} options.value
 * @param {(value: number) => void} options.onChange
 * @param {(message: string) => void} options.onError '' clears
 * @returns {HTMLTableCellElement}
 */
export function inputCell({ label, value, onChange, onError }) {
  const input = h('input', {
    type: 'number',
    class: 'number matrix-input',
    step: 'any',
    min: -LARGEST,
    max: LARGEST,
    value,
    'aria-label': label,
    autocomplete: 'off',
    onchange: () => {
      const typed = input.valueAsNumber;
      const isAllowed = Math.abs(typed) <= LARGEST;
      input.setAttribute('aria-invalid', String(!isAllowed));
      onError(isAllowed ? '' : `${label}: “${input.value}”; allowed: −${LARGEST} to ${LARGEST}`);
      if (isAllowed) onChange(typed);
    },
  });
  return h('td', {}, input);
}
