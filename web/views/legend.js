import { h } from './dom.js';
import { drawMarker } from './marker.js';

/**
 * @typedef {object} LegendTexts
 * @property {string} name
 * @property {string} class0
 * @property {string} class1
 * @property {string} train
 * @property {string} test
 */

/** @typedef {import('./marker.js').MarkerKind} MarkerKind */

/** CSS pixels that a marker is drawn for; the style sheet scales it with the text. */
const MARKER_SIZE = 16;
/** Image pixels for each of them: enough for the largest text on the finest screen. */
const DENSITY = 4;

/**
 * What the marks of the decision boundary mean: the shape tells the class, the filling tells
 * training from test.
 *
 * @param {LegendTexts} texts
 * @returns {{ element: HTMLElement, draw: (theme: import('./palette.js').Theme) => void }}
 */
export function pointLegend(texts) {
  /** @type {{ canvas: HTMLCanvasElement, kind: MarkerKind }[]} */
  const markers = [];
  const entry = (/** @type {string} */ text, /** @type {MarkerKind[]} */ ...kinds) => {
    const own = kinds.map((kind) => ({ canvas: h('canvas', { class: 'marker' }), kind }));
    for (const { canvas } of own) canvas.setAttribute('aria-hidden', 'true');
    markers.push(...own);
    return h('li', { class: 'legend-entry' }, ...own.map(({ canvas }) => canvas), text);
  };
  const element = h(
    'ul',
    { class: 'legend', 'aria-label': texts.name },
    entry(texts.class0, { label: 0, set: 'train' }, { label: 0, set: 'test' }),
    entry(texts.class1, { label: 1, set: 'train' }, { label: 1, set: 'test' }),
    entry(texts.train, { label: 0, set: 'train' }, { label: 1, set: 'train' }),
    entry(texts.test, { label: 0, set: 'test' }, { label: 1, set: 'test' }),
  );
  return {
    element,
    draw(theme) {
      for (const { canvas, kind } of markers) {
        drawMarker(canvas, { ...kind, theme, size: MARKER_SIZE, dpr: DENSITY });
      }
    },
  };
}
