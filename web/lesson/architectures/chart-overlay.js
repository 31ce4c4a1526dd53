/** A Chart.js plugin for charts that compare: lines to compare with. */

import { formatPercent } from '../../views/scale.js';
import { font, haloText } from '../../views/surface.js';

/** @typedef {import('../../views/palette.js').Theme} Theme */

/**
 * @typedef {object} Reference a level that everything is compared with
 * @property {string} label
 * @property {number} value on the vertical axis
 * @property {number[]} dashes lengths of line and gap
 */

/**
 * @param {() => { theme: Theme, references: readonly Reference[] }} look asked at each drawing
 * @returns {import('chart.js').Plugin} horizontal lines behind the data; of one that lies below the
 *   picture, the name and the value
 */
export function referenceLines(look) {
  return {
    id: 'referenceLines',
    beforeDatasetsDraw({ ctx, chartArea: { left, right }, scales }) {
      const { theme, references } = look();
      for (const { value, dashes } of references) {
        if (value < scales.y.min) continue;
        const y = scales.y.getPixelForValue(value);
        ctx.save();
        ctx.beginPath();
        ctx.moveTo(left, y);
        ctx.lineTo(right, y);
        ctx.setLineDash(dashes);
        ctx.lineWidth = 1.5;
        ctx.strokeStyle = theme.textMuted;
        ctx.stroke();
        ctx.restore();
      }
    },
    afterDatasetsDraw({ ctx, chartArea: { left, bottom }, scales }) {
      const { theme, references } = look();
      const style = {
        font: font(11),
        color: theme.textMuted,
        align: /** @type {const} */ ('left'),
      };
      const below = references.filter(({ value }) => value < scales.y.min);
      below.forEach(({ label, value }, i) => {
        const text = `↓ ${label}: ${formatPercent(value)}, below`;
        haloText(ctx, text, left + 6, bottom - 10 - 14 * i, style, theme);
      });
    },
  };
}
