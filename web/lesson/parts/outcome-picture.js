import { labStyleSheet } from '../../element/styles.js';
import { h } from '../../views/dom.js';
import { widgetStyleSheet } from '../styles.js';

/**
 * A place for a picture among the outcomes of a prediction, with the widgets' look.
 *
 * @param {import('../theme.js').PageTheme} theme
 * @param {...Node} content
 * @returns {HTMLElement}
 */
export function outcomePicture(theme, ...content) {
  const host = h('div', { class: 'outcome-picture' });
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [labStyleSheet(), widgetStyleSheet()];
  root.append(...content);
  const follow = () => host.setAttribute('theme', theme.choice);
  theme.watch(follow);
  follow();
  return host;
}
