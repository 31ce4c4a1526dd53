/** What the pictures that Chart.js draws have in common: how long they live, and their look in a theme. */

import { Chart } from 'chart.js';
import { FONT_FAMILY } from '../surface.js';

/** @typedef {import('../palette.js').Theme} Theme */

const NOWHERE = { width: 0, height: 0, dpr: 1 };

/** Chart.js takes the font of the page's defaults wherever none is named. */
export const TEXT_FONT = { family: FONT_FAMILY, size: 12 };
const TICK_FONT = { family: FONT_FAMILY, size: 11 };

/** Options of a chart of lines, less what is its own: axes, legend, tooltip. */
export const LINE_CHART = {
  // The caller resizes: no ResizeObserver of the chart's own, nothing left when it is destroyed.
  responsive: false,
  // The size is the caller's whole choice; the library would keep its width to twice its height.
  maintainAspectRatio: false,
  animation: /** @type {const} */ (false),
  parsing: /** @type {const} */ (false),
  normalized: true,
  interaction: {
    mode: /** @type {const} */ ('index'),
    axis: /** @type {const} */ ('x'),
    intersect: false,
  },
};

/**
 * A Chart.js chart that exists only while it is looked at: the library holds on to every chart, and
 * with it to its canvas and the page around that, until the chart is destroyed.
 *
 * Each kind says what its options and its data are; some paint besides.
 *
 * @template {import('chart.js').ChartType} Type
 * @template Scene what it shows
 */
export class BaseChart {
  #canvas;
  #type;
  /** @type {Chart<Type> | null} */
  #chart = null;
  #size = NOWHERE;

  /**
   * @param {HTMLCanvasElement} canvas out of the flow of its container, as Chart.js sets its size
   * @param {Type} type
   * @param {Theme} theme
   * @param {Scene} scene to begin with
   */
  constructor(canvas, type, theme, scene) {
    this.#canvas = canvas;
    this.#type = type;
    this.theme = theme;
    this.scene = scene;
  }

  /**
   * The chart, made if it is not there; null where there is no place to draw on.
   *
   * @returns {Chart<Type> | null}
   */
  get chart() {
    const { width, height } = this.#size;
    if (width === 0 || height === 0) return null;
    if (!this.#chart) {
      /** @type {import('chart.js').ChartConfiguration<Type>} */
      const configuration = {
        type: this.#type,
        data: { datasets: [] },
        options: this.options(),
        plugins: this.plugins(),
      };
      this.#chart = new Chart(this.#canvas, configuration);
      this.#fit(this.#chart);
    }
    return this.#chart;
  }

  /** In CSS pixels. */
  get size() {
    return this.#size;
  }

  /** @param {Scene} scene */
  show(scene) {
    this.scene = scene;
    this.draw();
  }

  /** @param {Theme} theme */
  setTheme(theme) {
    if (theme === this.theme) return;
    this.theme = theme;
    if (!this.#chart) return;
    this.applyOptions();
    this.draw();
  }

  /**
   * @param {number} width CSS pixels
   * @param {number} height CSS pixels
   * @param {number} dpr device pixels per CSS pixel
   */
  resize(width, height, dpr) {
    this.#size = { width, height, dpr };
    if (this.#chart) this.#fit(this.#chart);
  }

  draw() {
    const { chart } = this;
    if (!chart) return;
    Object.assign(chart.data, this.data());
    chart.update('none');
  }

  /** Frees what Chart.js holds, until the next {@link resize}. */
  release() {
    this.#size = NOWHERE;
    this.#chart?.destroy();
    this.#chart = null;
  }

  /** Takes the options anew, all but the pixel ratio, which stays. */
  applyOptions() {
    if (!this.#chart) return;
    this.#chart.options = { ...this.options(), devicePixelRatio: this.#size.dpr };
  }

  /**
   * @abstract
   * @protected
   * @returns {import('chart.js').ChartOptions<Type>} for the theme
   */
  options() {
    throw new Error('Each kind of chart has its options.');
  }

  /**
   * @abstract
   * @protected
   * @returns {Partial<import('chart.js').ChartData<Type>>} of the scene
   */
  data() {
    throw new Error('Each kind of chart has its data.');
  }

  /**
   * @protected
   * @returns {import('chart.js').Plugin<Type>[]} what it paints besides
   */
  plugins() {
    return [];
  }

  /** @param {Chart<Type>} chart */
  #fit(chart) {
    Object.assign(/** @type {object} */ (chart.options), { devicePixelRatio: this.#size.dpr });
    chart.resize(this.#size.width, this.#size.height);
  }
}

/**
 * @param {string} title
 * @param {Theme} theme
 */
export function axisStyle(title, theme) {
  return {
    title: {
      display: true,
      text: title,
      color: theme.text,
      font: { ...TEXT_FONT, weight: /** @type {const} */ (500) },
    },
    border: { color: theme.axis },
    grid: { color: theme.grid, tickColor: theme.axis, tickLength: 5 },
    ticks: { color: theme.textMuted, font: TICK_FONT, maxRotation: 0, maxTicksLimit: 7 },
  };
}

/** @param {Theme} theme */
export function tooltipStyle(theme) {
  return {
    backgroundColor: theme.tooltip.background,
    borderColor: theme.tooltip.border,
    borderWidth: 1,
    titleColor: theme.tooltip.text,
    titleFont: { ...TEXT_FONT, weight: /** @type {const} */ ('bold') },
    bodyColor: theme.tooltip.text,
    bodyFont: TEXT_FONT,
    padding: 9,
    caretSize: 0,
    caretPadding: 10,
  };
}
