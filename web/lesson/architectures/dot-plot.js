/** A chart of many shares by name: a dot for each, and a box for the middle half of a column. */

import { Chart, LinearScale, PointElement, ScatterController, Tooltip } from 'chart.js';
import { BaseChart, tooltipStyle } from '../../views/charts/base-chart.js';
import { seriesColor } from '../../views/charts/series-chart.js';
import { withAlpha } from '../../views/palette.js';
import { font, haloText, strokeLine } from '../../views/surface.js';
import { formatShare } from '../parts/numbers.js';
import { columnAxis, columnName, percentChartOptions, referenceLines } from './bar-chart.js';

/** @typedef {import('../../views/palette.js').Theme} Theme */
/** @typedef {import('./bar-chart.js').Reference} Reference */

/**
 * @typedef {import('./bar-chart.js').Column & {
 *   color: import('../../views/charts/series-chart.js').SeriesColor, values: readonly number[],
 *   spread: { lower: number, median: number, upper: number } | null }} DotColumn values: 0…1; spread:
 *   median and quartiles
 *
 * @typedef {object} DotScene
 * @property {readonly DotColumn[]} columns
 * @property {number} min where the vertical axis starts, 0…1
 * @property {readonly Reference[]} references
 * @property {{ size: number, label: string } | null} ruler a difference to compare others with, drawn
 *   to scale
 */

Chart.register(LinearScale, PointElement, ScatterController, Tooltip);

const RADIUS = 3.5;
/** CSS pixels that the vertical axis takes, about. */
const AXIS_WIDTH = 64;
/** Shares of a column: the dots at most, the box. */
const DOTS_WIDTH = 0.74;
const BOX_WIDTH = 0.84;
/** Where the ruler stands: its share of the vertical axis, and CSS pixels from the right. */
const RULER = { height: 0.35, right: 12 };

/** @extends {BaseChart<'scatter', DotScene>} */
export class DotPlot extends BaseChart {
  #options;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {object} options
   * @param {string} options.title of the vertical axis
   * @param {Theme} options.theme
   * @param {(column: number, dot: number) => string} options.nameDot in words, when pointed at
   */
  constructor(canvas, { theme, ...options }) {
    super(canvas, 'scatter', theme, { columns: [], min: 0, references: [], ruler: null });
    this.#options = options;
  }

  /** @override */
  draw() {
    // They tell where the axes start and end.
    this.applyOptions();
    super.draw();
  }

  /** @override */
  data() {
    const datasets = this.scene.columns.map((column, index) => ({
      data: this.#place(column, index),
      backgroundColor: seriesColor(column.color, this.theme),
      borderColor: this.theme.surface,
      borderWidth: 1,
      pointRadius: RADIUS,
      pointHoverRadius: RADIUS + 1.5,
      clip: 8,
    }));
    return { datasets };
  }

