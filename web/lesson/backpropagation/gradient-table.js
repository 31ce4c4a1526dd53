import { h } from '../../views/dom.js';
import { scrollRegion } from '../../views/scroll-region.js';
import { exact, short } from '../parts/numbers.js';
import { HIDDEN_COUNT, parameterText, PARAMETERS } from './example.js';
import { isKnown } from './steps.js';

/** @typedef {import('./look.js').Look} Look */

const COLUMNS = ['value', 'backprop', 'simplified rule'];

/**
 * The nine parameters, and the gradient that each way of computing it gives: the simplified rule's
 * beside the exact one.
 *
 * @returns {{ element: HTMLElement, show: (look: Look, now: number) => void }} now: the step that is
 *   shown; gradients appear when they are known
 */
export function gradientTable() {
  const rows = PARAMETERS.map((_, i) => {
    const cells = COLUMNS.map(() => h('td'));
    const row = h('tr', {}, h('th', { scope: 'row' }, parameterText(i)), ...cells);
    return { row, cells };
  });
  const table = h(
    'table',
    { class: 'numbers slopes' },
    h('caption', {}, 'The slope along each parameter (✗ wrong way)'),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        ...['', ...COLUMNS].map((name) => h('th', { scope: 'col' }, name || 'parameter')),
      ),
    ),
    h('tbody', {}, ...rows.map(({ row }) => row)),
  );
  return {
    element: scrollRegion('The slope along each parameter', table),
    show({ example, gradient, simplified }, now) {
      rows.forEach(({ row, cells: [value, exactly, simply] }, i) => {
        const knows = isKnown(now, i < HIDDEN_COUNT ? 'inner' : 'outer');
        const isOpposed = knows && gradient[i] * simplified[i] < 0;
        value.textContent = exact(example.parameters[i]);
        exactly.textContent = knows ? short(gradient[i]) : '';
        simply.replaceChildren(...(isOpposed ? wrongWay() : []), knows ? short(simplified[i]) : '');
        row.toggleAttribute('data-opposed', isOpposed);
      });
    },
  };
}

/** @returns {Node[]} a mark, and what it means for those who do not see it */
function wrongWay() {
  return [
    h('span', { 'aria-hidden': 'true' }, '✗ '),
    h('span', { class: 'visually-hidden' }, 'the wrong way: '),
  ];
}
