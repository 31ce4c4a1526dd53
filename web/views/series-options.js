/** How a chart of a few lines looks: Chart.js options from its axes and a theme. */

import { formatScientific, powerOfTen } from './power.js';
import { FONT_FAMILY } from './surface.js';

/** @typedef {import('./palette.js').Theme} Theme */
/** @typedef {import('./series-chart.js').Axes} Axes */
/** @typedef {import('./series-chart.js').Axis} Axis */

const TEXT_FONT = { family: FONT_FAMILY, size: 12 };
const TICK_FONT = { family: FONT_FAMILY, size: 11 };
/** Powers of ten that an axis names at most. */
const MOST_POWERS = 7;

/**
 * @param {Axes} axes
 * @param {Theme} theme
 * @returns {import('chart.js').ChartOptions<'line'>}
 */
export function seriesChartOptions({ x, y }, theme) {
  return {
    // The caller resizes.
    responsive: false,
    maintainAspectRatio: false,
    animation: false,
    parsing: false,
    normalized: true,
    locale: 'en',
    interaction: { mode: 'index', axis: 'x', intersect: false },
    elements: {
      line: { borderWidth: 1.75, borderJoinStyle: 'round', tension: 0 },
      point: { radius: 0, hitRadius: 0, hoverRadius: 4 },
    },
    scales: { x: axisOptions(x, theme), y: axisOptions(y, theme) },
    plugins: {
      legend: {
        align: 'end',
        labels: {
          color: theme.text,
          font: TEXT_FONT,
          usePointStyle: true,
          pointStyle: 'line',
          pointStyleWidth: 26,
          boxHeight: 6,
          padding: 8,
        },
        onClick: () => {},
      },
      tooltip: tooltip(x, theme),
    },
  };
}

/**
 * @param {import('./series-chart.js').Series} series
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
    borderColor: theme.series[color],
    backgroundColor: theme.series[color],
    borderDash: dashed ? [6, 4] : [],
    showLine: !dots,
    pointRadius: dots ? 5 : 0,
    pointStyle: /** @type {const} */ ('circle'),
    clip: 6,
  };
}

/**
 * @param {Axis} axis
 * @param {Theme} theme
 */
function axisOptions({ title, type, min, max }, theme) {
  const isLogarithmic = type === 'logarithmic';
  return {
    type,
    min,
    max,
    title: {
      display: true,
      text: title,
      color: theme.text,
      font: { ...TEXT_FONT, weight: /** @type {const} */ (500) },
    },
    border: { color: theme.axis },
    grid: { color: theme.grid, tickColor: theme.axis, tickLength: 5 },
    ticks: {
      color: theme.textMuted,
      font: TICK_FONT,
      maxRotation: 0,
      maxTicksLimit: 7,
      ...(isLogarithmic && { autoSkip: false, callback: powerTick }),
    },
    ...(isLogarithmic && { afterBuildTicks: keepPowers }),
  };
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
 * @param {Theme} theme
 */
function tooltip(x, theme) {
  const formatX = (/** @type {number} */ value) =>
    x.type === 'logarithmic' ? formatScientific(value, 1) : value.toLocaleString('en');
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
    usePointStyle: true,
    callbacks: {
      title: (/** @type {import('chart.js').TooltipItem<'line'>[]} */ [item]) =>
        item ? `${x.title} ${formatX(item.parsed.x ?? NaN)}` : '',
      label: (/** @type {import('chart.js').TooltipItem<'line'>} */ { dataset, parsed }) =>
        `${dataset.label} ${formatScientific(parsed.y ?? NaN, 4)}`,
    },
  };
}
