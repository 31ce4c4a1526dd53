import { h, svg } from './dom.js';
import { markerShapes } from './marker.js';

/**
 * @typedef {object} LegendTexts
 * @property {string} name
 * @property {string} class0
 * @property {string} class1
 * @property {string} train
 * @property {string} test
 */

/** @typedef {import('./marker.js').MarkerKind} MarkerKind */

/** What a marker is drawn in, and how large; the style sheet scales it with the text. */
const VIEW_BOX = '-8 -8 16 16';
const RADIUS = 5;

/**
 * What the marks of the decision boundary mean: the shape tells the class, the filling tells
 * training from test.
 *
 * @param {LegendTexts} texts
 * @returns {{ element: HTMLElement, draw: (theme: import('./palette.js').Theme) => void }}
 */
export function pointLegend(texts) {
  /** @type {{ picture: SVGElement, kind: MarkerKind }[]} */
  const markers = [];
  const look = { class: 'marker', viewBox: VIEW_BOX, 'aria-hidden': 'true' };
  const entry = (/** @type {string} */ text, /** @type {MarkerKind[]} */ ...kinds) => {
    const own = kinds.map((kind) => ({ picture: svg('svg', look), kind }));
    markers.push(...own);
    return h('li', { class: 'legend-entry' }, ...own.map(({ picture }) => picture), text);
  };
  const element = h(
    'ul',
    { class: 'legend', part: 'captions', 'aria-label': texts.name },
    entry(texts.class0, { label: 0, set: 'train' }, { label: 0, set: 'test' }),
    entry(texts.class1, { label: 1, set: 'train' }, { label: 1, set: 'test' }),
    entry(texts.train, { label: 0, set: 'train' }, { label: 1, set: 'train' }),
    entry(texts.test, { label: 0, set: 'test' }, { label: 1, set: 'test' }),
  );
  return {
    element,
    draw(theme) {
      for (const { picture, kind } of markers) {
        picture.replaceChildren(...markerShapes(kind, { radius: RADIUS, theme }));
      }
    },
  };
}
