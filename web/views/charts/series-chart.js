/** A chart of a few lines that are drawn once and then looked at: loss or error over anything. */

import {
  Chart,
  Legend,
  LineController,
  LineElement,
  LinearScale,
  LogarithmicScale,
  PointElement,
  Ticks,
  Tooltip,
} from 'chart.js';
import { svg } from '../dom.js';
import { powerOfTen } from '../text/formats.js';
import { ENGLISH_WORDS } from '../text/whole-words.js';
import { BaseChart, LINE_CHART, TEXT_FONT, axisStyle, tooltipStyle } from './base-chart.js';

/** @typedef {import('../text/formats.js').Formats} Formats */
/** @typedef {import('../palette.js').Theme} Theme */

/**
 * @typedef {object} Axis
 * @property {string} title
 * @property {'linear' | 'logarithmic'} type
 * @property {number} [min] on a logarithmic axis also what smaller values are drawn as
 * @property {number} [max]
 * @property {number} [suggestedMax] of a linear axis; larger values extend it
 * @property {(value: number) => string} [format] of ticks and of values pointed at
 *
 * @typedef {object} Axes
 * @property {Axis} x
 * @property {Axis} y
 *
 * @typedef {'train' | 'test' | 'reference' | 0 | 1 | 2 | 3} SeriesColor one of the palette's series, or
 *   of its kinds; a reference is what others are compared with
 *
 * @typedef {object} Series
 * @property {string} label '' for what needs none in the legend
 * @property {SeriesColor} color
 * @property {boolean | number[]} [dashed] with dashes of its own, lengths of line and gap
 * @property {boolean} [dots] single points rather than a line
 * @property {{ x: number, y: number }[]} points ascending in x
 *
 * @typedef {object} Look
 * @property {boolean} [hasLegend] false where the page has a legend of its own
 * @property {Formats} [formats]
 */

/** Of a piece of line, in CSS pixels. */
const SWATCH = { width: 26, height: 8 };
/** Powers of ten that an axis names at most. */
const MOST_POWERS = 7;

/** Lines without points. */
const LINE_ELEMENTS = {
  line: { borderWidth: 1.75, borderJoinStyle: /** @type {const} */ ('round'), tension: 0 },
  point: { radius: 0, hitRadius: 0, hoverRadius: 4 },
};

Chart.register(
  Legend,
  LineController,
  LineElement,
  LinearScale,
  LogarithmicScale,
  PointElement,
  Tooltip,
);

/** @extends {BaseChart<'line', readonly Series[]>} the lower first */
export class SeriesChart extends BaseChart {
  #axes;
  #look;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {{ axes: Axes, theme: Theme } & Look} options
   */
  constructor(canvas, { axes, theme, ...look }) {
    super(canvas, 'line', theme, []);
    this.#axes = axes;
    this.#look = look;
  }

  /** @param {Axes} axes from the next {@link show} on */
  setAxes(axes) {
    this.#axes = axes;
    this.applyOptions();
  }

