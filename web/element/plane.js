import { BoundaryCanvas } from '../views/boundary-canvas.js';
import { describeBoundary, describePoints } from '../views/boundary-description.js';
import { describeProbe } from '../views/boundary-probe.js';
import { setText } from '../views/dom.js';
import { watchCrosshair } from './crosshair.js';
import { FittedCanvas } from './fitted-canvas.js';

/** @typedef {import('./pictures.js').Scene} Scene */
/** @typedef {import('../views/palette.js').Theme} Theme */
/** @typedef {import('../state/types.js').Points} Points */

/** While points are drawn, they are all there is to see. */
const DRAWING = /** @type {const} */ ({
  test: { x1: new Float64Array(), x2: new Float64Array(), y: new Uint8Array() },
  points: 'train',
  grid: null,
  hasBar: true,
});

/**
 * @typedef {object} Place that somebody has pressed
 * @property {{ x1: number, x2: number }} position
 * @property {[number, number, number, number]} bounds of the picture
 */

/**
 * The decision boundary with all that belongs to it: crosshair, readout, legend, description.
 */
export class PlanePicture {
  #view;
  #words;
  #hints;
  #painter;
  #canvas;
  /** @type {import('./fitted-canvas.js').Position | null} */
  #pointed = null;
  /** @type {Theme | null} */
  #legendTheme = null;
  /** Points that are being drawn. @type {Points | null} */
  #drawn = null;
  /** @type {Scene | null} */
  #scene = null;
  /** Called when somebody presses a place of the plane. @type {(place: Place) => void} */
  onPress = () => {};

  /**
   * @param {import('./lab-view.js').LabView['boundary']} view
   * @param {import('../views/picture-words.js').PictureWords} words
   * @param {{ readout: string, drawing: string }} hints shown while nothing is pointed at
   * @param {() => void} onChange called when it must be drawn again
   */
  constructor(view, words, hints, onChange) {
    this.#view = view;
    this.#words = words;
    this.#hints = hints;
    this.#painter = new BoundaryCanvas(view.canvas, { words });
    this.#canvas = new FittedCanvas(view.stage, this.#painter, onChange);
    watchCrosshair(
      view.canvas,
      (position, by) => {
        this.#pointed = position;
        // Who points with the mouse sees it; read out with every movement, it would be a torrent.
        view.readout.setAttribute('aria-live', by === 'keyboard' ? 'polite' : 'off');
        onChange();
      },
      (position) => this.#press(position),
    );
  }

  /** @param {Points | null} points that are being drawn; null when none are */
  showDrawn(points) {
    this.#drawn = points;
  }

  /**
   * @param {Scene} scene
   * @param {Theme} theme
   */
  draw(scene, theme) {
    const { frame, description, config } = scene;
    this.#scene = scene;
    if (this.#legendTheme !== theme) this.#view.legend.draw(theme);
    this.#legendTheme = theme;
    if (this.#canvas.isEmpty) return;
    const hover = this.#canvas.toPicture(this.#pointed);
    this.#painter.draw({
      ...description,
      grid: frame.grid,
      resolution: frame.resolution,
      points: config.points,
      theme,
      hover,
      ...(this.#drawn && { ...DRAWING, train: this.#drawn }),
    });
    const probe = hover && this.#painter.pick(hover.x, hover.y);
    const hint = this.#drawn ? this.#hints.drawing : this.#hints.readout;
    setText(this.#view.readout, probe ? describeProbe(probe, this.#words).join(' · ') : hint);
  }

  /** @param {Scene} scene */
  describe({ frame }) {
    const drawn = this.#drawn && { ...DRAWING, train: this.#drawn };
    const words = this.#words;
    this.#view.describe(drawn ? describePoints(drawn, words) : describeBoundary(frame, words));
  }

  /** @param {import('./fitted-canvas.js').Position} position */
  #press(position) {
    const { x, y } = /** @type {{ x: number, y: number }} */ (this.#canvas.toPicture(position));
    const place = this.#painter.pick(x, y);
    if (!place || !this.#scene) return;
    const { x1, x2 } = place;
    this.onPress({ position: { x1, x2 }, bounds: this.#scene.description.bounds });
  }
}
