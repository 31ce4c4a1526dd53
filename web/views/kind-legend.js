import { h } from './dom.js';
import { paintKindSample } from './kind-mark.js';
import { sizeCanvas } from './surface.js';

/** CSS pixels that a sample is drawn for; the style sheet scales it with the text. */
const SAMPLE = { width: 36, height: 16 };
/** Image pixels for each of them: enough for the largest text on the finest screen. */
const DENSITY = 4;

/**
 * Which line is whose.
 *
 * @param {string} name of the list
 * @param {{ kind: import('./kind-mark.js').Kind, label: string }[]} kinds
 * @returns {{ element: HTMLElement, draw: (theme: import('./palette.js').Theme) => void }}
 */
export function kindLegend(name, kinds) {
  const samples = kinds.map(() => h('canvas', { class: 'kind-sample', 'aria-hidden': 'true' }));
  const element = h(
    'ul',
    { class: 'legend', 'aria-label': name },
    ...kinds.map(({ label }, i) => h('li', { class: 'legend-entry' }, samples[i], label)),
  );
  return {
    element,
    draw(theme) {
      samples.forEach((canvas, i) => {
        const context = sizeCanvas(canvas, SAMPLE.width, SAMPLE.height, DENSITY);
        paintKindSample(context, SAMPLE.width, SAMPLE.height, kinds[i].kind, theme);
      });
    },
  };
}
