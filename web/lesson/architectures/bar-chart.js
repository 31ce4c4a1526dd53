/**
 * A chart of shares, 0 to 100 %: a bar for each, with its value above; and what other charts of shares
 * by name have in common with it: columns below, percent at the left, lines to compare with.
 */

import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import { BaseChart, LINE_CHART, axisStyle } from '../../views/charts/base-chart.js';
import { seriesColor } from '../../views/charts/series-chart.js';
import { font, haloText, strokeLine } from '../../views/surface.js';
import { formatShare } from '../parts/numbers.js';

/** @typedef {import('../../views/palette.js').Theme} Theme */

/**
 * @typedef {object} Column
 * @property {string} label
 * @property {string} [detail] on a line below, where there is room
 *
 * @typedef {Column & {
 *   color: import('../../views/charts/series-chart.js').SeriesColor, value: number }} Bar value: 0…1
 *
 * @typedef {object} Reference a level that everything is compared with
 * @property {string} label
 * @property {number} value on the vertical axis
 * @property {number[]} dashes lengths of line and gap
 */

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** CSS pixels that a bar needs to show its value with the sign of percent. */
const SIGN_WIDTH = 64;
/** CSS pixels a column needs to show its detail. */
const DETAIL_WIDTH = 92;
/** Of a chart, in CSS pixels. */
const NARROW = 380;

/** @extends {BaseChart<'bar', { bars: readonly Bar[], references: readonly Reference[] }>} */
export class BarChart extends BaseChart {
  #title;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {{ title: string, theme: Theme }} options title: of the vertical axis
   */
  constructor(canvas, { title, theme }) {
    super(canvas, 'bar', theme, { bars: [], references: [] });
    this.#title = title;
  }

  /** @override */
  data() {
    const { bars } = this.scene;
    return {
      labels: bars.map(({ label }) => label),
      datasets: [
        {
          data: bars.map(({ value }) => value),
          backgroundColor: bars.map(({ color }) => seriesColor(color, this.theme)),
          maxBarThickness: 72,
        },
      ],
    };
  }

  /** @override @returns {import('chart.js').ChartOptions<'bar'>} */
  options() {
    const common = percentChartOptions({ title: this.#title, min: 0, theme: this.theme });
    const x = columnAxis(this.theme, (index, width) =>
      columnName(this.scene.bars[index], width / this.scene.bars.length),
    );
    return {
      ...common,
      parsing: undefined,
      events: [],
      scales: { ...common.scales, x: { ...x, type: 'category' } },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
    };
  }

  /** @override */
  plugins() {
    return [
      referenceLines(this),
      {
        id: 'barValues',
        afterDatasetsDraw: (/** @type {Chart} */ chart) => this.#paintValues(chart),
      },
    ];
  }

  /** @param {Chart} chart */
  #paintValues(chart) {
    const { text: color } = this.theme;
    const style = { font: font(12, 600), color, align: /** @type {const} */ ('center') };
    // The axis has the sign in any case.
    const sign = chart.width / this.scene.bars.length < SIGN_WIDTH ? '' : '%';
    chart.getDatasetMeta(0).data.forEach(({ x, y }, i) => {
      const share = `${(100 * this.scene.bars[i].value).toFixed(1)}${sign}`;
      haloText(chart.ctx, share, x, y - 9, style, this.theme.surface);
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
          callback: (/** @type {string | number} */ value) => formatShare(Number(value), 0),
        },
      },
    },
  };
}

/**
 * @param {Theme} theme
 * @param {(index: number, width: number) => string | string[]} nameOf a column, in a chart of a width
 */
export function columnAxis(theme, nameOf) {
  const { border, ticks } = axisStyle('', theme);
  return {
    border,
    grid: { display: false },
    ticks: {
      ...ticks,
      color: theme.text,
      // Six names have to stand beside each other on a phone.
      font: (/** @type {import('chart.js').ScriptableScaleContext} */ { chart }) => ({
        ...ticks.font,
        size: chart.width < NARROW ? 9 : ticks.font.size,
      }),
      autoSkip: false,
      maxTicksLimit: undefined,
      /**
       * @this {import('chart.js').Scale}
       * @param {string | number} value
       */
      callback(value) {
        return nameOf(Number(value), this.chart.width);
      },
    },
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

/**
 * Lines to compare with, behind the data; of one that lies below the picture, the name and the value.
 *
 * @param {{ theme: Theme, scene: { references: readonly Reference[] } }} picture
 * @returns {import('chart.js').Plugin}
 */
export function referenceLines(picture) {
  return {
    id: 'referenceLines',
    beforeDatasetsDraw({ ctx, chartArea: { left, right }, scales }) {
      const { theme, scene } = picture;
      for (const { value, dashes } of scene.references) {
        if (value < scales.y.min) continue;
        const y = scales.y.getPixelForValue(value);
        strokeLine(ctx, [left, y], [right, y], theme.textMuted, dashes, 1.5);
      }
    },
    afterDatasetsDraw({ ctx, chartArea: { left, bottom }, scales }) {
      const { theme, scene } = picture;
      const style = {
        font: font(11),
        color: theme.textMuted,
        align: /** @type {const} */ ('left'),
      };
      const below = scene.references.filter(({ value }) => value < scales.y.min);
      below.forEach(({ label, value }, i) => {
        const text = `↓ ${label}: ${formatShare(value)}, below`;
        haloText(ctx, text, left + 6, bottom - 10 - 14 * i, style, theme.surface);
      });
    },
  };
}
