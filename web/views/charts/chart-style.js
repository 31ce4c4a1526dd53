/** What all charts of the lab have in common: Chart.js options in the colours of a theme. */

import { FONT_FAMILY } from '../surface.js';

/** @typedef {import('../palette.js').Theme} Theme */

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

/** Lines without points. */
export const LINE_ELEMENTS = {
  line: { borderWidth: 1.75, borderJoinStyle: /** @type {const} */ ('round'), tension: 0 },
  point: { radius: 0, hitRadius: 0, hoverRadius: 4 },
};

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
