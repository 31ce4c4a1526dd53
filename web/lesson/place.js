import { createSurface } from './surface.js';

/** @typedef {import('../engine/engine.js').Engine} Engine */
/** @import { Lesson, LiveValue } from './page.js' */

/**
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
 * @property {import('./page.js').Frames} frames
 * @property {import('./page.js').PageTheme} theme
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
 */

/** Where a widget lives: its part of the page, with the lab's look, and what the page lends it. */
export class Place {
  #lesson;
  /** What this widget has told last, by quantity. @type {Map<string, LiveValue>} */
  #told = new Map();

  /**
   * @param {HTMLElement} host
   * @param {Engine} engine
   * @param {Lesson} lesson
   */
  constructor(host, engine, lesson) {
    /** The widget's element in the page. */
    this.host = host;
    this.#lesson = lesson;
    this.engine = engine;
    /** Where the widget puts its parts. */
    this.root = createSurface(host, lesson.theme);
  }

  /** @returns {import('../views/palette.js').ThemeName} */
  get themeName() {
    return this.#lesson.theme.themeName;
  }

  /** @param {() => void} onChange called now, and with every change of the theme */
  onTheme(onChange) {
    this.#lesson.theme.onTheme(onChange);
  }

  /**
   * Computes a little in each animation frame, while the widget is on screen, until the tick
   * returns false or {@link stop}.
   *
   * @param {import('./page.js').Tick} tick
   * @param {() => void} [onStop]
   */
  run(tick, onStop) {
    this.#lesson.frames.run(this.host, tick, onStop);
  }

  stop() {
    this.#lesson.frames.stop(this.host);
  }

  get isRunning() {
    return this.#lesson.frames.isRunning(this.host);
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
