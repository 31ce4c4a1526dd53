import { labStyleSheet } from '../../element/styles.js';
import { h } from '../../views/dom.js';
import { widgetStyleSheet } from '../styles.js';

/**
 * A place for a picture among the outcomes of a prediction, with the widgets' look.
 *
 * @param {import('../page.js').PageTheme} theme
 * @param {...Node} content
 * @returns {HTMLElement}
 */
export function outcomePicture(theme, ...content) {
  const host = h('div', { class: 'outcome-picture' });
  const surface = h('div', { class: 'surface' }, ...content);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [labStyleSheet(), widgetStyleSheet()];
  root.append(surface);
  const follow = () => (surface.dataset.theme = theme.name);
  theme.watch(follow);
  follow();
  return host;
}
