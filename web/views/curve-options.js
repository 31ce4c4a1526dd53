/** How the loss and the accuracy chart look: Chart.js options from a curve's kind and a theme. */

import { LINE_CHART, LINE_ELEMENTS, axisStyle, tooltipStyle } from './chart-style.js';
import { ENGLISH_PICTURES } from './picture-words.js';

/** @typedef {import('./palette.js').Theme} Theme */
/** @typedef {import('./picture-words.js').PictureWords} PictureWords */

/**
 * @typedef {object} CurveKind
 * @property {{ train: number, test: number }} columns where a row of metrics has the two series
 * @property {string} title of the vertical axis
 * @property {{ min?: number, max?: number, suggestedMin?: number, suggestedMax?: number }} range
 * @property {(value: number) => string} format of values in the tooltip
 * @property {(value: number) => string} formatTick
 * @property {{ value: number, label: string }} reference a line to compare with
 */

/** Decimals that tell neighbouring ticks apart without trailing zeros. */
const TICK_DIGITS = 6;

/** Room above the plot, in CSS pixels. */
export const LEGEND_HEIGHT = 26;

/** The two series, in the order of the chart's data sets. @type {('train' | 'test')[]} */
export const SETS = ['train', 'test'];

/**
 * @param {'loss' | 'accuracy'} name
 * @param {PictureWords} [words]
 * @returns {CurveKind}
 */
export function curveKind(name, { curves: words, formats } = ENGLISH_PICTURES) {
  const title = words.title[name];
  if (name === 'loss') {
    return {
      columns: { train: 1, test: 2 },
      title,
      range: { min: 0, suggestedMax: 0.8 },
      format: (value) => formats.number(value, 4),
      formatTick: (value) =>
        Math.abs(value) < 1e5
          ? formats.verbatim(Number(value.toPrecision(TICK_DIGITS)))
          : formats.number(value, 2),
      reference: { value: Math.LN2, label: words.guessing('ln 2') },
    };
  }
  return {
    columns: { train: 3, test: 4 },
    title,
    // From 40 %, so that guessing is in sight; a worse network extends the axis.
    range: { suggestedMin: 0.4, max: 1 },
    format: (value) => formats.share(value),
    formatTick: (value) => formats.share(value, 0),
    reference: { value: 0.5, label: words.guessing(formats.share(0.5)) },
  };
}

/**
 * @param {CurveKind} kind
 * @param {Theme} theme
 * @param {PictureWords} words
 * @returns {import('chart.js').ChartOptions<'line'>}
 */
export function curveOptions(kind, theme, words) {
  return {
    ...LINE_CHART,
    locale: words.formats.locale,
    events: ['mousemove', 'mouseout', 'touchstart', 'touchmove'],
    layout: { padding: { top: LEGEND_HEIGHT, right: 12 } },
    elements: {
      ...LINE_ELEMENTS,
      point: { ...LINE_ELEMENTS.point, hoverBorderWidth: 2 },
    },
    scales: { x: epochAxis(theme, words), y: valueAxis(kind, theme) },
    // The guides draw a legend with the lines' dashes; another chart may have registered the library's.
    plugins: { legend: { display: false }, tooltip: tooltip(kind, theme, words) },
  };
}

/**
 * @param {'train' | 'test'} set
 * @param {Theme} theme
 * @param {PictureWords} [words]
 */
export function seriesStyle(set, theme, words = ENGLISH_PICTURES) {
  return {
    label: words[set],
    borderColor: theme.series[set],
    borderDash: set === 'train' ? [] : [6, 4],
    backgroundColor: theme.series[set],
    pointHoverBackgroundColor: theme.surface,
    pointHoverBorderColor: theme.series[set],
  };
}

/**
 * @param {Theme} theme
 * @param {PictureWords} words
 * @returns {import('chart.js').ScaleOptionsByType<'linear'> | object}
 */
function epochAxis(theme, words) {
  const style = axisStyle(words.epoch, theme);
  return {
    ...style,
    type: 'linear',
    suggestedMax: 10,
    ticks: { ...style.ticks, precision: 0 },
  };
}

/**
 * @param {CurveKind} kind
 * @param {Theme} theme
 * @returns {import('chart.js').ScaleOptionsByType<'linear'> | object}
 */
function valueAxis(kind, theme) {
  const style = axisStyle(kind.title, theme);
  return {
    ...style,
    ...kind.range,
    type: 'linear',
    ticks: { ...style.ticks, callback: kind.formatTick },
    // The same for both charts and steady as digits come and go, so that the curves do not jump.
    afterFit: (/** @type {import('chart.js').Scale} */ axis) => {
      axis.width = Math.max(64, axis.width);
    },
  };
}

/**
 * @param {CurveKind} kind
 * @param {Theme} theme
 * @param {PictureWords} words
 */
function tooltip(kind, theme, { epoch, formats }) {
  return {
    ...tooltipStyle(theme),
    boxWidth: 8,
    boxHeight: 8,
    boxPadding: 5,
    usePointStyle: true,
    callbacks: {
      title: (/** @type {import('chart.js').TooltipItem<'line'>[]} */ [item]) =>
        item ? `${epoch} ${formats.count(item.parsed.x ?? NaN)}` : '',
      label: (/** @type {import('chart.js').TooltipItem<'line'>} */ { dataset, parsed }) =>
        `${dataset.label} ${kind.format(parsed.y ?? NaN)}`,
      labelPointStyle: () => ({ pointStyle: /** @type {const} */ ('circle'), rotation: 0 }),
    },
  };
}
