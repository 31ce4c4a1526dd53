import { h, setAttribute } from './dom.js';
import { removeElement } from './hide.js';
import { selectField } from './select-field.js';

/** The menu's entry for a list; no activation has this name. */
const PER_LAYER = 'per-layer';

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
  const list = h('div', {
    class: 'layer-activations',
    role: 'group',
    'aria-label': texts.layers,
  });
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
