import { seriesColumns } from '../state/metrics.js';
import { CurveChart } from '../views/curve-chart.js';
import { watchCrosshair } from './crosshair.js';
import { FittedCanvas } from './fitted-canvas.js';

/** @typedef {import('../views/palette.js').Theme} Theme */

/**
 * One training curve in the lab, its values shown where the pointer is.
 */
export class CurvePicture {
  #view;
  #chart;
  /** From the first drawing on. @type {FittedCanvas | null} */
  #canvas = null;
  #theme;
  /** @type {{ history: Float64Array } | null} */
  #frame = null;

  /**
   * @param {Pick<import('./lab-view.js').LabView['loss'], 'canvas' | 'stage' | 'describe'>} view
   * @param {'loss' | 'accuracy'} name
   * @param {Theme} theme
   * @param {import('../views/picture-words.js').PictureWords} [words]
   */
  constructor(view, name, theme, words) {
    this.#view = view;
    this.#theme = theme;
    this.#chart = new CurveChart(view.canvas, {
      name,
      columns: seriesColumns(name),
      theme,
      words,
    });
    watchCrosshair(view.canvas, (position) => {
      this.#chart.point(this.#canvas?.toPicture(position)?.x ?? null);
      this.#chart.draw();
    });
  }

  /**
   * Takes in a frame's epochs; called with every frame, each once or more often.
   *
   * @param {Pick<import('../state/types.js').Frame, 'history'>} frame
   * @param {Float64Array} [rows] all up to it, where the former frames have not been here
   */
  take(frame, rows = frame.history) {
    if (frame === this.#frame) return;
    this.#frame = frame;
    // Epoch 0 comes with a new experiment, and with a reset.
    if (rows[0] === 0) this.#chart.clear();
    this.#chart.append(rows);
  }

  /** @param {Theme} theme */
  draw(theme) {
    if (theme !== this.#theme) this.#chart.setTheme(theme);
    this.#theme = theme;
    this.#canvas ??= new FittedCanvas(this.#view.stage, this.#chart, () => this.#chart.draw());
    if (!this.#canvas.isEmpty) this.#chart.draw();
  }

  describe() {
    this.#view.describe(this.#chart.description);
  }
}
