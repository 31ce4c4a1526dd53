import { shortcutList } from '../views/controls/shortcut-list.js';
import { isFree } from '../views/input.js';

/** @typedef {import('../views/controls/transport.js').ButtonName} ButtonName */

/** The button that each key presses. @type {Record<string, ButtonName>} */
const KEYS = {
  ' ': 'toggle',
  ArrowRight: 'step',
  r: 'reset',
  f: 'presentation',
  '?': 'shortcuts',
};

/**
 * Keys that press the lab's buttons wherever in it the focus is: those that are there, and where nothing else
 * makes use of the key.
 */
export class Shortcuts {
  #lab;
  #buttons;
  #presentation;
  #list;

  /**
   * @param {object} options
   * @param {HTMLElement} options.lab
   * @param {Partial<Record<ButtonName, HTMLButtonElement>>} options.buttons
   * @param {import('./presentation.js').Presentation} options.presentation
   * @param {import('../languages/en.js').Texts} options.texts
   */
  constructor({ lab, buttons, presentation, texts }) {
    this.#lab = lab;
    this.#buttons = buttons;
    this.#presentation = presentation;
    this.#list = shortcutList(texts, () => this.#buttons.toggle?.focus());
    lab.append(this.#list.element);
    lab.addEventListener('keydown', (event) => this.#onKey(event));
  }

  /** Shows which there are now. */
  show() {
    const names = Object.values(KEYS);
    this.#list.show(names.filter((name) => this.#isThere(name)));
  }

  /** Puts the list away, if it is open. */
  hide() {
    if (this.#list.element.open) this.#list.hide();
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.defaultPrevented) return;
    const isHandled = this.#list.element.open ? this.#close(event) : this.#act(event);
    if (isHandled) event.preventDefault();
  }

  /**
   * @param {KeyboardEvent} event while the list is open
   * @returns {boolean} whether it means the list
   */
  #close({ key }) {
    const isMeant = key === 'Escape' || key === '?';
    if (isMeant) this.#list.hide();
    return isMeant;
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} whether it has done something
   */
  #act(event) {
    if (event.key === 'Escape' && this.#presentation.isInFrame) {
      this.#presentation.leave();
      return true;
    }
    const name = buttonOf(event);
    // A page that has the same keys for something else can have these hidden.
    const isWanted = isFree(event) && !this.#lab.matches('[data-hide~=shortcuts]');
    if (!name || !isWanted || !this.#isThere(name)) return false;
    // Who holds a key down wants to see the steps, but not the rest again and again.
    if (!event.repeat || name === 'step') this.#buttons[name]?.click();
    return true;
  }

  /** @param {ButtonName} name */
  #isThere(name) {
    return this.#buttons[name]?.checkVisibility() ?? false;
  }
}

/**
 * @param {KeyboardEvent} event
 * @returns {ButtonName | undefined} what the key presses; letters, with Caps Lock, too
 */
function buttonOf({ key }) {
  return KEYS[key.length === 1 ? key.toLowerCase() : key];
}
