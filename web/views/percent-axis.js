/** What charts of shares by name have in common: columns below, percent at the left. */

import { LINE_CHART, axisStyle } from './chart-style.js';
import { formatPercent } from './scale.js';

/** @typedef {import('./palette.js').Theme} Theme */

/**
 * @typedef {object} Column
 * @property {string} label
 * @property {string} [detail] on a line below, where there is room
 */

/** CSS pixels a column needs to show its detail. */
const DETAIL_WIDTH = 92;

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
