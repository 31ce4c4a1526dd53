import { evenGuess, guessOf } from '../state/guess.js';
import { ROW_LENGTH, scoresOf, seriesColumns } from '../state/metrics.js';
import { parseSchedule } from '../state/schedule.js';
import { CurveChart } from '../views/charts/curve-chart.js';
import { watchCrosshair } from '../views/input.js';
import { FittedCanvas } from '../views/fitted-canvas.js';

/** @typedef {import('../views/palette.js').Theme} Theme */

/** @typedef {import('../state/lab-state.js').Scene} Scene */
/** @typedef {import('../views/picture.js').Picture} Picture */
/** @typedef {Pick<Picture, 'canvas' | 'stage' | 'describe'> & Partial<Picture>} View */

/**
 * One training curve in the lab, its values shown where the pointer is: of the loss, or of what there is
 * besides, the accuracy or R².
 */
export class CurvePicture {
  #view;
  #chart;
  /** From the first drawing on. @type {FittedCanvas | null} */
  #canvas = null;
  #theme;
  #isOfLoss;
  #titles;
  #changeWords;
  /** What is marked. */
  #schedule = '';
  /** What the chart says that it is, and of which points. @type {ReturnType<typeof kindOf>} */
  #kind = { name: 'cross_entropy', description: null };
  /** @type {{ history: Float64Array } | null} */
  #frame = null;
  /** Whose rows are here. @type {import('../state/history.js').History | undefined} */
  #history;
  /** The last that is here. */
  #epoch = NaN;

  /**
   * @param {View} view
   * @param {'loss' | 'accuracy'} name
   * @param {Theme} theme
   * @param {import('../views/text/picture-words.js').PictureWords} [words]
   * @param {object} [more]
   * @param {Record<import('../views/charts/curve-kind.js').ScoreName, string>} [more.titles] of the picture
   *   of each score
   * @param {Pick<import('./change-words.js').ChangeWords, 'ofChange'>} [more.changeWords] for changes during
   *   the run
   */
  constructor(view, name, theme, words, { titles, changeWords } = {}) {
    this.#view = view;
    this.#titles = titles;
    this.#changeWords = changeWords;
    this.#theme = theme;
    this.#isOfLoss = name === 'loss';
    this.#chart = new CurveChart(view.canvas, {
      name,
      columns: seriesColumns(name),
      guess: evenGuess(2),
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
   * @param {Scene} [scene] otherwise there are cross-entropies, and accuracies of two classes
   */
  draw(theme, scene) {
    if (scene) this.#setKind(scene);
    if (scene) this.#setMarks(scene.config.schedule);
    if (theme !== this.#theme) this.#chart.setTheme(theme);
    this.#theme = theme;
    this.#canvas ??= new FittedCanvas(this.#view.stage, this.#chart, () => this.#chart.draw());
    if (!this.#canvas.isEmpty) this.#chart.draw();
  }

  describe() {
    this.#view.describe(this.#chart.description);
  }

  /** @param {string} schedule */
  #setMarks(schedule) {
    if (schedule === this.#schedule) return;
    this.#schedule = schedule;
    const marks = parseSchedule(schedule).map((change) => ({
      epoch: change.epoch,
      text: this.#changeWords?.ofChange(change) ?? '',
    }));
    this.#chart.setMarks(marks);
  }

  /** @param {Scene} scene */
  #setKind(scene) {
    const kind = kindOf(scene, this.#isOfLoss);
    const { name, description } = this.#kind;
    if (kind.name === name && kind.description === description) return;
    this.#kind = kind;
    this.#chart.setKind(kind.name, guessOf(scene.description));
    if (kind.name === 'r2' || kind.name === 'accuracy') {
      const title = this.#titles?.[kind.name];
      if (title) this.#view.rename?.(title);
    }
  }
}

/**
 * @param {Scene} scene
 * @param {boolean} isOfLoss
 * @returns {{ name: import('../views/charts/curve-kind.js').LossName
 *   | import('../views/charts/curve-kind.js').ScoreName, description: Scene['description'] | null }}
 */
function kindOf({ config, description, frame }, isOfLoss) {
  return { name: isOfLoss ? config.loss : scoresOf(frame.metrics).name, description };
}
