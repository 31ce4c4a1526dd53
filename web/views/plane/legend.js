import { h, svg } from '../dom.js';
import { markerShapes } from './markers.js';

/** @typedef {import('../../languages/en.js').Texts['legend']} LegendTexts */
/** @typedef {import('./markers.js').MarkerKind} MarkerKind */

/** What a marker is drawn in, and how large; the style sheet scales it with the text. */
const LOOK = { class: 'marker', viewBox: '-8 -8 16 16', 'aria-hidden': 'true' };
const RADIUS = 5;

/** Of each set where points have values: low, middling, high. */
const VALUE_BANDS = [2, 10, 17];
/** So many marks tell a filling. */
const MOST_MARKS = 3;

/**
 * What the marks of the plane mean: the shape tells the class, the filling tells training from test.
 *
 * @param {LegendTexts} texts
 * @param {readonly number[]} labels of the classes; none: points have values
 * @param {(label: number) => string | number} [nameOf] what they are called
 * @returns {{ element: HTMLElement, draw: (theme: import('../palette.js').Theme) => void,
 *   update: (labels: readonly number[]) => void }} whatever it says must be drawn
 */
export function pointLegend(texts, labels, nameOf) {
  /** @type {ReturnType<typeof legendMarker>[]} */
  let markers = [];
  let shown = '';
  const element = h('ul', { class: 'legend', part: 'captions', 'aria-label': texts.name });
  const update = (/** @type {readonly number[]} */ present) => {
    if (shown === String(present) && markers.length > 0) return;
    shown = String(present);
    markers = [];
    const entries = legendEntries(texts, present, ['train', 'test'], nameOf);
    element.replaceChildren(
      ...entries.map(({ text, kinds }) => {
        const own = kinds.map(legendMarker);
        markers.push(...own);
        return h('li', { class: 'legend-entry' }, ...own.map((marker) => marker.element), text);
      }),
    );
  };
  update(labels);
  return {
    element,
    update,
    draw(theme) {
      for (const marker of markers) marker.draw(theme);
    },
  };
}

/** @param {MarkerKind} kind */
export function legendMarker(kind) {
  const element = svg('svg', LOOK);
  return {
    element,
    /**
     * @param {import('../palette.js').Theme} theme
     * @param {MarkerKind} [other] than it had
     */
    draw(theme, other = kind) {
      element.replaceChildren(...markerShapes(other, { radius: RADIUS, theme }));
    },
  };
}

/**
 * @param {LegendTexts} texts
 * @param {readonly number[]} labels of the classes; none: points have values
 * @param {readonly import('./probe.js').SetName[]} sets
 * @param {(label: number) => string | number} [nameOf]
 * @returns {{ text: string, kinds: MarkerKind[] }[]} each class and each set, with its marks
 */
export function legendEntries(texts, labels, sets, nameOf = (label) => label) {
  const marks =
    labels.length > 0 ? labels.map((label) => ({ label })) : VALUE_BANDS.map((band) => ({ band }));
  return [
    ...labels.map((label) => ({
      text: texts.class(nameOf(label)),
      kinds: sets.map((set) => ({ label, set })),
    })),
    ...sets.map((set) => ({
      text: texts[set],
      kinds: marks.slice(0, MOST_MARKS).map((mark) => ({ ...mark, set })),
    })),
  ];
}
