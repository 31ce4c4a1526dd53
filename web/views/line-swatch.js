import { svg } from './dom.js';
import { seriesColor } from './series-options.js';

const WIDTH = 26;
const HEIGHT = 8;

/**
 * A piece of a series' line, to stand beside its name: what it means is said there.
 *
 * @param {Pick<import('./series-chart.js').Series, 'color' | 'dashed'>} series
 * @returns {{ element: SVGElement, draw: (theme: import('./palette.js').Theme) => void }}
 */
export function lineSwatch({ color, dashed }) {
  const dashes = Array.isArray(dashed) ? dashed : dashed ? [6, 4] : [];
  const line = svg('line', {
    x1: 0,
    x2: WIDTH,
    y1: HEIGHT / 2,
    y2: HEIGHT / 2,
    'stroke-width': 2.5,
    'stroke-dasharray': dashes.join(' '),
  });
  const box = { width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}` };
  return {
    element: svg('svg', { class: 'line-swatch', 'aria-hidden': 'true', ...box }, line),
    draw: (theme) => line.setAttribute('stroke', seriesColor(color, theme)),
  };
}
