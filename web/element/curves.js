import { ROW_LENGTH, seriesColumns } from '../state/metrics.js';
import { defaultConfig } from '../state/presets.js';
import { problemOf } from '../state/problem.js';
import { CurveChart } from '../views/charts/curve-chart.js';
import { watchCrosshair } from '../views/input.js';
import { FittedCanvas } from '../views/fitted-canvas.js';

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
  #isOfLoss;
  /** What the chart says that it is. @type {import('../state/types.js').Config['loss']} */
  #loss = 'cross_entropy';
  /** @type {{ history: Float64Array } | null} */
  #frame = null;
  /** Whose rows are here. @type {import('../state/history.js').History | undefined} */
  #history;
  /** The last that is here. */
  #epoch = NaN;

  /**
   * @param {Pick<import('../views/picture.js').Picture, 'canvas' | 'stage' | 'describe'>} view
   * @param {'loss' | 'accuracy'} name
   * @param {Theme} theme
   * @param {import('../views/text/picture-words.js').PictureWords} [words]
   */
  constructor(view, name, theme, words) {
    this.#view = view;
    this.#theme = theme;
    this.#isOfLoss = name === 'loss';
    this.#chart = new CurveChart(view.canvas, {
      name,
      columns: seriesColumns(name),
      classes: problemOf(defaultConfig()).classes,
      theme,
      words,
    });
    watchCrosshair(view.canvas, (position) => {
      this.#chart.point(this.#canvas?.toPicture(position)?.x ?? null);
      this.#chart.draw();
    });
  }

  /**
   * Takes in the epochs that are new to it.
   *
   * @param {Pick<import('../state/types.js').Frame, 'history'>} frame the latest
   * @param {import('../state/history.js').History} [history] with all up to it, where some of it may
   *   not have been here
   */
  take(frame, history) {
    if (frame === this.#frame) return;
    this.#frame = frame;
    const isNext = history === this.#history && frame.history[0] === this.#epoch + 1;
    const rows = isNext || !history ? frame.history : history.rows();
    // Epoch 0 comes with a new experiment, and with a reset.
    if (rows[0] === 0) this.#chart.clear();
    this.#chart.append(rows);
    this.#history = history;
    this.#epoch = frame.history[frame.history.length - ROW_LENGTH];
  }

  /**
   * @param {Theme} theme
   * @param {{ config: Pick<import('../state/types.js').Config, 'loss'> }} [scene] otherwise losses are
   *   cross-entropies
   */
  draw(theme, scene) {
    if (this.#isOfLoss && scene && scene.config.loss !== this.#loss) {
      this.#loss = scene.config.loss;
      this.#chart.setLoss(this.#loss);
    }
    if (theme !== this.#theme) this.#chart.setTheme(theme);
    this.#theme = theme;
    this.#canvas ??= new FittedCanvas(this.#view.stage, this.#chart, () => this.#chart.draw());
    if (!this.#canvas.isEmpty) this.#chart.draw();
  }

  describe() {
    this.#view.describe(this.#chart.description);
  }
}
