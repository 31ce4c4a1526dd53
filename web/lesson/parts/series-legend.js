import { h } from '../../views/dom.js';
import { themeColors } from '../../views/palette.js';
import { lineSwatch } from '../../views/charts/series-options.js';

/**
 * @typedef {Pick<import('../../views/charts/series-chart.js').Series, 'label' | 'color' | 'dashed'>} Entry
 * @typedef {Pick<import('../place.js').Place, 'themeName' | 'onTheme'>} Themed
 */

/**
 * What the lines of one or more charts mean: colour, dashes and name.
 *
 * @param {Themed} place
 * @param {readonly Entry[]} entries
 * @returns {HTMLElement}
 */
export function seriesLegend(place, entries) {
  return h(
    'ul',
    { class: 'legend', 'aria-label': 'Lines' },
    ...entries.map((entry) =>
      h('li', { class: 'legend-entry' }, swatch(place, entry), entry.label),
    ),
  );
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
