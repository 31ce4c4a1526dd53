import { FittedCanvas } from '../../element/fitted-canvas.js';
import { watchCrosshair } from '../../element/crosshair.js';
import { BoundaryCanvas, describeProbe } from '../../views/boundary-canvas.js';
import { describeBoundary } from '../../views/boundary-description.js';
import { h, setText } from '../../views/dom.js';
import { themeColors } from '../../views/palette.js';
import { picture } from '../../views/picture.js';

/** @typedef {import('../../views/boundary-canvas.js').BoundaryPicture} BoundaryPicture */
/** @typedef {Omit<BoundaryPicture, 'theme' | 'hover'>} PlaneScene */

const HINT = 'Point at the plane, or focus it and use the arrow keys.';

/**
 * The plane of two features with a network's answer in every place: the lab's own picture, with
 * crosshair and description.
 */
export class Plane {
  #place;
  #view;
  #painter;
  #canvas;
  #readout = h('p', { class: 'readout' }, HINT);
  #describe;
  /** @type {PlaneScene | null} */
  #scene = null;
  /** @type {import('../../element/fitted-canvas.js').Position | null} */
  #pointed = null;
  #handle = 0;

  /**
   * @param {import('../place.js').Place} place
   * @param {object} options
   * @param {string} options.id unique in the widget
   * @param {string} options.title also the image's name
   * @param {boolean} [options.readout] whether a line below tells what is pointed at
   * @param {(scene: PlaneScene) => string} [options.describe] in words, for those who do not see it
   */
  constructor(place, { id, title, readout = true, describe = describeBoundary }) {
    this.#place = place;
    this.#describe = describe;
    this.#view = picture({ id, title, focusable: true, footer: readout ? [this.#readout] : [] });
    this.#view.element.classList.add('picture-boundary');
    this.#painter = new BoundaryCanvas(this.#view.canvas);
    this.#canvas = new FittedCanvas(this.#view.stage, this.#painter, () => this.#request());
    watchCrosshair(this.#view.canvas, (position, by) => {
      this.#pointed = position;
      this.#readout.setAttribute('aria-live', by === 'keyboard' ? 'polite' : 'off');
      this.#request();
    });
    place.onTheme(() => this.#request());
  }

  get element() {
    return this.#view.element;
  }

  /** @param {PlaneScene} scene */
  show(scene) {
    this.#scene = scene;
    this.#request();
  }

  /** Brings the description in words up to date: not with every frame, it costs as much as one. */
  describe() {
    if (this.#scene) this.#view.describe(this.#describe(this.#scene));
  }

  #request() {
    if (this.#handle > 0) return;
    this.#handle = requestAnimationFrame(() => {
      this.#handle = 0;
      this.#draw();
    });
  }

  #draw() {
    if (!this.#scene || this.#canvas.isEmpty) return;
    const hover = this.#canvas.toPicture(this.#pointed);
    this.#painter.draw({ ...this.#scene, theme: themeColors(this.#place.themeName), hover });
    const probe = hover && this.#painter.pick(hover.x, hover.y);
    setText(this.#readout, probe ? describeProbe(probe).join(' · ') : HINT);
  }
}
