/** The graph of a function, with one x that can be moved along it. */

import { BaseChart } from '../../views/charts/base-chart.js';
import { seriesChartOptions, seriesDataset } from '../../views/charts/series-chart.js';
import { paintDot, strokeLine } from '../../views/surface.js';

/** @typedef {import('chart.js').Chart} Chart */
/** @typedef {import('../../views/palette.js').Theme} Theme */
/** @import { Axes, Series } from '../../views/charts/series-chart.js' */

/**
 * @typedef {object} FunctionScene
 * @property {readonly Series[]} series the function, and what is drawn with it; the same as before cost
 *   no layout
 * @property {number} x
 * @property {number[]} values of the series at x
 * @property {number | null} slope of the line that touches the first series at x; null draws none
 */

/** Every whole x has its tick, where there is room. */
const WHOLE_TICKS = { stepSize: 1, maxTicksLimit: 21 };
/** Half the length of the line that touches the function, in CSS pixels. */
const TANGENT_HALF_LENGTH = 48;

/** @extends {BaseChart<'line', FunctionScene>} */
export class FunctionChart extends BaseChart {
  #axes;
  #baseline;
  /** What the chart holds: whose, in which theme, of which series. @type {unknown[]} */
  #drawn = [];

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {object} options
   * @param {Axes} options.axes
   * @param {number} options.baseline where a dashed line is drawn across, besides the one at x = 0
   * @param {Theme} options.theme
   */
  constructor(canvas, { axes, baseline, theme }) {
    super(canvas, 'line', theme, { series: [], x: 0, values: [], slope: null });
    this.#axes = axes;
    this.#baseline = baseline;
  }

  /** @override */
  draw() {
    const { chart, theme, scene } = this;
    const next = [chart, theme, scene.series];
    if (next.every((one, i) => one === this.#drawn[i])) chart?.draw();
    else super.draw();
    this.#drawn = next;
  }

  /**
   * @param {number} pixel from the left, in the picture's own pixels
   * @returns {number} the x drawn there; NaN while there is no picture
   */
  valueAt(pixel) {
    return this.chart?.scales.x.getValueForPixel(pixel) ?? NaN;
  }

  /** @override */
  data() {
    return { datasets: this.scene.series.map((one) => seriesDataset(one, this.#axes, this.theme)) };
  }

  /** @override */
  options() {
    const options = seriesChartOptions(this.#axes, this.theme);
    const x = { ...options.scales?.x, ticks: { ...options.scales?.x?.ticks, ...WHOLE_TICKS } };
    return {
      ...options,
      // Nothing shows up under the pointer: it moves x.
      events: [],
      scales: { ...options.scales, x },
      plugins: { ...options.plugins, tooltip: { enabled: false } },
    };
  }

  /** @override */
  plugins() {
    return [
      {
        id: 'functionMarks',
        beforeDatasetsDraw: (/** @type {Chart} */ chart) => this.#paintLines(chart),
        afterDatasetsDraw: (/** @type {Chart} */ chart) => this.#paintDots(chart),
      },
    ];
  }

  /** @param {Chart} chart */
  #paintLines({ ctx, chartArea, scales }) {
    const { axis, text } = this.theme;
    const { left, right, top, bottom } = chartArea;
    const zero = scales.x.getPixelForValue(0);
    const baseline = scales.y.getPixelForValue(this.#baseline);
    strokeLine(ctx, [left, baseline], [right, baseline], axis, [4, 4]);
    strokeLine(ctx, [zero, top], [zero, bottom], axis, [4, 4]);
    const x = scales.x.getPixelForValue(this.scene.x);
    strokeLine(ctx, [x, top], [x, bottom], text, [], 1.25);
  }

  /** @param {Chart} chart */
  #paintDots(chart) {
    const { ctx, scales, data } = chart;
    const { x, values, slope } = this.scene;
    // While a chart is made it has no lines yet.
    data.datasets.forEach(({ borderColor }, i) => {
      const place = { x: scales.x.getPixelForValue(x), y: scales.y.getPixelForValue(values[i]) };
      if (i === 0 && slope !== null) paintTangent(chart, place, slope, this.theme.text);
      paintDot(ctx, place, String(borderColor), this.theme, 5);
    });
  }
}

/**
 * @param {Chart} chart
 * @param {{ x: number, y: number }} place in pixels, as a unit of x and a unit of y differ in length
 * @param {number} slope
 * @param {string} color
 */
function paintTangent({ ctx, scales: { x, y }, chartArea }, place, slope, color) {
  const unit = (/** @type {import('chart.js').Scale} */ axis) =>
    axis.getPixelForValue(1) - axis.getPixelForValue(0);
  const rise = (slope * unit(y)) / unit(x);
  const run = TANGENT_HALF_LENGTH / Math.hypot(1, rise);
  ctx.save();
  ctx.beginPath();
  ctx.rect(chartArea.left, chartArea.top, chartArea.width, chartArea.height);
  ctx.clip();
  const end = (/** @type {1 | -1} */ side) =>
    /** @type {[number, number]} */ ([place.x + side * run, place.y + side * run * rise]);
  strokeLine(ctx, end(-1), end(1), color, [], 2);
  ctx.restore();
}
