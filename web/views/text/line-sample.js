import { h, setAttribute, svg } from '../dom.js';

/** In CSS pixels: as long as a line in a chart's legend. */
const [WIDTH, HEIGHT] = [26, 8];

/**
 * A piece of a kept run's curve beside its letter, to find it by in a chart.
 *
 * @param {string} letter
 * @returns {{ element: HTMLElement, draw: (style: { color: string, dash: number[] }) => void }}
 */
export function createLineSample(letter) {
  const line = svg('path', { d: `M0 ${HEIGHT / 2}h${WIDTH}`, 'stroke-width': 2 });
  const picture = svg(
    'svg',
    {
      class: 'line-sample',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      'aria-hidden': 'true',
      focusable: 'false',
    },
    line,
  );
  const mark = h('b', { class: 'line-letter' }, letter);
  return {
    element: h('span', { class: 'line-mark' }, mark, picture),
    draw({ color, dash }) {
      setAttribute(line, 'stroke', color);
      setAttribute(line, 'stroke-dasharray', dash.join(' ') || null);
    },
  };
}
