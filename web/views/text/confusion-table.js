import { h, setAttribute, setText } from '../dom.js';
import { moveInGrid } from '../controls/grid-focus.js';

/**
 * @typedef {{ actual: number, predicted: number }} Cell by classes
 *
 * @typedef {object} ConfusionWords
 * @property {string} actual what rows are
 * @property {string} predicted what columns are
 * @property {(count: number, cell: Cell) => string} cell a number with all that it means
 */

/**
 * How often points of each class are taken for each: numbers to choose one of. The keyboard meets one of
 * them, and the arrow keys go from there.
 *
 * @param {object} options
 * @param {string} options.caption
 * @param {ConfusionWords} options.words
 * @param {() => Node[][]} options.headings makes those of the classes, for rows or columns
 * @param {(cell: Cell) => void} options.onChoose
 */
export function confusionTable({ caption, words, headings, onChoose }) {
  const columns = headings();
  const buttons = columns.map((_, actual) =>
    columns.map((__, predicted) =>
      h('button', {
        type: 'button',
        class: 'confusion-cell',
        tabindex: actual + predicted === 0 ? 0 : -1,
        'aria-pressed': 'false',
        'data-right': actual === predicted,
        onclick: () => onChoose({ actual, predicted }),
      }),
    ),
  );
  const element = h(
    'table',
    { class: 'confusion-table', role: 'grid', onkeydown: (event) => moveInGrid(event, buttons) },
    h('caption', {}, caption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col', rowspan: 2 }, words.actual),
        h('th', { scope: 'colgroup', colspan: columns.length }, words.predicted),
      ),
      h('tr', {}, ...columns.map((heading) => h('th', { scope: 'col' }, ...heading))),
    ),
    h(
      'tbody',
      {},
      ...headings().map((heading, actual) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, ...heading),
          ...buttons[actual].map((button) => h('td', {}, button)),
        ),
      ),
    ),
  );
  /** @param {(button: HTMLButtonElement, cell: Cell) => void} use */
  const each = (use) =>
    buttons.forEach((row, actual) =>
      row.forEach((button, predicted) => use(button, { actual, predicted })),
    );
  return {
    element,

    /** @param {number[][]} counts by actual and predicted class */
    update(counts) {
      each((button, cell) => {
        const row = counts[cell.actual];
        const count = row[cell.predicted];
        setText(button, String(count));
        setAttribute(button, 'aria-label', words.cell(count, cell));
        const all = row.reduce((sum, one) => sum + one, 0);
        button.style.setProperty('--share', `${(100 * count) / (all || 1)}%`);
      });
    },

    /**
     * @param {Cell | null} chosen
     * @param {Cell | null} pointed that has the point which somebody points at
     */
    mark(chosen, pointed) {
      each((button, cell) => {
        setAttribute(button, 'aria-pressed', isSame(chosen, cell) ? 'true' : 'false');
        setAttribute(button, 'data-pointed', isSame(pointed, cell));
      });
    },
  };
}

/**
 * @param {Cell | null} one
 * @param {Cell} other
 */
function isSame(one, other) {
  return one?.actual === other.actual && one.predicted === other.predicted;
}
