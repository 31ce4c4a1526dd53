import { CurvePicture } from '../../element/curves.js';
import { Throttle } from '../../element/throttle.js';
import { figure } from '../../views/figure.js';
import { themeColors } from '../../views/palette.js';

/** Curves change little from frame to frame, and cost more than other pictures. */
const INTERVAL_MS = 100;

/**
 * The lab's loss or accuracy curve of one training.
 */
export class Curve {
  #figure;
  #picture;
  #drawing;

  /**
   * @param {import('../place.js').Place} place
   * @param {object} options
   * @param {string} options.id unique in the widget
   * @param {string} options.title also the image's name
   * @param {'loss' | 'accuracy'} options.name
   */
  constructor(place, { id, title, name }) {
    this.#figure = figure({ id, title });
    this.#picture = new CurvePicture(this.#figure, name, themeColors(place.themeName));
    const draw = () => this.#picture.draw(themeColors(place.themeName));
    this.#drawing = new Throttle(() => INTERVAL_MS, draw);
    place.onTheme(draw);
    draw();
  }

  get element() {
    return this.#figure.element;
  }

  /** @param {Float64Array} rows new epochs, as step() gives them; epoch 0 begins the curve anew */
  append(rows) {
    this.#picture.take({ history: rows });
    this.#drawing.call();
  }

  /** Brings the description in words up to date. */
  describe() {
    this.#picture.describe();
  }
}
