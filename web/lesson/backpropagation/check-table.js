import { h } from '../../views/dom.js';
import { formatScientific } from '../../views/power.js';
import { scrollRegion } from '../../views/scroll-region.js';
import { parameterText, PARAMETERS } from './example.js';

const COLUMNS = ['backprop', 'measured', 'apart', 'simplified'];
const DIGITS = 5;

/**
 * Along each parameter, the slope by backpropagation, the measured one, and what the simplified rule
 * takes for it.
 *
 * @returns {{ element: HTMLElement, show: (look: import('./check-look.js').CheckLook,
 *   picked: number) => void }}
 */
export function checkTable() {
  const rows = PARAMETERS.map((_, i) => {
    const cells = COLUMNS.map(() => h('td'));
    return {
      row: h('tr', {}, h('th', { scope: 'row' }, parameterText(i)), ...cells),
      cells,
    };
  });
  const table = h(
    'table',
    { class: 'numbers slopes' },
    h('caption', {}, 'Three answers to “how steep?”'),
    h(
      'thead',
      {},
      h('tr', {}, ...['along', ...COLUMNS].map((name) => h('th', { scope: 'col' }, name))),
    ),
    h('tbody', {}, ...rows.map(({ row }) => row)),
  );
  return {
    element: scrollRegion('Three answers to “how steep?”', table),
    show({ exact, measured, simplified }, picked) {
      rows.forEach(({ row, cells }, i) => {
        const texts = [
          formatScientific(exact[i], DIGITS),
          formatScientific(measured[i], DIGITS),
          formatScientific(Math.abs(exact[i] - measured[i]), 1),
          formatScientific(simplified[i], DIGITS),
        ];
        texts.forEach((text, k) => (cells[k].textContent = text));
        row.toggleAttribute('data-picked', i === picked);
      });
    },
  };
}