  /**
   * @override
   * @returns {import('chart.js').ChartOptions<'line'>}
   */
  options() {
    return seriesChartOptions(this.#axes, this.theme, this.#look);
  }

  /** @override */
  data() {
    return { datasets: this.scene.map((one) => seriesDataset(one, this.#axes, this.theme)) };
  }
}

/**
 * @param {Axes} axes
 * @param {Theme} theme
 * @param {Look} [look]
 * @returns {import('chart.js').ChartOptions<'line'>}
 */
export function seriesChartOptions(
  { x, y },
  theme,
  { hasLegend = true, formats = ENGLISH_WORDS.formats } = {},
) {
  return {
    ...LINE_CHART,
    locale: formats.locale,
    elements: LINE_ELEMENTS,
    scales: { x: axisOptions(x, theme), y: axisOptions(y, theme) },
    plugins: {
      legend: {
        display: hasLegend,
        align: 'end',
        labels: {
          color: theme.text,
          font: TEXT_FONT,
          usePointStyle: true,
          pointStyle: 'line',
          pointStyleWidth: 26,
          boxHeight: 6,
          padding: 8,
          generateLabels: legendLabels,
        },
        onClick: () => {},
      },
      tooltip: tooltip(x, y, theme, formats),
    },
  };
}

/**
 * With a point's style the library gives the legend the point's line, which knows no dashes.
 *
 * @param {import('chart.js').Chart} chart
 */
function legendLabels(chart) {
  const lines = /** @type {import('chart.js').ChartDataset<'line'>[]} */ (chart.data.datasets);
  return Chart.defaults.plugins.legend.labels
    .generateLabels(chart)
    .map((label, i) => ({
      ...label,
      lineDash: /** @type {number[]} */ (lines[i].borderDash),
      lineWidth: 1.75,
    }))
    .filter(({ text }) => text !== '');
}

/**
 * @param {Series} series
 * @param {Axes} axes
 * @param {Theme} theme
 */
export function seriesDataset({ label, color, dashed, dots, points }, { y }, theme) {
  const floor = y.type === 'logarithmic' ? (y.min ?? Number.MIN_VALUE) : -Infinity;
  return {
    label,
    data: points.map(({ x, y: value }) => ({
      x,
      y: Number.isFinite(value) ? Math.max(value, floor) : NaN,
    })),
    borderColor: seriesColor(color, theme),
    backgroundColor: seriesColor(color, theme),
    borderDash: dashesOf(dashed),
    showLine: !dots,
    pointRadius: dots ? 5 : 0,
    pointStyle: /** @type {const} */ ('circle'),
    clip: 6,
  };
}

/** @param {Series['dashed']} dashed */
function dashesOf(dashed) {
  if (Array.isArray(dashed)) return dashed;
  return dashed ? [6, 4] : [];
}

/**
 * @param {Series['color']} color
 * @param {Theme} theme
 */
export function seriesColor(color, theme) {
  if (color === 'reference') return theme.textMuted;
  return typeof color === 'number' ? theme.kinds[color] : theme.series[color];
}

/**
 * A piece of a series' line, to stand beside its name: what it means is said there.
 *
 * @param {Pick<Series, 'color' | 'dashed'>} series
 * @returns {{ element: SVGElement, draw: (theme: Theme) => void }}
 */
export function lineSwatch({ color, dashed }) {
  const { width, height } = SWATCH;
  const line = svg('line', {
    x1: 0,
    x2: width,
    y1: height / 2,
    y2: height / 2,
    'stroke-width': 2.5,
    'stroke-dasharray': dashesOf(dashed).join(' '),
  });
  const box = { width, height, viewBox: `0 0 ${width} ${height}` };
  return {
    element: svg('svg', { class: 'line-swatch', 'aria-hidden': 'true', ...box }, line),
    draw: (theme) => line.setAttribute('stroke', seriesColor(color, theme)),
  };
}

/**
 * @param {Axis} axis
 * @param {Theme} theme
 */
function axisOptions({ title, type, min, max, suggestedMax, format }, theme) {
  const isLogarithmic = type === 'logarithmic';
  const style = axisStyle(title, theme);
  return {
    ...style,
    type,
    min,
    max,
    suggestedMax,
    ticks: {
      ...style.ticks,
      callback: format
        ? (/** @type {string | number} */ value) => format(Number(value))
        : plainTick,
      ...(isLogarithmic && { autoSkip: false, callback: powerTick }),
    },
    ...(isLogarithmic && { afterBuildTicks: keepPowers }),
  };
}

/**
 * What Chart.js writes, with a true minus sign.
 *
 * @this {import('chart.js').Scale}
 * @param {string | number} value
 * @param {number} index
 * @param {import('chart.js').Tick[]} ticks
 */
function plainTick(value, index, ticks) {
  const text = Ticks.formatters.numeric.call(this, Number(value), index, ticks);
  // Whatever the direction of the texts around it, the sign comes first.
  return text.replace('-', '\u200e−');
}

/** @param {string | number} value */
function powerTick(value) {
  return powerOfTen(Math.round(Math.log10(Number(value))));
}

/**
 * A logarithmic axis of Chart.js has ticks between the powers of ten, too many over many decades.
 *
 * @param {import('chart.js').Scale} axis
 */
function keepPowers(axis) {
  const first = Math.ceil(Math.log10(axis.min) - 1e-9);
  const last = Math.floor(Math.log10(axis.max) + 1e-9);
  const step = Math.max(1, Math.ceil((last - first + 1) / MOST_POWERS));
  axis.ticks = [];
  for (let power = first; power <= last; power += step) axis.ticks.push({ value: 10 ** power });
}

/**
 * @param {Axis} x
 * @param {Axis} y
 * @param {Theme} theme
 * @param {Formats} formats
 */
function tooltip(x, y, theme, formats) {
  const formatX = (/** @type {number} */ value) =>
    x.type === 'logarithmic' ? formats.scientific(value, 1) : formats.count(value);
  const formatY = y.format ?? ((/** @type {number} */ value) => formats.scientific(value, 4));
  return {
    ...tooltipStyle(theme),
    usePointStyle: true,
    callbacks: {
      title: (/** @type {import('chart.js').TooltipItem<'line'>[]} */ [item]) =>
        item ? `${x.title} ${formatX(item.parsed.x ?? NaN)}` : '',
      label: (/** @type {import('chart.js').TooltipItem<'line'>} */ { dataset, parsed }) =>
        `${dataset.label} ${formatY(parsed.y ?? NaN)}`,
    },
  };
}
