/** The lesson's charts: each at the size of its place, in the page's theme, and what its lines mean. */

import { SeriesChart, lineSwatch } from '../../views/charts/series-chart.js';
import { h } from '../../views/dom.js';
import { FittedCanvas } from '../../views/fitted-canvas.js';
import { themeColors } from '../../views/palette.js';
import { figure } from '../../views/figure.js';
import { firstInTurn } from './schedule.js';

/** @import { Axes, Series } from '../../views/charts/series-chart.js' */
/** @import { Theme } from '../../views/palette.js' */
/** @import { Titled } from '../../views/picture.js' */

/**
 * @typedef {Pick<Series, 'label' | 'color' | 'dashed'>} Entry
 * @typedef {Pick<import('../page.js').PageTheme, 'themeName' | 'onTheme'>} Themed
 */

/**
 * @template {{ draw: () => void, resize: (width: number, height: number, dpr: number) => void,
 *   release: () => void, setTheme: (theme: Theme) => void }} Chart
 * @param {Themed} place
 * @param {Titled} options
 * @param {(canvas: HTMLCanvasElement, theme: Theme) => Chart} create
 * @returns {{ element: HTMLElement, chart: Chart, describe: (text: string) => void }} describe: in
 *   words, for those who do not see it
 */
export function fittedChart(place, { id, title }, create) {
  const { element, canvas, stage, describe } = figure({ id, title });
  const chart = create(canvas, themeColors(place.themeName));
  new FittedCanvas(
    stage,
    chart,
    firstInTurn(() => chart.draw()),
  );
  place.onTheme(() => chart.setTheme(themeColors(place.themeName)));
  return { element, chart, describe };
}

/**
 * A {@link fittedChart} of a few lines.
 *
 * @param {Themed} place
 * @param {Titled & { axes: Axes, hasLegend?: boolean }} options
 */
export function seriesFigure(place, { id, title, ...options }) {
  return fittedChart(
    place,
    { id, title },
    (canvas, theme) => new SeriesChart(canvas, { ...options, theme }),
  );
}

/**
 * What the lines of one or more charts mean: colour, dashes and name.
 *
 * @param {Themed} place
 * @param {readonly Entry[]} entries
 * @returns {HTMLElement}
 */
export function seriesLegend(place, entries) {
  const items = entries.map((entry) =>
    h('li', { class: 'legend-entry' }, swatch(place, entry), entry.label),
  );
  return h('ul', { class: 'legend', 'aria-label': 'Lines' }, ...items);
}

/**
 * A piece of a line in the page's theme.
 *
 * @param {Themed} place
 * @param {Omit<Entry, 'label'>} entry
 */
export function swatch(place, entry) {
  const { element, draw } = lineSwatch(entry);
  place.onTheme(() => draw(themeColors(place.themeName)));
  return element;
}
