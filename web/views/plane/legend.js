import { h, svg } from '../dom.js';
import { markerShapes } from './marks.js';

/** @typedef {import('../../languages/en.js').Texts['legend']} LegendTexts */
/** @typedef {import('./marks.js').MarkerKind} MarkerKind */

/** What a marker is drawn in, and how large; the style sheet scales it with the text. */
const LOOK = { class: 'marker', viewBox: '-8 -8 16 16', 'aria-hidden': 'true' };
const RADIUS = 5;

/**
 * What the marks of the plane mean: the shape tells the class, the filling tells training from test.
 *
 * @param {LegendTexts} texts
 * @param {readonly number[]} labels of the classes
 * @param {(label: number) => string | number} [nameOf] what they are called
 * @returns {{ element: HTMLElement, draw: (theme: import('../palette.js').Theme) => void }}
 */
export function pointLegend(texts, labels, nameOf) {
  const all = legendEntries(texts, labels, ['train', 'test'], nameOf);
  const entries = all.map(({ text, kinds }) => ({
    text,
    markers: kinds.map((kind) => ({ kind, picture: svg('svg', LOOK) })),
  }));
  const element = h(
    'ul',
    { class: 'legend', part: 'captions', 'aria-label': texts.name },
    ...entries.map(({ text, markers }) =>
      h('li', { class: 'legend-entry' }, ...markers.map(({ picture }) => picture), text),
    ),
  );
  return {
    element,
    draw(theme) {
      for (const { kind, picture } of entries.flatMap(({ markers }) => markers)) {
        picture.replaceChildren(...markerShapes(kind, { radius: RADIUS, theme }));
      }
    },
  };
}

/**
 * @param {LegendTexts} texts
 * @param {readonly number[]} labels
 * @param {readonly import('./probe.js').SetName[]} sets
 * @param {(label: number) => string | number} [nameOf]
 * @returns {{ text: string, kinds: MarkerKind[] }[]} each class and each set, with its marks
 */
export function legendEntries(texts, labels, sets, nameOf = (label) => label) {
  return [
    ...labels.map((label) => ({
      text: texts.class(nameOf(label)),
      kinds: sets.map((set) => ({ label, set })),
    })),
    ...sets.map((set) => ({ text: texts[set], kinds: labels.map((label) => ({ label, set })) })),
  ];
}
