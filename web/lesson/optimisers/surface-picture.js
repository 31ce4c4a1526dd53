import { watchCrosshair } from '../../element/crosshair.js';
import { FittedCanvas } from '../../element/fitted-canvas.js';
import { h, setText } from '../../views/dom.js';
import { kindLegend } from '../../views/kind-legend.js';
import { describeLoss, LossSurface } from '../../views/loss-surface.js';
import { themeColors } from '../../views/palette.js';
import { picture } from '../../views/picture.js';
import { METHODS } from './methods.js';
import { startHandle } from './start-handle.js';

/** @typedef {import('../../views/loss-surface.js').LossPicture} LossPicture */
/** @typedef {Omit<LossPicture, 'theme' | 'hover'>} SurfaceScene */
/** @typedef {{ u: number, v: number, name: string }} StartPlace name: where it is, in words */

/**
 * A loss surface with the optimisers' paths, at the size of its place; where somebody points, it
 * tells the loss.
 */
export class SurfacePicture {
  #place;
  #view;
  #painter;
  #canvas;
  #legend = kindLegend('Optimisers', [...METHODS]);
  #spoken = h('p', { class: 'visually-hidden', 'aria-live': 'polite' });
  #handle;
  /** @type {SurfaceScene | null} */
  #scene = null;
  /** @type {StartPlace | null} */
  #start = null;
  /** @type {import('../../element/fitted-canvas.js').Position | null} */
  #pointed = null;
  #request = 0;

  /**
   * @param {import('../place.js').Place} place
   * @param {object} options
   * @param {string} options.id unique in the widget
   * @param {string} options.title also the image's name
   * @param {(u: number, v: number) => void} [options.onStart] makes the start movable, and is told
   *   where it should go
   */
  constructor(place, { id, title, onStart }) {
    this.#place = place;
    this.#view = picture({
      id,
      title,
      focusable: true,
      footer: [this.#legend.element, this.#spoken],
    });
    this.#view.element.classList.add('picture-surface');
    this.#painter = new LossSurface(this.#view.canvas);
    this.#canvas = new FittedCanvas(this.#view.stage, this.#painter, () => this.#draw());
    watchCrosshair(this.#view.canvas, (position, by) => {
      this.#pointed = position;
      if (by === 'keyboard') this.#tell();
      this.#requestDraw();
    });
    this.#handle = onStart && this.#createHandle(onStart);
    place.onTheme(() => {
      this.#legend.draw(themeColors(place.themeName));
      this.#requestDraw();
    });
  }

  get element() {
    return this.#view.element;
  }

  /**
   * @param {SurfaceScene} scene
   * @param {StartPlace} [start] where the handle is, where there is one
   */
  show(scene, start) {
    this.#scene = scene;
    this.#start = start ?? null;
    this.#requestDraw();
  }

  /** @param {string} text in words, for those who do not see it */
  describe(text) {
    this.#view.describe(text);
  }

  /** @param {(u: number, v: number) => void} onStart */
  #createHandle(onStart) {
    const handle = startHandle(this.#view.stage, 'Start', (position) => {
      const { x, y } = this.#canvas.toPicture(position) ?? position;
      const to = this.#painter.locate(x, y);
      if (to) onStart(to.u, to.v);
    });
    this.#view.stage.append(handle.element);
    return handle;
  }

  /** Says to screen readers what the crosshair of the keyboard is on. */
  #tell() {
    const at = this.#canvas.toPicture(this.#pointed);
    const probe = at && this.#painter.pick(at.x, at.y);
    const text = probe && this.#scene ? describeLoss(probe, this.#scene).join(', ') : '';
    setText(this.#spoken, text);
  }

  #requestDraw() {
    if (this.#request > 0) return;
    this.#request = requestAnimationFrame(() => {
      this.#request = 0;
      this.#draw();
    });
  }

  #draw() {
    if (!this.#scene || this.#canvas.isEmpty) return;
    const hover = this.#canvas.toPicture(this.#pointed);
    this.#painter.draw({ ...this.#scene, theme: themeColors(this.#place.themeName), hover });
    const at = this.#start && this.#painter.place(this.#start.u, this.#start.v);
    if (this.#start && at) this.#handle?.move(this.#canvas.fromPicture(at), this.#start.name);
  }
}
