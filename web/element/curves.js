import { evenGuess, guessOf } from '../state/guess.js';
import { curvesOf, isComparable } from '../state/kept.js';
import { ROW_LENGTH, scoresOf, seriesColumns, toRows } from '../state/metrics.js';
import { parseSchedule } from '../state/schedule.js';
import { CurveBuffer } from '../views/charts/curve-buffer.js';
import { CurveChart } from '../views/charts/curve-chart.js';
import { epochOfKey } from '../views/charts/curve-keys.js';
import { KeptCurves } from '../views/charts/kept-curves.js';
import { watchPointer } from '../views/input.js';
import { watchPlaces } from '../views/places.js';
import { FittedCanvas } from '../views/fitted-canvas.js';

/** @typedef {import('../views/palette.js').Theme} Theme */

/** @typedef {import('../state/lab-state.js').Scene} Scene */
/** @typedef {import('../views/picture.js').Picture} Picture */
/**
 * @typedef {import('../state/kept.js').KeptRun} KeptRun
 *
 * @typedef {Pick<Picture, 'canvas' | 'stage' | 'describe'> & Partial<Picture>
 *   & { say?: (text: string) => void }} View `say` has a text read out
 */

/** Points of a kept run's curve: about one for each pixel of a chart. */
const KEPT_CAPACITY = 400;