  /** @override @returns {import('chart.js').ChartOptions<'scatter'>} */
  options() {
    const { title, nameDot } = this.#options;
    const { columns, min } = this.scene;
    const common = percentChartOptions({
      title: min > 0 ? `${title} (axis from ${formatShare(min, 0)})` : title,
      min,
      theme: this.theme,
    });
    const x = columnAxis(this.theme, (index, width) =>
      columnName(columns[index], (width - AXIS_WIDTH) / columns.length),
    );
    return {
      ...common,
      interaction: { mode: 'nearest', intersect: true },
      scales: {
        ...common.scales,
        x: {
          ...x,
          type: 'linear',
          min: -0.5,
          max: columns.length - 0.5,
          afterBuildTicks: (axis) => {
            axis.ticks = columns.map((_, value) => ({ value }));
          },
        },
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          ...tooltipStyle(this.theme),
          displayColors: false,
          callbacks: { label: ({ datasetIndex, dataIndex }) => nameDot(datasetIndex, dataIndex) },
        },
      },
    };
  }

  /** @override */
  plugins() {
    return [
      referenceLines(this),
      {
        id: 'spreads',
        beforeDatasetsDraw: (/** @type {Chart} */ chart) => this.#paintSpreads(chart),
        afterDatasetsDraw: (/** @type {Chart} */ chart) => this.#paintRuler(chart),
      },
    ];
  }

  /**
   * @param {DotColumn} column
   * @param {number} index
   */
  #place({ values }, index) {
    const columnWidth = (this.size.width - AXIS_WIDTH) / this.scene.columns.length;
    const perPixel = (1 - this.scene.min) / Math.max(1, this.size.height - AXIS_WIDTH);
    const offsets = stackDots(values, {
      nearness: 1.4 * RADIUS * perPixel,
      spacing: (2 * RADIUS) / columnWidth,
      room: DOTS_WIDTH,
    });
    return values.map((y, dot) => ({ x: index + offsets[dot], y }));
  }

  /** @param {Chart} chart */
  #paintSpreads({ ctx, scales }) {
    this.scene.columns.forEach(({ color, spread }, index) => {
      if (!spread) return;
      const left = scales.x.getPixelForValue(index - BOX_WIDTH / 2);
      const right = scales.x.getPixelForValue(index + BOX_WIDTH / 2);
      const top = scales.y.getPixelForValue(spread.upper) - RADIUS;
      const bottom = scales.y.getPixelForValue(spread.lower) + RADIUS;
      ctx.fillStyle = withAlpha(seriesColor(color, this.theme), 0.18);
      ctx.fillRect(left, top, right - left, bottom - top);
      const median = scales.y.getPixelForValue(spread.median);
      strokeLine(ctx, [left, median], [right, median], this.theme.text, [], 2);
    });
  }

  /** @param {Chart} chart */
  #paintRuler({ ctx, chartArea, scales }) {
    const { ruler } = this.scene;
    if (!ruler) return;
    const x = chartArea.right - RULER.right;
    const { min, max } = scales.y;
    const value = min + RULER.height * (max - min);
    const bottom = scales.y.getPixelForValue(value);
    const top = scales.y.getPixelForValue(value + ruler.size);
    ctx.beginPath();
    for (const y of [top, bottom]) {
      ctx.moveTo(x - 5, y);
      ctx.lineTo(x + 5, y);
    }
    ctx.moveTo(x, top);
    ctx.lineTo(x, bottom);
    ctx.lineWidth = 1.5;
    ctx.strokeStyle = this.theme.text;
    ctx.stroke();
    const style = { font: font(11), color: this.theme.text, align: /** @type {const} */ ('right') };
    haloText(ctx, ruler.label, x - 10, (top + bottom) / 2, style, this.theme.surface);
  }
}

/**
 * Where dots of a column lie, so that those of equal or nearly equal height stand side by side.
 *
 * @param {readonly number[]} heights
 * @param {object} options
 * @param {number} options.nearness heights that differ by less than this would overlap
 * @param {number} options.spacing the distance of neighbours that there should be
 * @param {number} options.room the width that there is at most; where it does not do, neighbours overlap
 * @returns {number[]} offsets from the column's middle, for each of the heights
 */
export function stackDots(heights, { nearness, spacing, room }) {
  const offsets = heights.map(() => 0);
  for (const group of groupNear(heights, nearness)) {
    const step = Math.min(spacing, room / Math.max(1, group.length - 1));
    group.forEach((dot, place) => (offsets[dot] = (place - (group.length - 1) / 2) * step));
  }
  return offsets;
}

/**
 * @param {readonly number[]} heights
 * @param {number} nearness
 * @returns {number[][]} indices, each group in the order of the heights given
 */
function groupNear(heights, nearness) {
  const ascending = heights.map((_, i) => i).sort((a, b) => heights[a] - heights[b] || a - b);
  /** @type {number[][]} */
  const groups = [];
  let lowest = -Infinity;
  for (const dot of ascending) {
    if (heights[dot] - lowest < nearness) {
      groups[groups.length - 1].push(dot);
    } else {
      groups.push([dot]);
      lowest = heights[dot];
    }
  }
  return groups.map((group) => group.sort((a, b) => a - b));
}
