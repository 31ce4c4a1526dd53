import { h, setAttribute, setText } from './dom.js';
import { removeElement } from './hide.js';
import { iconButton, setAvailable } from './icon-button.js';

/**
 * @typedef {object} LayerEditorTexts
 * @property {string} label
 * @property {string} addLayer
 * @property {string} removeLayer
 * @property {(count: number) => string} count
 * @property {(layer: number) => string} neurons name of a layer's field; layers count from 1
 * @property {(layer: number) => string} addNeuron
 * @property {(layer: number) => string} removeNeuron
 */

/**
 * @typedef {object} LayerLimits
 * @property {number} maxLayers
 * @property {number} maxNeurons
 * @property {number} newNeurons neurons of the first layer; further ones copy the layer before
 */

/** @typedef {(text: string) => void} Commit called with a list such as "8,8" */

/**
 * The hidden layers, one column each as in the diagram of the network.
 *
 * @param {object} options
 * @param {LayerEditorTexts} options.texts
 * @param {LayerLimits} options.limits
 * @param {string} options.id
 * @param {Commit} options.onCommit
 * @returns {import('./field.js').Field}
 */
export function layerEditor({ texts, limits, id, onCommit }) {
  /** @type {number[]} */
  let layers = [];
  /** @type {Column[]} */
  const columns = [];
  const commit = (/** @type {(number | string)[]} */ sizes) => onCommit(sizes.join(','));
  const remove = iconButton('minus', texts.removeLayer, () => commit(layers.slice(0, -1)));
  const add = iconButton('plus', texts.addLayer, () =>
    commit([...layers, layers[layers.length - 1] ?? limits.newNeurons]),
  );
  const count = h('output', { class: 'layer-count' });
  const list = h('ol', { class: 'layer-list' });
  const error = h('p', { class: 'field-error', 'aria-live': 'polite' });
  const element = h(
    'div',
    { class: 'field field-layers', role: 'group', 'aria-labelledby': `${id}-label` },
    h('span', { class: 'field-label', id: `${id}-label` }, texts.label),
    h('span', { class: 'field-control stepper' }, remove, count, add),
    list,
    error,
  );
  const setSize = (/** @type {number} */ index, /** @type {number | string} */ size) =>
    commit(layers.map((old, i) => (i === index ? size : old)));

  return {
    element,
    setError: (message) => setText(error, message),
    update(text) {
      layers = text === '' ? [] : text.split(',').map(Number);
      columns.splice(layers.length).forEach((column) => removeElement(column.element));
      while (columns.length < layers.length) {
        columns.push(layerColumn(columns.length, texts, limits, setSize));
        list.append(columns[columns.length - 1].element);
      }
      columns.forEach((column, i) => column.update(layers[i]));
      setText(count, texts.count(layers.length));
      setAttribute(list, 'hidden', layers.length === 0);
      setAvailable(remove, layers.length > 0);
      setAvailable(add, layers.length < limits.maxLayers);
    },
  };
}

/**
 * @typedef {object} Column
 * @property {HTMLElement} element
 * @property {(neurons: number) => void} update
 */

/**
 * @param {number} index
 * @param {LayerEditorTexts} texts
 * @param {LayerLimits} limits
 * @param {(index: number, size: number | string) => void} setSize
 * @returns {Column}
 */
function layerColumn(index, texts, limits, setSize) {
  let neurons = 0;
  const layer = index + 1;
  const more = iconButton('plus', texts.addNeuron(layer), () => setSize(index, neurons + 1));
  const fewer = iconButton('minus', texts.removeNeuron(layer), () => setSize(index, neurons - 1));
  const input = h('input', {
    type: 'number',
    class: 'number',
    min: 1,
    max: limits.maxNeurons,
    'aria-label': texts.neurons(layer),
    onchange: () => setSize(index, input.value),
  });
  return {
    element: h('li', { class: 'layer' }, more, input, fewer),
    update(value) {
      neurons = value;
      input.value = String(value);
      setAvailable(more, value < limits.maxNeurons);
      setAvailable(fewer, value > 1);
    },
  };
}
