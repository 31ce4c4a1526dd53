import { BoundaryCanvas } from '../views/boundary-canvas.js';
import { describeBoundary } from '../views/boundary-description.js';
import { describeProbe } from '../views/boundary-probe.js';
import { setText } from '../views/dom.js';
import { watchCrosshair } from './crosshair.js';
import { FittedCanvas } from './fitted-canvas.js';

/** @typedef {import('./pictures.js').Scene} Scene */
/** @typedef {import('../views/palette.js').Theme} Theme */

/**
 * The decision boundary with all that belongs to it: crosshair, readout, legend, description.
 */
export class PlanePicture {
  #view;
  #hint;
  #painter;
  #canvas;
  /** @type {import('./fitted-canvas.js').Position | null} */
  #pointed = null;
  /** @type {Theme | null} */
  #legendTheme = null;

  /**
   * @param {import('./lab-view.js').LabView['boundary']} view
   * @param {string} hint shown while nothing is pointed at
   * @param {() => void} onChange called when it must be drawn again
   */
  constructor(view, hint, onChange) {
    this.#view = view;
    this.#hint = hint;
    this.#painter = new BoundaryCanvas(view.canvas);
    this.#canvas = new FittedCanvas(view.stage, this.#painter, onChange);
    watchCrosshair(view.canvas, (position, by) => {
      this.#pointed = position;
      // Who points with the mouse sees it; read out with every movement, it would be a torrent.
      view.readout.setAttribute('aria-live', by === 'keyboard' ? 'polite' : 'off');
      onChange();
    });
  }

  /**
   * @param {Scene} scene
   * @param {Theme} theme
   */
  draw({ frame, description, config }, theme) {
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
    });
    const probe = hover && this.#painter.pick(hover.x, hover.y);
    setText(this.#view.readout, probe ? describeProbe(probe).join(' · ') : this.#hint);
  }

  /** @param {Scene} scene */
  describe({ frame }) {
    this.#view.describe(describeBoundary(frame));
  }
}
