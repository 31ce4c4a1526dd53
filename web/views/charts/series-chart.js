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
import { LazyChart } from './lazy-chart.js';
import { ENGLISH_PICTURES } from '../text/picture-words.js';
import { seriesChartOptions, seriesDataset } from './series-options.js';

/** @typedef {import('../palette.js').Theme} Theme */
/** @typedef {import('./series-options.js').Axes} Axes */
/** @typedef {import('./series-options.js').Axis} Axis */
/** @typedef {import('./series-options.js').Series} Series */
/** @typedef {import('./series-options.js').SeriesColor} SeriesColor */

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
  #hasLegend;
  #formats;
  #theme;
  /** @type {readonly Series[]} */
  #series = [];
  #lazy;

  /**
   * @param {HTMLCanvasElement} canvas out of the flow of its container, as Chart.js sets its size
   * @param {object} options
   * @param {Axes} options.axes
   * @param {Theme} options.theme
   * @param {boolean} [options.hasLegend]
   * @param {import('../text/formats.js').Formats} [options.formats]
   */
  constructor(canvas, { axes, theme, hasLegend = true, formats = ENGLISH_PICTURES.formats }) {
    this.#axes = axes;
    this.#hasLegend = hasLegend;
    this.#formats = formats;
    this.#theme = theme;
    this.#lazy = new LazyChart(
      () =>
        new Chart(canvas, {
          type: 'line',
          data: { datasets: [] },
          options: this.#options(),
        }),
    );
  }

  /** @param {readonly Series[]} series the lower first */
  show(series) {
    this.#series = series;
    this.draw();
  }

  /** @param {Axes} axes from the next {@link show} on */
  setAxes(axes) {
    this.#axes = axes;
    if (this.#lazy.exists) this.#lazy.setOptions(this.#options());
  }

  /** @param {Theme} theme */
  setTheme(theme) {
    if (theme === this.#theme) return;
    this.#theme = theme;
    if (!this.#lazy.exists) return;
    this.#lazy.setOptions(this.#options());
    this.draw();
  }

  /**
   * @param {number} width CSS pixels
   * @param {number} height CSS pixels
   * @param {number} dpr device pixels per CSS pixel
   */
  resize(width, height, dpr) {
    this.#lazy.resize(width, height, dpr);
  }

  draw() {
    if (!this.#lazy.hasPlace) return;
    const { chart } = this.#lazy;
    chart.data.datasets = this.#series.map((series) =>
      seriesDataset(series, this.#axes, this.#theme),
    );
    chart.update('none');
  }

  /** Frees what Chart.js holds, until the next {@link resize}. */
  release() {
    this.#lazy.release();
  }

  #options() {
    return seriesChartOptions(this.#axes, this.#theme, {
      hasLegend: this.#hasLegend,
      formats: this.#formats,
    });
  }
}
