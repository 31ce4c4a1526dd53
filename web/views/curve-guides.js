/** Chart.js plugins: what helps to read a curve. */

import { paintDot, strokeLine } from './chart-marks.js';
import { LEGEND_HEIGHT, SETS, seriesStyle } from './curve-options.js';
import { drawText, font } from './surface.js';

/** @typedef {import('./palette.js').Theme} Theme */
/** @typedef {import('./picture-words.js').PictureWords} PictureWords */
/** @typedef {{ theme: Theme, reference: { value: number, label: string }, words: PictureWords }} Look */

/** Length of a line in the legend: two dashes and the gaps, in CSS pixels. */
const LEGEND_LINE = 26;

/**
 * @param {() => Look} look asked at each drawing
 * @returns {import('chart.js').Plugin<'line'>} a dotted line to compare with, a dot at the head of
 *   each curve, a vertical line at the epoch under the pointer, and the legend: unlike Chart.js's own
 *   it takes no part in the layout, which would be done again at every frame
 */
export function curveGuides(look) {
  return {
    id: 'curveGuides',
    beforeDatasetsDraw(chart) {
      const { theme, reference } = look();
      paintReference(chart, reference, theme);
      const [active] = chart.getActiveElements();
      if (active) paintEpochLine(chart, active.element.x, theme);
    },
    afterDatasetsDraw(chart) {
      const { theme, words } = look();
      SETS.forEach((set, index) => {
        const head = chart.getDatasetMeta(index).data.at(-1);
        if (head && !Number.isNaN(head.y)) paintDot(chart.ctx, head, theme.series[set], theme);
      });
      paintLegend(chart, theme, words);
    },
  };
}

/**
 * @param {import('chart.js').Chart} chart
 * @param {{ value: number, label: string }} reference
 * @param {Theme} theme
 */
function paintReference({ ctx, chartArea, scales }, { value, label }, theme) {
  const y = scales.y.getPixelForValue(value);
  // No room for its words means that it has nothing to say: the curve is elsewhere.
  if (y < chartArea.top + 12 || y > chartArea.bottom) return;
  strokeLine(ctx, [chartArea.left, y], [chartArea.right, y], theme.axis, [1, 3]);
  const style = { font: font(11), color: theme.textMuted, align: /** @type {const} */ ('right') };
  drawText(ctx, label, chartArea.right - 4, y - 8, style);
}

/**
 * @param {import('chart.js').Chart} chart
 * @param {number} x
 * @param {Theme} theme
 */
function paintEpochLine({ ctx, chartArea }, x, theme) {
  strokeLine(ctx, [x, chartArea.top], [x, chartArea.bottom], theme.axis, []);
}

/**
 * @param {import('chart.js').Chart} chart
 * @param {Theme} theme
 * @param {PictureWords} words
 */
function paintLegend({ ctx, chartArea }, theme, words) {
  const y = LEGEND_HEIGHT / 2 - 1;
  const style = { font: font(12), color: theme.text, align: /** @type {const} */ ('right') };
  let right = chartArea.right;
  for (const set of [...SETS].reverse()) {
    const { label, borderColor, borderDash } = seriesStyle(set, theme, words);
    drawText(ctx, label, right, y, style);
    ctx.font = style.font;
    const end = right - ctx.measureText(label).width - 7;
    strokeLine(ctx, [end - LEGEND_LINE, y], [end, y], borderColor, borderDash, 2);
    right = end - LEGEND_LINE - 18;
  }
}
