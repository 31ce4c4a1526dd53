import { BoundaryCanvas, describeProbe } from '../views/boundary-canvas.js';
import { setText } from '../views/dom.js';
import { themeColors } from '../views/palette.js';
import { watchCrosshair } from './crosshair.js';

/** Beyond this the eye sees no difference, but the machine does. */
const MAX_DEVICE_PIXEL_RATIO = 3;

/**
 * @typedef {object} Scene everything that the pictures show
 * @property {import('../state/types.js').Config} config
 * @property {import('../state/types.js').Description} description
 * @property {import('../state/types.js').Frame} frame
 * @property {import('../state/history.js').History} history
 * @property {import('../views/palette.js').ThemeName} theme
 */

/**
 * Keeps the canvases of a lab drawn: at most once an animation frame, at the size of their boxes.
 */
export class Pictures {
  #view;
  #texts;
  #boundary;
  /** @type {Scene | null} */
  #scene = null;
  /** @type {import('./crosshair.js').Position | null} */
  #hover = null;
  #handle = 0;
  /** @type {ResizeObserver} */
  #sizes;

  /**
   * @param {import('./lab-view.js').LabView} view
   * @param {import('./texts.js').Texts} texts
   */
  constructor(view, texts) {
    this.#view = view;
    this.#texts = texts;
    this.#boundary = new BoundaryCanvas(view.boundary.canvas);
    this.#sizes = new ResizeObserver(() => this.#resize());
    this.#sizes.observe(view.boundary.stage);
    watchCrosshair(view.boundary.canvas, (position, by) => {
      this.#hover = position;
      view.boundary.readout.setAttribute('aria-live', by === 'keyboard' ? 'polite' : 'off');
      this.#request();
    });
  }

  /** @param {Scene} scene */
  show(scene) {
    this.#scene = scene;
    this.#request();
  }

  #request() {
    if (this.#handle === 0 && this.#scene) {
      this.#handle = requestAnimationFrame(() => {
        this.#handle = 0;
        this.#draw();
      });
    }
  }

  #resize() {
    const dpr = Math.min(devicePixelRatio, MAX_DEVICE_PIXEL_RATIO);
    const { clientWidth, clientHeight } = this.#view.boundary.stage;
    this.#boundary.resize(clientWidth, clientHeight, dpr);
    if (this.#scene) this.#view.boundary.legend.draw(themeColors(this.#scene.theme), dpr);
    this.#request();
  }

  #draw() {
    if (!this.#scene) return;
    const { frame, description, config } = this.#scene;
    const theme = themeColors(this.#scene.theme);
    this.#view.boundary.legend.draw(theme, devicePixelRatio);
    this.#boundary.draw({
      ...description,
      grid: frame.grid,
      resolution: frame.resolution,
      points: config.points,
      theme,
      hover: this.#hover,
    });
    const probe = this.#hover && this.#boundary.pick(this.#hover.x, this.#hover.y);
    setText(
      this.#view.boundary.readout,
      probe ? describeProbe(probe).join(' · ') : this.#texts.readoutHint,
    );
  }
}
