import { zoomOf } from './input.js';

/** Beyond this the eye sees no difference, but the machine does. */
const MAX_DEVICE_PIXEL_RATIO = 3;
/** CSS pixels of the text for which the pictures' own text is made. */
const BASE_FONT_SIZE = 15;

/** @typedef {import('./input.js').Position} Position */

/**
 * Keeps a canvas at the size of its box, with text that grows with the lab's: where the lab's is
 * twice as large, the picture is drawn for half the size and twice the pixel density.
 */
export class FittedCanvas {
  #box;
  #painter;
  #onFit;
  #scale = 1;
  #isEmpty = true;

  /**
   * @param {HTMLElement} box
   * @param {{ resize: (width: number, height: number, dpr: number) => void, release?: () => void }} painter
   *   `release` gives back what is only needed to draw: there is nothing to draw on, for the canvas is
   *   hidden or out of the page
   * @param {() => void} onFit called when it has another size, and must be drawn again
   */
  constructor(box, painter, onFit) {
    this.#box = box;
    this.#painter = painter;
    this.#onFit = onFit;
    const observer = new ResizeObserver(() => this.#fit());
    try {
      // Also where it is as large as before, but has more pixels: the page zooms it.
      observer.observe(box, { box: 'device-pixel-content-box' });
    } catch {
      observer.observe(box); // WebKit
    }
    FittedCanvas.#followScreen(this);
  }

  /** Those that may be seen. @type {Set<WeakRef<FittedCanvas>>} */
  static #all = new Set();

  /**
   * On another screen, what is as large as before has more pixels. One watch for all of a page: it
   * outlives each of them.
   *
   * @param {FittedCanvas} fitted
   */
  static #followScreen(fitted) {
    const all = FittedCanvas.#all;
    if (all.size === 0) FittedCanvas.#watchScreen();
    all.add(new WeakRef(fitted));
    for (const other of all) if (!other.deref()) all.delete(other);
  }

  static #watchScreen() {
    const screen = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    const onChange = () => {
      for (const fitted of FittedCanvas.#all) {
        const canvas = fitted.deref();
        if (canvas) canvas.#fit();
      }
      FittedCanvas.#watchScreen();
    };
    screen.addEventListener('change', onChange, { once: true });
  }

  /** Whether there is nothing to draw on, as when it is hidden. */
  get isEmpty() {
    return this.#isEmpty;
  }

  /**
   * @param {Position | null} position CSS pixels from the canvas' top left corner
   * @returns {Position | null} the same in the picture's own pixels
   */
  toPicture(position) {
    return position && { x: position.x / this.#scale, y: position.y / this.#scale };
  }

  /**
   * @param {Position} position in the picture's own pixels
   * @returns {Position} the same in CSS pixels from the canvas' top left corner
   */
  fromPicture(position) {
    return { x: position.x * this.#scale, y: position.y * this.#scale };
  }

  #fit() {
    const { clientWidth, clientHeight } = this.#box;
    const fontSize = parseFloat(getComputedStyle(this.#box).fontSize);
    const { devicePixelRatio } = this.#box.ownerDocument.defaultView ?? window;
    const dpr = Math.min(devicePixelRatio * zoomOf(this.#box), MAX_DEVICE_PIXEL_RATIO);
    this.#isEmpty = clientWidth === 0 || clientHeight === 0;
    if (this.#isEmpty) {
      this.#painter.release?.();
      return;
    }
    this.#scale = Math.max(1, fontSize / BASE_FONT_SIZE);
    this.#painter.resize(clientWidth / this.#scale, clientHeight / this.#scale, dpr * this.#scale);
    this.#onFit();
  }
}
