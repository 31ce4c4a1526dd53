/** Above each layer what it has: how many neurons, and with which activation; between two, a new one. */

import { iconButton, setAvailable } from '../controls/icons.js';
import { h, removeElement, setAttribute, setHidden, setText } from '../dom.js';

/** @typedef {import('./layout.js').NetworkLayout} NetworkLayout */
/** @typedef {import('../../languages/en.js').Texts['stage']} StageTexts */

/**
 * @typedef {object} HeadHandlers
 * @property {(layers: number[]) => void} onLayers
 * @property {(activations: string[]) => void} onActivations
 * @property {(layer: number) => void} onInsert before this one, counted from 1
 * @property {(layer: number) => void} onRemove
 *
 * @typedef {{ maxLayers: number, maxNeurons: number }} Limits
 * @typedef {readonly { value: string, label: string }[]} Choices of activations
 */

/** Where columns are closer, in CSS pixels, a head has its buttons one above the other. */
const NARROW_GAP = 100;

/**
 * @param {object} options
 * @param {StageTexts} options.texts
 * @param {import('../../languages/en.js').Texts['layers']} options.names of what changes a layer's size
 * @param {Limits} options.limits
 * @param {Choices} options.choices
 * @param {HeadHandlers} options.handlers
 */
export function layerHeads({ texts, names, limits, choices, handlers }) {
  /** @type {number[]} */
  let layers = [];
  /** @type {string[]} */
  let activations = [];
  /** @type {ReturnType<typeof createHead>[]} */
  const heads = [];
  /** @type {HTMLButtonElement[]} one more than there are layers */
  const gaps = [];
  const [inputs, output] = [texts.inputs, texts.output].map((text) =>
    h('span', { class: 'layer-end', 'aria-hidden': 'true' }, text),
  );
  const element = h(
    'div',
    { class: 'layer-heads', role: 'group', 'aria-label': texts.layers, onkeydown: walk },
    inputs,
  );
  const setSize = (/** @type {number} */ index, /** @type {number} */ change) =>
    handlers.onLayers(layers.map((size, i) => (i === index ? size + change : size)));
  const setActivation = (/** @type {number} */ index, /** @type {string} */ name) =>
    handlers.onActivations(activations.map((old, i) => (i === index ? name : old)));

  /** @param {number} count of layers */
  const create = (count) => {
    heads.splice(count).forEach((head) => removeElement(head.element));
    gaps.splice(count + 1).forEach(removeElement);
    while (gaps.length < count + 1) {
      const layer = gaps.length + 1;
      gaps.push(iconButton('plus', texts.insert(layer), () => handlers.onInsert(layer)));
      gaps[gaps.length - 1].classList.add('layer-gap');
    }
    while (heads.length < count) {
      heads.push(
        createHead(heads.length, { texts, names, choices, handlers, setSize, setActivation }),
      );
    }
    const inOrder = gaps.flatMap((gap, i) => (heads[i] ? [gap, heads[i].element] : [gap]));
    // What is in its place is left there: whoever is at it keeps the focus.
    [inputs, ...inOrder, output].forEach((one, i) => {
      if (element.children[i] !== one) element.insertBefore(one, element.children[i] ?? null);
    });
  };

  return {
    element,

    /**
     * @param {{ layers: number[], activations: string[] }} network its hidden layers
     * @param {boolean} canEdit
     */
    update(network, canEdit) {
      if (network.layers.length !== layers.length || gaps.length === 0) {
        create(network.layers.length);
      }
      ({ layers, activations } = network);
      heads.forEach((head, i) =>
        head.update(layers[i], activations[i], limits.maxNeurons, canEdit),
      );
      for (const gap of gaps) {
        setAvailable(gap, layers.length < limits.maxLayers);
        setHidden(gap, !canEdit);
      }
      giveStop(element);
    },

    /** @param {NetworkLayout} layout */
    lay({ columns, gap }) {
      setAttribute(element, 'data-narrow', gap < NARROW_GAP);
      element.style.setProperty('--gap', String(gap));
      const at = (/** @type {HTMLElement} */ { style }, /** @type {number} */ x) =>
        style.setProperty('--x', String(x));
      at(inputs, columns[0].x);
      at(output, columns[columns.length - 1].x);
      heads.forEach((head, i) => columns[i + 2] && at(head.element, columns[i + 1].x));
      gaps.forEach(
        (button, i) => columns[i + 1] && at(button, (columns[i].x + columns[i + 1].x) / 2),
      );
    },
  };
}

/**
 * @param {number} index
 * @param {{ texts: StageTexts, names: import('../../languages/en.js').Texts['layers'], choices: Choices, handlers: HeadHandlers,
 *   setSize: (index: number, change: number) => void,
 *   setActivation: (index: number, name: string) => void }} options
 */
function createHead(index, { texts, names, choices, handlers, setSize, setActivation }) {
  const layer = index + 1;
  const fewer = iconButton('minus', names.removeNeuron(layer), () => setSize(index, -1));
  const more = iconButton('plus', names.addNeuron(layer), () => setSize(index, 1));
  const remove = iconButton('close', texts.remove(layer), () => handlers.onRemove(layer));
  fewer.classList.add('layer-fewer');
  more.classList.add('layer-more');
  remove.classList.add('layer-remove');
  const count = h('output', { class: 'layer-size' });
  const kind = h('span', { class: 'layer-activation', hidden: true });
  const select = h(
    'select',
    {
      class: 'layer-activation',
      'aria-label': texts.activation(layer),
      onchange: () => setActivation(index, select.value),
    },
    ...choices.map(({ value, label }) => h('option', { value }, label)),
  );
  return {
    element: h(
      'div',
      { class: 'layer-head', role: 'group', 'aria-label': texts.layer(layer) },
      ...[fewer, count, more, select, kind, remove],
    ),

    /**
     * @param {number} size
     * @param {string} activation
     * @param {number} maxNeurons
     * @param {boolean} canEdit
     */
    update(size, activation, maxNeurons, canEdit) {
      setText(count, String(size));
      setText(kind, choices.find(({ value }) => value === activation)?.label ?? '');
      for (const control of [fewer, more, select, remove]) setHidden(control, !canEdit);
      setHidden(kind, canEdit);
      if (select.value !== activation) select.value = activation;
      setAvailable(more, size < maxNeurons);
      setAvailable(fewer, size > 1);
    },
  };
}

const STOPS = ':is(button, select):not([hidden])';

/** One stop for the keyboard; arrow keys go on from there. @param {KeyboardEvent} event */
function walk(event) {
  const { currentTarget, target, key } = event;
  const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const element = /** @type {HTMLElement} */ (currentTarget);
  const stops = /** @type {HTMLElement[]} */ ([...element.querySelectorAll(STOPS)]);
  stops[stops.indexOf(/** @type {HTMLElement} */ (target)) + step]?.focus();
  giveStop(element);
}

/** @param {HTMLElement} element of which one must be the keyboard's stop: that which has the focus, if any */
function giveStop(element) {
  const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  const stops = /** @type {HTMLElement[]} */ ([...element.querySelectorAll(STOPS)]);
  const chosen =
    stops.find((stop) => stop === root.activeElement) ??
    stops.find((stop) => stop.getAttribute('tabindex') === '0') ??
    stops[0];
  for (const stop of stops) setAttribute(stop, 'tabindex', stop === chosen ? 0 : -1);
}
