/**
 * Where a widget lives, and what the page lends it: a little of each frame, its look, and a panel for the
 * numbers.
 *
 * @module
 */
import { labStyleSheet } from '../element/styles.js';
import { systemTheme, watchSystemTheme } from '../element/theme.js';
import { h } from '../views/dom.js';
import { widgetStyleSheet } from './styles.js';

/** @typedef {import('../engine/engine.js').Engine} Engine */
/** @typedef {import('../views/palette.js').ThemeName} ThemeName */

/**
 * @typedef {object} Lesson what all widgets of the page share
 * @property {() => Promise<Engine>} engine the one engine, loaded when first asked for
 * @property {Frames} frames
 * @property {PageTheme} theme
 * @property {LiveValues} live
 * @property {(id: string) => void} showQuantity opens the panel that shows it three ways
 *
 * @typedef {object} Section what a section brings to life in its part of the page
 * @property {Record<string, (place: Place) => void>} widgets by the name in `data-widget`
 * @property {Record<string, Run>} predictions who answers, by the name in `data-prediction`
 *
 * @callback Run computes what the reader was asked to predict
 * @param {Question} question
 * @returns {Outcome | Promise<Outcome>}
 *
 * @typedef {object} Question
 * @property {Engine} engine
 * @property {HTMLElement} place the form: where a long run can be animated
 * @property {Frames} frames
 * @property {PageTheme} theme
 * @property {string} guess what the reader has committed to
 *
 * @typedef {object} Outcome
 * @property {number | string} result the number, or the value of the right choice
 * @property {string} text the result in words, as a sentence
 * @property {Node} [picture] to look at
 * @property {string} [said] the guess as a sentence, where the field does not hold it as the reader
 *   knows it
 * @property {boolean} [isRight] whether the guess was, where comparing it with the result does not
 *   tell
 *
 * @typedef {object} LiveValue what a quantity is just now, for the panel that shows it three ways
 * @property {string} shape as NumPy prints it: `(4, 3)`; `()` for a single number
 * @property {string} values the numbers, as text
 * @property {string} [where] in words, which network or sample they belong to
 */

/** Milliseconds of an animation frame that all running widgets together may compute. */
const FRAME_BUDGET_MS = 9;

/**
 * Where a widget lives: its part of the page, with the lab's look, and what the page lends it.
 */
export class Place {
  #lesson;
  #host;
  /** What this widget has told last, by quantity. @type {Map<string, LiveValue>} */
  #told = new Map();

  /**
   * @param {HTMLElement} host
   * @param {Engine} engine
   * @param {Lesson} lesson
   */
  constructor(host, engine, lesson) {
    this.#host = host;
    this.#lesson = lesson;
    this.engine = engine;
    /** Where the widget puts its parts. */
    this.root = h('div', { class: 'surface' });
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [labStyleSheet(), widgetStyleSheet()];
    shadow.append(this.root);
    this.onTheme(() => (this.root.dataset.theme = lesson.theme.name));
  }

  /** The widget's element in the page. */
  get host() {
    return this.#host;
  }

  /** @returns {ThemeName} */
  get themeName() {
    return this.#lesson.theme.name;
  }

  /** @param {() => void} onChange called now, and with every change of the theme */
  onTheme(onChange) {
    this.#lesson.theme.watch(onChange);
    onChange();
  }

  /**
   * Computes a little in each animation frame, while the widget is on screen, until the tick
   * returns false or {@link stop}.
   *
   * @param {Tick} tick
   * @param {() => void} [onStop]
   */
  run(tick, onStop) {
    this.#lesson.frames.run(this.#host, tick, onStop);
  }

  stop() {
    this.#lesson.frames.stop(this.#host);
  }

  get isRunning() {
    return this.#lesson.frames.isRunning(this.#host);
  }

  /**
   * Tells what a quantity is just now.
   *
   * @param {string} id
   * @param {LiveValue} value
   */
  publish(id, value) {
    this.#told.set(id, value);
    this.#lesson.live.publish(id, value);
  }

  /**
   * With this widget's value, though another may have told of the same quantity since.
   *
   * @param {string} id of the quantity to show three ways
   */
  showQuantity(id) {
    const own = this.#told.get(id);
    if (own) this.#lesson.live.publish(id, own);
    this.#lesson.showQuantity(id);
  }
}

/**
 * @callback Tick
 * @param {number} budgetMs how long it should compute; a step that cannot be divided may take longer
 * @returns {boolean | void} false: it is done
 *
 * @typedef {object} Task
 * @property {Tick} tick
 * @property {() => void} onStop
 */

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
  #handle = 0;
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
    if (this.#handle > 0 || this.#seen().length === 0) return;
    this.#handle = requestAnimationFrame(() => {
      this.#handle = 0;
      this.#call();
      this.#request();
    });
  }

  #call() {
    const seen = this.#seen();
    for (const place of seen) {
      const isDone = this.#tasks.get(place)?.tick(FRAME_BUDGET_MS / seen.length) === false;
      if (isDone) this.stop(place);
    }
  }

  #seen() {
    return [...this.#tasks.keys()].filter((place) => this.#visible.has(place));
  }
}

/** @typedef {'light' | 'dark' | 'auto'} ThemeChoice */

/**
 * The page's theme: what the reader has chosen, or what the system says.
 */
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
  get name() {
    return this.#choice === 'auto' ? systemTheme() : this.#choice;
  }

  /** @param {() => void} onChange */
  watch(onChange) {
    this.#watchers.add(onChange);
  }

  #tell() {
    for (const onChange of this.#watchers) onChange();
  }
}

/**
 * The current values of the quantities, as the widgets tell them: the newest of each is kept.
 */
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
