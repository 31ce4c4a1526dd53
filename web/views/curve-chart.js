/** A training curve: loss or accuracy over epochs, on the training and on the test set. */

import { Chart, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js';
import { CurveBuffer } from './curve-buffer.js';
import { curveGuides } from './curve-guides.js';
import { SETS, curveKind, curveOptions, seriesStyle } from './curve-options.js';
import { describeCurve } from './curve-description.js';
import { LazyChart } from './lazy-chart.js';
import { ENGLISH_PICTURES } from './picture-words.js';

/** @typedef {import('./palette.js').Theme} Theme */

Chart.register(LinearScale, LineController, LineElement, PointElement, Tooltip);

/** Points of a curve: about one for each pixel of a chart. */
const CAPACITY = 600;

export class CurveChart {
  #kind;
  #name;
  #theme;
  #words;
  #buffer;
  #lazy;
  /** Whether rows have come that are not drawn yet. */
  #isStale = false;

  /**
   * @param {HTMLCanvasElement} canvas out of the flow of its container, as Chart.js sets its size;
   *   call {@link resize} before the first drawing
   * @param {object} options
   * @param {'loss' | 'accuracy'} options.name
   * @param {Theme} options.theme
   * @param {import('./picture-words.js').PictureWords} [options.words]
   */
  constructor(canvas, { name, theme, words = ENGLISH_PICTURES }) {
    this.#name = name;
    this.#kind = curveKind(name, words);
    this.#theme = theme;
    this.#words = words;
    this.#buffer = new CurveBuffer(this.#kind.columns, CAPACITY);
    this.#lazy = new LazyChart(() => this.#create(canvas));
  }

  /**
   * Takes new epochs in; {@link draw} shows them.
   *
   * @param {Float64Array} rows 5 numbers a row: epoch, trainLoss, testLoss, trainAccuracy,
   *   testAccuracy; epochs ascend
   */
  append(rows) {
    if (rows.length === 0) return;
    this.#buffer.append(rows);
    this.#isStale = true;
  }

  clear() {
    this.#buffer.clear();
    this.#isStale = true;
  }

  /**
   * Draws what has come since the last time; costs nothing if nothing has. Otherwise it costs about
   * 2 ms, most of which Chart.js spends on layout whatever the number of points: ten times a second
   * is enough for a curve.
   */
  draw() {
    if (!this.#isStale || !this.#lazy.hasPlace) return;
    this.#isStale = false;
    const points = this.#buffer.points();
    const { chart } = this.#lazy;
    chart.data.datasets.forEach((dataset, index) => {
      dataset.data = plotPoints(points.epoch, points[SETS[index]]);
    });
    chart.update('none');
  }

  /** @param {Theme} theme */
  setTheme(theme) {
    this.#theme = theme;
    if (!this.#lazy.exists) return;
    this.#lazy.setOptions(curveOptions(this.#kind, theme, this.#words));
    const { chart } = this.#lazy;
    chart.data.datasets.forEach((dataset, index) => {
      Object.assign(dataset, seriesStyle(SETS[index], theme, this.#words));
    });
    chart.update('none');
  }

  /**
   * @param {number} width CSS pixels
   * @param {number} height CSS pixels
   * @param {number} [dpr] device pixels per CSS pixel
   */
  resize(width, height, dpr = 1) {
    this.#lazy.resize(width, height, dpr);
  }

  /** The curve in words, for those who do not see it. */
  get description() {
    return describeCurve(this.#name, this.#buffer.points(), this.#words);
  }

  /** Frees what Chart.js holds, until the next {@link resize}. */
  release() {
    this.#lazy.release();
    this.#isStale = true;
  }

  /**
   * @param {HTMLCanvasElement} canvas
   * @returns {import('./lazy-chart.js').LineChart}
   */
  #create(canvas) {
    const theme = this.#theme;
    const words = this.#words;
    return new Chart(canvas, {
      type: 'line',
      data: {
        // Lines may be cut a little outside of the plot, so that 0 and 100 % show in full thickness.
        datasets: SETS.map((set) => ({ ...seriesStyle(set, theme, words), data: [], clip: 4 })),
      },
      options: curveOptions(this.#kind, theme, words),
      plugins: [
        curveGuides(() => ({ theme: this.#theme, reference: this.#kind.reference, words })),
      ],
    });
  }
}

/**
 * @param {number[]} epochs
 * @param {number[]} values not finite ones leave a gap
 */
function plotPoints(epochs, values) {
  return epochs.map((x, index) => ({ x, y: Number.isFinite(values[index]) ? values[index] : NaN }));
}
