import { figure } from '../../views/figure.js';
import { themeColors } from '../../views/palette.js';
import { SeriesChart } from '../../views/charts/series-chart.js';
import { FittedCanvas } from '../../views/fitted-canvas.js';

/**
 * A chart of a panel, at the size of its place.
 */
export class PanelChart {
  #figure;
  #chart;

  /**
   * @param {object} options
   * @param {string} options.id
   * @param {string} options.title
   * @param {import('../../views/charts/series-chart.js').Axes} options.axes
   * @param {import('../../views/text/formats.js').Formats} [options.formats]
   */
  constructor({ id, title, axes, formats }) {
    this.#figure = figure({ id, title });
    this.#chart = new SeriesChart(this.#figure.canvas, {
      axes,
      formats,
      theme: themeColors('light'),
    });
    new FittedCanvas(this.#figure.stage, this.#chart, () => this.#chart.draw());
  }

  get element() {
    return this.#figure.element;
  }

  /**
   * @param {readonly import('../../views/charts/series-chart.js').Series[]} series
   * @param {string} description in words
   */
  show(series, description) {
    this.#chart.show(series);
    this.#figure.describe(description);
  }

  /** @param {import('../../views/palette.js').ThemeName} name */
  setTheme(name) {
    this.#chart.setTheme(themeColors(name));
  }
}