/**
 * One training curve in the lab, its values shown where the pointer is, or told where the keys are: of
 * the loss, or of what there is besides, the accuracy or R².
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
  #keptWords;
  #columns;
  #onGoto;
  /** What is marked. */
  #schedule = '';
  /** Whose curves are shown besides. @type {readonly KeptRun[]} */
  #kept = [];
  /** What the chart says that it is, and of which points. @type {ReturnType<typeof kindOf>} */
  #kind = { name: 'cross_entropy', description: null };
  /** The last that has come. @type {Float64Array | null} */
  #rows = null;
  /** Whose rows are here. @type {import('../state/history.js').History | undefined} */
  #history;
  /** The last that is here. */
  #epoch = NaN;
  /** That the keys are at. @type {number | null} */
  #read = null;

  /**
   * @param {View} view
   * @param {'loss' | 'accuracy'} name
   * @param {Theme} theme
   * @param {import('../views/text/whole-words.js').WholeWords} [words]
   * @param {object} [more]
   * @param {Record<import('../views/charts/curve-kind.js').ScoreName, string>} [more.titles] of the picture
   *   of each score
   * @param {Pick<import('./change-words.js').ChangeWords, 'ofChange'>} [more.changeWords] for changes during
   *   the run
   * @param {(run: KeptRun, at: { epoch: number, value: string }) => string} [more.keptWords] where the curve
   *   of a kept run ends, in a sentence
   * @param {(epoch: number, isPassing: boolean) => void} [more.onGoto] pressed, dragged to, or Enter
   */
  constructor(view, name, theme, words, { titles, changeWords, keptWords, onGoto } = {}) {
    this.#view = view;
    this.#titles = titles;
    this.#changeWords = changeWords;
    this.#keptWords = keptWords;
    this.#columns = seriesColumns(name);
    this.#onGoto = onGoto;
    this.#theme = theme;
    this.#isOfLoss = name === 'loss';
    this.#chart = new CurveChart(view.canvas, {
      name,
      columns: this.#columns,
      guess: evenGuess(2),
      theme,
      words,
    });
    watchPointer(view.canvas, (position) =>
      this.#point(this.#canvas?.toPicture(position)?.x ?? null),
    );
    view.canvas.addEventListener('blur', () => this.#point(null));
    if (onGoto) {
      watchPlaces(view.canvas, (position, isPassing) => {
        const x = this.#canvas?.toPicture(position)?.x;
        if (x !== undefined) onGoto(this.#chart.epochAt(x), isPassing);
      });
    }
    view.canvas.addEventListener('keydown', (event) => this.#press(event));
  }

  /** @param {number | null} x null: nowhere */
  #point(x) {
    this.#read = null;
    this.#view.say?.('');
    this.#chart.point(x);
    this.#chart.draw();
  }

  /** @param {KeyboardEvent} event */
  #go(event) {
    if (this.#read === null || !this.#onGoto) return;
    event.preventDefault();
    this.#onGoto(this.#read, false);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape' && this.#read !== null) {
      event.preventDefault();
      this.#point(null);
      return;
    }
    if (event.key === 'Enter') return this.#go(event);
    const epoch = epochOfKey(event, this.#chart.epochs, this.#read);
    if (epoch === null) return;
    event.preventDefault();
    this.#read = epoch;
    const values = this.#chart.read(epoch);
    this.#chart.draw();
    this.#view.say?.(values.join(', '));
  }

  /**
   * Takes in the epochs that are new to it.
   *
   * @param {Pick<import('../state/types.js').Frame, 'history'>} frame the latest
   * @param {import('../state/history.js').History} [history] with all up to it, where some of it may
   *   not have been here
   */
  take(frame, history) {
    if (frame.history === this.#rows) return;
    this.#rows = frame.history;
    const rows = this.#rowsToCome(frame.history, history);
    if (rows.length === 0) return;
    // Epoch 0 comes with a new experiment, and with a reset.
    if (rows[0] === 0) {
      this.#chart.clear();
      // What has been read is of the run before.
      if (this.#read !== null) this.#point(null);
    }
    this.#chart.append(rows);
    this.#history = history;
    this.#epoch = rows[rows.length - ROW_LENGTH];
  }

  /**
   * @param {Float64Array} rows
   * @param {import('../state/history.js').History} [history]
   * @returns {Float64Array} those that are missing here; all, where the first are
   */
  #rowsToCome(rows, history) {
    const isSame = history === this.#history;
    // An epoch that it has been at before brings no more.
    const isKnown = rows.length === 0 && isSame && history?.last === this.#epoch;
    const isNext = isSame && rows[0] === this.#epoch + 1;
    return isKnown || isNext || !history ? rows : history.rows();
  }

  /**
   * @param {Theme} theme
   * @param {Scene} [scene] otherwise there are cross-entropies, and accuracies of two classes
   */
  draw(theme, scene) {
    if (scene) this.#setKind(scene);
    if (scene) this.#setMarks(scene.config.schedule);
    if (scene) this.#setKept(scene);
    if (scene) this.#chart.setPresent(scene.frame.metrics.epoch);
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
  #setKept({ kept, config }) {
    const name = this.#isOfLoss ? 'loss' : this.#kind.name === 'r2' ? 'r2' : 'accuracy';
    const shown = kept.filter((run) => isComparable(run, name, config));
    const isSame = shown.length === this.#kept.length;
    if (isSame && shown.every((run, i) => run === this.#kept[i])) return;
    this.#kept = shown;
    const curves = shown.map((run) => keptCurve(run, this.#columns));
    this.#chart.setKept(new KeptCurves(curves), (format) =>
      shown.map((run, i) => this.#keptWords?.(run, endOf(curves[i], format)) ?? '').join(' '),
    );
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

/**
 * @param {KeptRun} run
 * @param {import('../views/charts/curve-buffer.js').CurveColumns} columns
 * @returns {import('../views/charts/kept-curves.js').KeptCurve} no longer than can be seen
 */
function keptCurve(run, columns) {
  const buffer = new CurveBuffer(columns, KEPT_CAPACITY);
  buffer.append(toRows(curvesOf(run)));
  const { epoch, test } = buffer.points();
  return { letter: run.letter, epoch, value: test };
}

/**
 * @param {import('../views/charts/kept-curves.js').KeptCurve} curve
 * @param {(value: number) => string} format
 */
function endOf({ epoch, value }, format) {
  const end = epoch.length - 1;
  return { epoch: epoch[end], value: format(value[end]) };
}
