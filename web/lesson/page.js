/**
 * What the page lends to all of its widgets: a little of each frame, its theme, and a board for their
 * numbers.
 *
 * @module
 */
import { systemTheme, watchSystemTheme } from '../views/palette.js';
import { Schedule } from '../views/schedule.js';

/** @typedef {import('../views/palette.js').ThemeName} ThemeName */
/** @typedef {'light' | 'dark' | 'auto'} ThemeChoice */

/**
 * @typedef {object} Lesson what all widgets of the page share
 * @property {() => Promise<import('../engine/engine.js').Engine>} engine the one engine, loaded when
 *   first asked for
 * @property {Frames} frames
 * @property {PageTheme} theme
 * @property {LiveValues} live
 * @property {(id: string) => void} showQuantity opens the panel that shows it three ways
 *
 * @callback Tick
 * @param {number} budgetMs how long it should compute; a step that cannot be divided may take longer
 * @returns {boolean | void} false: it is done
 *
 * @typedef {object} Task
 * @property {Tick} tick
 * @property {() => void} onStop
 *
 * @typedef {object} LiveValue what a quantity is just now, for the panel that shows it three ways
 * @property {string} shape as NumPy prints it: `(4, 3)`; `()` for a single number
 * @property {string} values the numbers, as text
 * @property {string} [where] in words, which network or sample they belong to
 */

/** Milliseconds of an animation frame that all running widgets together may compute. */
const FRAME_BUDGET_MS = 9;

/**
 * Gives the widgets of a page their time: one call an animation frame, only while the widget is on
 * screen, and all that run share one budget. So scrolling stays smooth, and a widget goes on where
 * it was when it comes back into view.
 */
export class Frames {
  /** @type {Map<Element, Task>} */
  #tasks = new Map();
  /** @type {Set<Element>} */
  #visible = new Set();
  #run = new Schedule().repeat(() => this.#call());
  #observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#visible.add(target);
      else this.#visible.delete(target);
    }
    this.#request();
  });

  /**
   * Runs until the tick says that it is done, or {@link stop}. A place runs one task: a new one
   * takes the place of the one before.
   *
   * @param {Element} place whose being seen decides
   * @param {Tick} tick
   * @param {() => void} [onStop] called once when it has ended, in whichever way
   */
  run(place, tick, onStop = () => {}) {
    this.stop(place);
    this.#tasks.set(place, { tick, onStop });
    place.toggleAttribute('data-running', true);
    this.#observer.observe(place);
    this.#request();
  }

  /** @param {Element} place */
  stop(place) {
    const task = this.#tasks.get(place);
    this.#tasks.delete(place);
    place.toggleAttribute('data-running', false);
    this.#visible.delete(place);
    this.#observer.unobserve(place);
    task?.onStop();
  }

  /** @param {Element} place */
  isRunning(place) {
    return this.#tasks.has(place);
  }

  #request() {
    this.#run(this.#seen().length > 0);
  }

  #call() {
    const seen = this.#seen();
    for (const place of seen) {
      const isDone = this.#tasks.get(place)?.tick(FRAME_BUDGET_MS / seen.length) === false;
      if (isDone) this.stop(place);
    }
    this.#request();
  }

  #seen() {
    return [...this.#tasks.keys()].filter((place) => this.#visible.has(place));
  }
}

/** The page's theme: what the reader has chosen, or what the system says. */
export class PageTheme {
  /** @type {ThemeChoice} */
  #choice = 'auto';
  /** @type {Set<() => void>} */
  #watchers = new Set();

  constructor() {
    watchSystemTheme(() => this.#tell(), new AbortController().signal);
  }

  get choice() {
    return this.#choice;
  }

  set choice(choice) {
    this.#choice = choice;
    document.documentElement.dataset.theme = choice;
    this.#tell();
  }

  /** @returns {ThemeName} */
  get themeName() {
    return this.#choice === 'auto' ? systemTheme() : this.#choice;
  }

  /** @param {() => void} onChange called now, and with every change */
  onTheme(onChange) {
    this.#watchers.add(onChange);
    onChange();
  }

  #tell() {
    for (const onChange of this.#watchers) onChange();
  }
}

/** The current values of the quantities, as the widgets tell them: the newest of each is kept. */
export class LiveValues {
  /** @type {Map<string, LiveValue>} */
  #values = new Map();
  /** @type {(id: string) => void} */
  #onChange = () => {};

  /**
   * @param {string} id of the quantity
   * @param {LiveValue} value
   */
  publish(id, value) {
    this.#values.set(id, value);
    this.#onChange(id);
  }

  /**
   * @param {string} id
   * @returns {LiveValue | undefined}
   */
  get(id) {
    return this.#values.get(id);
  }

  /** @param {(id: string) => void} onChange the one that looks */
  watch(onChange) {
    this.#onChange = onChange;
  }
}
