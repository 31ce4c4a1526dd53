/** Milliseconds of an animation frame that all running widgets together may compute. */
const FRAME_BUDGET_MS = 9;

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
