import { SeriesChart } from '../../views/charts/series-chart.js';
import { figure } from '../../views/figure.js';
import { FittedCanvas } from '../../views/fitted-canvas.js';
import { themeColors } from '../../views/palette.js';

/** @typedef {import('../../views/charts/series-chart.js').Series} Series */

/**
 * A chart of a panel, at the size of its place.
 *
 * @param {object} options
 * @param {string} options.id
 * @param {string} options.title
 * @param {import('../../views/charts/series-chart.js').Axes} options.axes
 * @param {import('../../views/text/formats.js').Formats} options.formats
 */
export function panelChart({ id, title, axes, formats }) {
  const { element, canvas, stage, describe } = figure({ id, title });
  const chart = new SeriesChart(canvas, { axes, formats, theme: themeColors('light') });
  new FittedCanvas(stage, chart, () => chart.draw());
  return {
    element,
    show(/** @type {readonly Series[]} */ series, /** @type {string} in words */ description) {
      chart.show(series);
      describe(description);
    },
    setTheme: (/** @type {import('../../views/palette.js').ThemeName} */ name) =>
      chart.setTheme(themeColors(name)),
  };
}
