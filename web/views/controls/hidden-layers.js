/** The hidden layers: how many there are, how large, and with which activations. */

import { h, removeElement, setAttribute, setText } from '../dom.js';
import { iconButton, setAvailable } from './icons.js';
import { selectField } from './select-field.js';

/** The menu's entry for a list; no activation has this name. */
const PER_LAYER = 'per-layer';

/** @typedef {import('../../languages/en.js').Texts['layers'] & { label: string }} LayerEditorTexts */

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

/**
 * @typedef {object} ActivationTexts
 * @property {string} label
 * @property {string} [hint]
 * @property {string} perLayer the menu's last entry
 * @property {string} layers name of the menus of all layers together
 * @property {(layer: number) => string} layer name of a layer's menu; layers count from 1
 */

/**
 * One activation for all hidden layers, or one for each.
 *
 * @param {object} options
 * @param {string} options.id
 * @param {ActivationTexts} options.texts
 * @param {readonly import('./select-field.js').Choice[]} options.choices
 * @param {(text: string) => void} options.onCommit called with a name, or with a list of names
 * @returns {{ element: HTMLElement, setError: (message: string) => void,
 *   update: (text: string, layerCount: number) => void }}
 */
export function activationEditor({ id, texts, choices, onCommit }) {
  /** @type {string[]} */
  let names = [];
  // Also open where all layers have the same, once somebody has asked for one each.
  let isPerLayer = false;
  /** @type {import('./field.js').Field[]} */
  const menus = [];
  const list = h('div', { class: 'layer-activations', role: 'group', 'aria-label': texts.layers });
  const all = selectField({
    id,
    label: texts.label,
    hint: texts.hint,
    choices: [...choices, { value: PER_LAYER, label: texts.perLayer }],
    onCommit(value) {
      isPerLayer = value === PER_LAYER;
      if (isPerLayer) show();
      else onCommit(value);
    },
  });

  /** @param {number} index */
  const createMenu = (index) =>
    selectField({
      id: `${id}-${index + 1}`,
      label: texts.layer(index + 1),
      choices,
      onCommit: (value) => onCommit(names.map((old, i) => (i === index ? value : old)).join(',')),
    });

  const show = () => {
    const count = isPerLayer ? names.length : 0;
    menus.splice(count).forEach((menu) => removeElement(menu.element));
    while (menus.length < count) {
      menus.push(createMenu(menus.length));
      list.append(menus[menus.length - 1].element);
    }
    menus.forEach((menu, i) => menu.update(names[i]));
    setAttribute(list, 'hidden', count === 0);
  };

  return {
    element: h('div', {}, all.element, list),
    setError: all.setError,
    update(text, layerCount) {
      const given = text.split(',');
      if (given.length > 1) isPerLayer = true;
      if (layerCount < 2) isPerLayer = false;
      names = Array.from({ length: layerCount }, (_, i) => given[Math.min(i, given.length - 1)]);
      all.update(isPerLayer ? PER_LAYER : given[0]);
      show();
    },
  };
}
