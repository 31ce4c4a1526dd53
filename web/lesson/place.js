import { labStyleSheet } from '../element/styles.js';
import { h } from '../views/dom.js';
import { widgetStyleSheet } from './styles.js';

/** @typedef {import('../engine/engine.js').Engine} Engine */
/** @typedef {import('./frames.js').Tick} Tick */

/**
 * @typedef {object} Lesson what all widgets of the page share
 * @property {() => Promise<Engine>} engine the one engine, loaded when first asked for
 * @property {import('./frames.js').Frames} frames
 * @property {import('./theme.js').PageTheme} theme
 * @property {import('./live.js').LiveValues} live
 * @property {(id: string) => void} showQuantity opens the panel that shows it three ways
 */

/**
 * Where a widget lives: its part of the page, with the lab's look, and what the page lends it.
 */
export class Place {
  #lesson;
  #host;
  /** What this widget has told last, by quantity. @type {Map<string, import('./live.js').LiveValue>} */
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

  /** @returns {import('../views/palette.js').ThemeName} */
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
   * @param {import('./live.js').LiveValue} value
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
