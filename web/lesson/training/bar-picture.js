import { FittedCanvas } from '../../element/fitted-canvas.js';
import { h, setText } from '../../views/dom.js';
import { LossBars } from '../../views/loss-bars.js';
import { fixed } from '../../views/math.js';
import { themeColors } from '../../views/palette.js';
import { picture } from '../../views/picture.js';
import { pointerPosition } from '../../views/pointer.js';

/** @typedef {Omit<import('../../views/loss-bars.js').LossBarsPicture, 'theme'>} BarScene */

/**
 * The bars at the size of their place.
 */
export class BarPicture {
  #note = h('p', { class: 'readout' });
  #view = picture({
    id: 'bars',
    title: 'The loss of every training sample',
    footer: [this.#note],
  });
  #painter = new LossBars(this.#view.canvas);
  #canvas;
  #place;
  /** @type {BarScene | null} */
  #scene = null;
  #handle = 0;

  /**
   * @param {import('../place.js').Place} place
   * @param {(position: number) => void} onPick called with the place of a bar in the order
   */
  constructor(place, onPick) {
    this.#place = place;
    this.#canvas = new FittedCanvas(this.#view.stage, this.#painter, () => this.#request());
    const pick = (/** @type {MouseEvent} */ event) => {
      const at = this.#canvas.toPicture(pointerPosition(event));
      const position = at && this.#painter.pick(at.x);
      if (position !== null) onPick(position);
    };
    this.#view.canvas.addEventListener('click', pick);
    this.#view.canvas.addEventListener('pointermove', (event) => {
      if (event.buttons > 0) pick(event);
    });
    place.onTheme(() => this.#request());
  }

  get element() {
    return this.#view.element;
  }

  /** @param {BarScene} scene */
  show(scene) {
    this.#scene = scene;
    setText(
      this.#note,
      `Solid line: the mean, ${fixed(scene.mean, 4)}. Dotted line: ln 2, what an undecided prediction costs; bars beyond it are on the wrong side.`,
    );
    this.#request();
  }

  /** @param {string} text */
  describe(text) {
    this.#view.describe(text);
  }

  #request() {
    if (this.#handle > 0) return;
    this.#handle = requestAnimationFrame(() => {
      this.#handle = 0;
      if (!this.#scene || this.#canvas.isEmpty) return;
      this.#painter.draw({ ...this.#scene, theme: themeColors(this.#place.themeName) });
    });
  }
}
