import { h } from '../../views/dom.js';
import { tableHead, tableRow } from '../../views/text/table.js';
import { formatCount, formatScientific } from '../parts/numbers.js';
import { mountCollapse } from './collapse.js';
import { mountCurves } from './curves.js';
import { compareLinear, DEEP_KINDS, gradientSizes } from './networks.js';

/** @type {import('../place.js').Section['widgets']} */
export const widgets = { 'activations-curves': mountCurves, 'activations-collapse': mountCollapse };

/** The answers that can be chosen, by how many powers of ten the gradient has lost. */
const CHOICES = [
  { value: 'same', powers: 0 },
  { value: 'tenth', powers: -1 },
  { value: 'thousandth', powers: -3 },
  { value: 'millionth', powers: -6 },
];

/** @type {Record<string, import('../place.js').Run>} */
export const predictions = {
  'activations-vanishing': ({ engine }) => {
    const sizes = DEEP_KINDS.map((kind) => gradientSizes(engine, kind));
    const share = shareLeft(sizes[0]);
    const distance = (/** @type {{ powers: number }} */ { powers }) =>
      Math.abs(Math.log10(share) - powers);
    const [nearest] = [...CHOICES].sort((a, b) => distance(a) - distance(b));
    return {
      result: nearest.value,
      text: `The engine computes that ${formatScientific(share, 2)} of it is left.`,
      picture: gradientTable(sizes),
    };
  },
  'activations-linear': ({ engine }) => {
    const { parameterCount, layerParameterCount, difference } = compareLinear(engine);
    const count = formatCount(parameterCount);
    return {
      result: layerParameterCount,
      text:
        `A single layer with ${layerParameterCount} parameters gives what the network with ${count} gives: ` +
        `over the square, the largest difference is ${formatScientific(difference, 2)}.`,
    };
  },
};

/** @param {number[]} sizes by layer */
function shareLeft(sizes) {
  return sizes[0] / sizes[sizes.length - 1];
}

/** @param {number[][]} sizes by kind and layer */
function gradientTable(sizes) {
  const rows = DEEP_KINDS.map(({ title }, i) => {
    const last = sizes[i][sizes[i].length - 1];
    const values = [last, sizes[i][0], shareLeft(sizes[i])];
    return tableRow([title], ...values.map((value) => h('td', {}, formatScientific(value, 2))));
  });
  return h(
    'table',
    { class: 'numbers-table' },
    h('caption', {}, 'Length of the gradient of a layer’s weights'),
    tableHead('Hidden layers', 'Output layer', 'First layer', 'Share left'),
    h('tbody', {}, ...rows),
  );
}
