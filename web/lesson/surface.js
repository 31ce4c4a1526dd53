import '../element/rest-styles.js';
import { labStyleSheet } from '../element/styles.js';
import { h } from '../views/dom.js';
import math from './styles/math.css?inline';
import widget from './styles/widget.css?inline';

/** @type {Record<string, string>} */
const OF_SECTIONS = import.meta.glob(['./*/*.css', '!./styles/*'], {
  query: '?inline',
  import: 'default',
  eager: true,
});
/** What all share first, then what is each one's own. */
const SHEETS = [math, widget, ...Object.values(OF_SECTIONS)];

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** What the widgets need besides the lab's own sheet. */
function widgetStyleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(SHEETS.join('\n'));
  }
  return sheet;
}

/**
 * What widgets and pictures stand on, with the lab's look, in the page's theme.
 *
 * @param {HTMLElement} host
 * @param {import('./page.js').PageTheme} theme
 * @param {...Node} content
 * @returns {HTMLElement}
 */
export function createSurface(host, theme, ...content) {
  const surface = h('div', { class: 'surface' }, ...content);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [labStyleSheet(), widgetStyleSheet()];
  root.append(surface);
  theme.onTheme(() => (surface.dataset.theme = theme.themeName));
  return surface;
}

/**
 * A place for a picture among the outcomes of a prediction.
 *
 * @param {import('./page.js').PageTheme} theme
 * @param {...Node} content
 * @returns {HTMLElement}
 */
export function outcomePicture(theme, ...content) {
  const host = h('div', { class: 'outcome-picture' });
  createSurface(host, theme, ...content);
  return host;
}
