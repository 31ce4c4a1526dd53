/** A chart of a few lines that are drawn once and then looked at: loss or error over anything. */

import {
  Chart,
  Legend,
  LineController,
  LineElement,
  LinearScale,
  LogarithmicScale,
  PointElement,
  Tooltip,
} from 'chart.js';
import { seriesChartOptions, seriesDataset } from './series-options.js';

/** @typedef {import('./palette.js').Theme} Theme */

/**
 * @typedef {object} Axis
 * @property {string} title
 * @property {'linear' | 'logarithmic'} type
 * @property {number} [min] on a logarithmic axis also what smaller values are drawn as
 * @property {number} [max]
 *
 * @typedef {object} Axes
 * @property {Axis} x
 * @property {Axis} y
 *
 * @typedef {object} Series
 * @property {string} label
 * @property {'train' | 'test'} color of the palette's series
 * @property {boolean} [dashed]
 * @property {boolean} [dots] single points rather than a line
 * @property {{ x: number, y: number }[]} points ascending in x
 */

Chart.register(
  Legend,
  LineController,
  LineElement,
  LinearScale,
  LogarithmicScale,
  PointElement,
  Tooltip,
);

export class SeriesChart {
  #axes;
  #theme;
  /** @type {readonly Series[]} */
  #series = [];
  /** @type {Chart<'line', { x: number, y: number }[]>} */
  #chart;

  /**
   * @param {HTMLCanvasElement} canvas out of the flow of its container, as Chart.js sets its size
   * @param {{ axes: Axes, theme: Theme }} options
   */
  constructor(canvas, { axes, theme }) {
    this.#axes = axes;
    this.#theme = theme;
    this.#chart = new Chart(canvas, {
      type: 'line',
      data: { datasets: [] },
      options: seriesChartOptions(axes, theme),
    });
  }

  /** @param {readonly Series[]} series the lower first */
  show(series) {
    this.#series = series;
    this.#draw();
  }

  /** @param {Theme} theme */
  setTheme(theme) {
    if (theme === this.#theme) return;
    this.#theme = theme;
    const { devicePixelRatio } = this.#chart.options;
    this.#chart.options = { ...seriesChartOptions(this.#axes, theme), devicePixelRatio };
    this.#draw();
  }

  /**
   * @param {number} width CSS pixels
   * @param {number} height CSS pixels
   * @param {number} dpr device pixels per CSS pixel
   */
  resize(width, height, dpr) {
    this.#chart.options.devicePixelRatio = dpr;
    this.#chart.resize(width, height);
  }

  #draw() {
    this.#chart.data.datasets = this.#series.map((series) =>
      seriesDataset(series, this.#axes, this.#theme),
    );
    this.#chart.update('none');
  }
}
