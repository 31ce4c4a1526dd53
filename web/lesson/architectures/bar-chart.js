/**
 * A chart of shares, 0 to 100 %: a bar for each, with its value above; and what other charts of shares
 * by name have in common with it: columns below, percent at the left.
 */

import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import { referenceLines } from './chart-overlay.js';
import { LINE_CHART, axisStyle } from '../../views/charts/chart-style.js';
import { LazyChart } from '../../views/charts/lazy-chart.js';
import { formatPercent } from '../../views/scale.js';
import { seriesColor } from '../../views/charts/series-options.js';
import { font, haloText } from '../../views/surface.js';

/** @typedef {import('../../views/palette.js').Theme} Theme */
/** @typedef {import('./chart-overlay.js').Reference} Reference */

/**
 * @typedef {object} Column
 * @property {string} label
 * @property {string} [detail] on a line below, where there is room
 *
 * @typedef {Column & {
 *   color: import('../../views/charts/series-chart.js').SeriesColor, value: number }} Bar value: 0…1
 */

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** CSS pixels that a bar needs to show its value with the sign of percent. */
const SIGN_WIDTH = 64;
/** CSS pixels a column needs to show its detail. */
const DETAIL_WIDTH = 92;

export class BarChart {
  #title;
  #theme;
  /** @type {readonly Bar[]} */
  #bars = [];
  /** @type {readonly Reference[]} */
  #references = [];
  /** @type {LazyChart<Chart<'bar'>>} */
  #lazy;

  /**
   * @param {HTMLCanvasElement} canvas out of the flow of its container, as Chart.js sets its size
   * @param {{ title: string, theme: Theme }} options title: of the vertical axis
   */
  constructor(canvas, { title, theme }) {
    this.#title = title;
    this.#theme = theme;
    this.#lazy = new LazyChart(() => this.#create(canvas));
  }

  /**
   * @param {readonly Bar[]} bars
   * @param {readonly Reference[]} [references]
   */
  show(bars, references = []) {
    this.#bars = bars;
    this.#references = references;
    this.draw();
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
    chart.data.labels = this.#bars.map(({ label }) => label);
    chart.data.datasets = [
      {
        data: this.#bars.map(({ value }) => value),
        backgroundColor: this.#bars.map(({ color }) => seriesColor(color, this.#theme)),
        maxBarThickness: 72,
      },
    ];
    chart.update('none');
  }

  /** Frees what Chart.js holds, until the next {@link resize}. */
  release() {
    this.#lazy.release();
  }

  /**
   * @param {HTMLCanvasElement} canvas
   * @returns {Chart<'bar'>}
   */
  #create(canvas) {
    return new Chart(canvas, {
      type: 'bar',
      data: { datasets: [] },
      options: this.#options(),
      plugins: [
        referenceLines(() => ({ theme: this.#theme, references: this.#references })),
        { id: 'barValues', afterDatasetsDraw: (chart) => this.#paintValues(chart) },
      ],
    });
  }

  /** @returns {import('chart.js').ChartOptions<'bar'>} */
  #options() {
    const common = percentChartOptions({ title: this.#title, min: 0, theme: this.#theme });
    const columns = columnAxisStyle(this.#theme);
    const nameOf = (/** @type {number} */ index, /** @type {number} */ width) =>
      columnName(this.#bars[index], width / this.#bars.length);
    return {
      ...common,
      parsing: undefined,
      events: [],
      scales: {
        ...common.scales,
        x: {
          ...columns,
          type: 'category',
          ticks: {
            ...columns.ticks,
            callback(value) {
              return nameOf(Number(value), this.chart.width);
            },
          },
        },
      },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
    };
  }

  /** @param {Chart} chart */
  #paintValues(chart) {
    const style = {
      font: font(12, 600),
      color: this.#theme.text,
      align: /** @type {const} */ ('center'),
    };
    // The axis has the sign in any case.
    const sign = chart.width / this.#bars.length < SIGN_WIDTH ? '' : '%';
    chart.getDatasetMeta(0).data.forEach(({ x, y }, i) => {
      haloText(
        chart.ctx,
        `${(100 * this.#bars[i].value).toFixed(1)}${sign}`,
        x,
        y - 9,
        style,
        this.#theme,
      );
    });
  }
}

/**
 * @param {object} options
 * @param {string} options.title of the vertical axis
 * @param {number} options.min of the vertical axis, 0…1
 * @param {Theme} options.theme
 */
export function percentChartOptions({ title, min, theme }) {
  const style = axisStyle(title, theme);
  return {
    ...LINE_CHART,
    // Room for what is written above a bar of 100 %.
    layout: { padding: { top: 20 } },
    scales: {
      y: {
        ...style,
        type: /** @type {const} */ ('linear'),
        min,
        max: 1,
        ticks: {
          ...style.ticks,
          stepSize: 0.1,
          callback: (/** @type {string | number} */ value) => formatPercent(Number(value), 0),
        },
      },
    },
  };
}

/**
 * @param {Theme} theme
 */
export function columnAxisStyle(theme) {
  const { border, ticks } = axisStyle('', theme);
  return {
    border,
    grid: { display: false },
    ticks: { ...ticks, color: theme.text, autoSkip: false, maxTicksLimit: undefined },
  };
}

/**
 * @param {Column | undefined} column
 * @param {number} width CSS pixels that it has
 * @returns {string | string[]} the lines of its name
 */
export function columnName(column, width) {
  if (!column) return '';
  const { label, detail } = column;
  return detail && width >= DETAIL_WIDTH ? [label, detail] : label;
}
