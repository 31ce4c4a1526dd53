import { h } from '../../views/dom.js';
import { scrollRegion } from '../../views/scroll-region.js';

/**
 * A layer's numbers for all samples: a row a neuron, a column a sample, as the matrices lie.
 *
 * @param {string} name of the region, which scrolls where it is too narrow
 * @returns {{ element: HTMLElement, show: (layer: ShownLayer) => void }}
 */
export function samplesTable(name) {
  const table = h('table', { class: 'numbers samples' });
  return {
    element: scrollRegion(name, table),
    show: (layer) => table.replaceChildren(...contentOf(layer)),
  };
}

/**
 * @typedef {object} ShownLayer
 * @property {string} caption
 * @property {string[]} rows their names
 * @property {string[][]} values by row and sample
 * @property {number} sample the column that is looked at
 * @property {number | null} picked the row that is looked at
 */

/** @param {ShownLayer} layer */
function contentOf({ caption, rows, values, sample, picked }) {
  const columns = values[0].map((_, i) =>
    h('th', { scope: 'col', 'data-picked': i === sample }, `${i + 1}`),
  );
  const lines = rows.map((rowName, i) =>
    h(
      'tr',
      { 'data-picked': i === picked },
      h('th', { scope: 'row' }, rowName),
      ...values[i].map((text, k) => h('td', { 'data-picked': k === sample }, text)),
    ),
  );
  return [
    h('caption', {}, caption),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'sample'), ...columns)),
    h('tbody', {}, ...lines),
  ];
}
