/** Points of which somebody wants to know where they are. */

import { plotScales } from './frame.js';
import { markerRadius, strokeTwice } from './marks.js';
import { shownSets } from './probe.js';

/** Between a point and the ring round it, in CSS pixels. */
const GAP = 3;

/**
 * Rings round them.
 *
 * @param {import('../surface.js').Context} context
 * @param {import('./marks.js').PlaneMarks} picture
 * @param {import('./frame.js').PlotLayout} layout
 */
export function paintMarked(context, picture, layout) {
  const { marked, theme } = picture;
  if (!marked || !shownSets(picture.points).includes(marked.set)) return;
  const { plot } = layout;
  const scales = plotScales(layout, picture.bounds);
  const side = Math.min(plot.right - plot.left, plot.bottom - plot.top);
  const radius = markerRadius(side, picture.train.y.length + picture.test.y.length) + GAP;
  const { x1, x2 } = picture[marked.set];
  context.beginPath();
  for (const index of marked.indices) {
    const [x, y] = [scales.x1.toPixel(x1[index]), scales.x2.toPixel(x2[index])];
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
  }
  strokeTwice(context, { halo: theme.boundaryHalo, color: theme.text, width: 1.5 });
}
