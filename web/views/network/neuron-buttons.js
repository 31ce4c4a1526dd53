/** Inputs and neurons as buttons over their picture: one stop for the keyboard, arrow keys within. */

import { h, setAttribute } from '../dom.js';
import { DIRECTIONS } from '../input.js';
import { neighbourOf } from './layout.js';

/** @typedef {import('./layout.js').NetworkLayout} NetworkLayout */
/** @typedef {{ layer: number, neuron: number }} Neuron layer 0 is the inputs */

/**
 * @typedef {object} ButtonHandlers
 * @property {(neuron: Neuron | null) => void} onPoint somebody points at it, or at none any more
 * @property {(neuron: Neuron) => void} onPress
 * @property {() => void} onLeave Escape
 * @property {(neuron: Neuron) => void} onReset pressed twice
 */

export class NeuronButtons {
  #handlers;
  /** By layer. @type {HTMLButtonElement[][]} */
  #buttons = [];
  /** @type {NetworkLayout | null} */
  #layout = null;
  /** Of what is pointed at next. @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** The one that the keyboard comes to. @type {Neuron} */
  #stop = { layer: 0, neuron: 0 };

  /**
   * @param {string} label of all
   * @param {ButtonHandlers} handlers
   */
  constructor(label, handlers) {
    this.#handlers = handlers;
    this.element = h('div', {
      class: 'neurons',
      role: 'group',
      'aria-label': label,
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.#onKey(event),
    });
  }

  /**
   * @param {NetworkLayout} layout
   * @param {(neuron: Neuron) => string} nameOf
   */
  lay(layout, nameOf) {
    this.#layout = layout;
    const { columns } = layout;
    const removed = this.#buttons.splice(columns.length).flat();
    columns.forEach(({ cells, size, pitch }, layer) => {
      const buttons = (this.#buttons[layer] ??= []);
      removed.push(...buttons.splice(cells.length));
      cells.forEach((cell, neuron) => {
        const button = (buttons[neuron] ??= this.#create(layer, neuron));
        setAttribute(button, 'aria-label', nameOf({ layer, neuron }));
        place(button, cell, { size, pitch });
      });
    });
    for (const button of removed) button.remove();
    // In the order of thought.
    this.element.append(...this.#buttons.flat().filter(({ parentNode }) => !parentNode));
    this.#moveStop(this.#buttonOf(this.#stop) ? this.#stop : { layer: 0, neuron: 0 });
  }

  /**
   * @param {Neuron | null} pinned
   * @param {(neuron: Neuron) => string} nameOf what is to be read out, as it is now
   */
  update(pinned, nameOf) {
    this.#buttons.forEach((buttons, layer) =>
      buttons.forEach((button, neuron) => {
        const isPinned = pinned?.layer === layer && pinned.neuron === neuron;
        setAttribute(button, 'aria-pressed', String(isPinned));
        setAttribute(button, 'aria-label', nameOf({ layer, neuron }));
      }),
    );
  }

  /**
   * @param {Neuron} neuron
   * @param {string} text what it does, for those who do not see it
   */
  describe(neuron, text) {
    const button = this.#buttonOf(neuron);
    if (button) setAttribute(button, 'aria-description', text);
  }

  /** @param {Neuron} neuron */
  focus(neuron) {
    this.#moveStop(neuron);
    this.#buttonOf(neuron)?.focus();
  }

  /** @param {Neuron} neuron */
  #buttonOf({ layer, neuron }) {
    return this.#buttons[layer]?.[neuron];
  }

  /**
   * @param {number} layer
   * @param {number} neuron
   */
  #create(layer, neuron) {
    const here = { layer, neuron };
    const { onPress, onReset } = this.#handlers;
    const onPoint = () => this.#point(here);
    const onLeave = (/** @type {PointerEvent | FocusEvent} */ event) => this.#leave(event);
    return h('button', {
      type: 'button',
      class: 'neuron',
      tabindex: -1,
      onclick: () => onPress(here),
      ondblclick: () => onReset(here),
      onpointerenter: (/** @type {PointerEvent} */ { pointerType }) => {
        // A finger that only scrolls by points at nothing.
        if (pointerType !== 'touch') onPoint();
      },
      onpointerleave: onLeave,
      onfocus: (/** @type {FocusEvent} */ { currentTarget }) => {
        this.#moveStop(here);
        if (/** @type {Element} */ (currentTarget).matches(':focus-visible')) onPoint();
      },
      onblur: onLeave,
    });
  }

  /** @param {Neuron | null} neuron */
  #point(neuron) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#handlers.onPoint(neuron));
  }

  /** @param {PointerEvent | FocusEvent} event */
  #leave({ relatedTarget }) {
    // On the way from one to the next, there is a moment without any.
    if (this.#buttons.flat().some((one) => one === relatedTarget)) return this.#point(null);
    // At once: what has the focus now is not to be hidden by what is shown of the neuron.
    clearTimeout(this.#timer);
    this.#handlers.onPoint(null);
  }

  /** @param {Neuron} stop */
  #moveStop(stop) {
    const before = this.#buttonOf(this.#stop);
    if (before) before.tabIndex = -1;
    this.#stop = stop;
    const button = this.#buttonOf(stop);
    if (button) button.tabIndex = 0;
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const direction = DIRECTIONS[event.key];
    if (event.key === 'Escape') this.#handlers.onLeave();
    if (event.ctrlKey || event.altKey || event.metaKey || !direction || !this.#layout) return;
    event.preventDefault();
    const next = neighbourOf(this.#layout, this.#stop, direction);
    if (next) this.focus(next);
  }
}

/**
 * @param {HTMLElement} element
 * @param {{ x: number, y: number }} middle
 * @param {{ size: number, pitch: number }} tile
 */
function place({ style }, { x, y }, { size, pitch }) {
  style.setProperty('--x', String(x));
  style.setProperty('--y', String(y));
  style.setProperty('--size', String(size));
  style.setProperty('--pitch', String(pitch));
}
