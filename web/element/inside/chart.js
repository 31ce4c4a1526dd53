import { SeriesChart } from '../../views/charts/series-chart.js';
import { figure } from '../../views/figure.js';
import { FittedCanvas } from '../../views/fitted-canvas.js';
import { themeColors } from '../../views/palette.js';

/** @import { Axes, Series } from '../../views/charts/series-chart.js' */
/** @import { Formats } from '../../views/text/formats.js' */

/**
 * A chart of a panel, at the size of its place.
 *
 * @param {import('../../views/picture.js').Titled & { axes: Axes, formats: Formats }} options
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
