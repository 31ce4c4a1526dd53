import { FittedCanvas } from '../../element/fitted-canvas.js';
import { BoundaryCanvas } from '../../views/boundary-canvas.js';
import { describeBoundary } from '../../views/boundary-description.js';
import { figure } from '../../views/figure.js';
import { themeColors } from '../../views/palette.js';
import { firstInTurn } from './in-turn.js';

/** @typedef {import('./plane.js').PlaneScene} PlaneScene */

/**
 * The boundary as one of several small pictures, to be compared at a glance: without colour bar and
 * crosshair.
 */
export class SmallPlane {
  #place;
  #figure;
  #painter;
  /** @type {PlaneScene | null} */
  #scene = null;

  /**
   * @param {import('../place.js').Place} place
   * @param {object} options
   * @param {string} options.id unique in the widget
   * @param {string} options.title also the image's name
   */
  constructor(place, { id, title }) {
    this.#place = place;
    this.#figure = figure({ id, title });
    this.#figure.element.classList.add('small-plane');
    this.#painter = new BoundaryCanvas(this.#figure.canvas, { isSlim: true });
    new FittedCanvas(
      this.#figure.stage,
      this.#painter,
      firstInTurn(() => this.#draw()),
    );
    place.onTheme(() => this.#draw());
  }

  get element() {
    return this.#figure.element;
  }

  /** @param {PlaneScene} scene */
  show(scene) {
    this.#scene = scene;
    this.#draw();
  }

  /** Brings the description in words up to date: not with every frame, it costs as much as one. */
  describe() {
    if (!this.#scene?.grid) return;
    const { grid, resolution = 0, metrics } = this.#scene;
    this.#figure.describe(describeBoundary({ grid, resolution, metrics }));
  }

  #draw() {
    if (!this.#scene) return;
    this.#painter.draw({ ...this.#scene, theme: themeColors(this.#place.themeName) });
  }
}
