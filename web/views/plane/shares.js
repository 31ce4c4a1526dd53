/** What each training point has to do with a gradient: how hard it pulls, and to which side. */

import { plotScales } from './frame.js';

/** Of the circle of the largest share, in CSS pixels. */
const MOST = 15;
/** Smaller ones are not seen. */
const LEAST = 1.5;

/**
 * A disc about each point whose area is its share: filled where it raises the parameter, which goes against
 * the gradient, and hollow where it lowers it.
 *
 * @param {import('../surface.js').Context} context
 * @param {import('./marks.js').PlaneMarks} picture
 * @param {import('./frame.js').PlotLayout} layout
 */
export function paintShares(context, { shares, train, bounds, theme }, layout) {
  if (!shares || shares.length !== train.x1.length) return;
  const scales = plotScales(layout, bounds);
  const most = shares.reduce((largest, share) => Math.max(largest, Math.abs(share)), 0);
  context.save();
  context.lineWidth = 2;
  shares.forEach((share, index) => {
    const radius = MOST * Math.sqrt(Math.abs(share) / most);
    if (!(radius >= LEAST)) return;
    const [x, y] = [scales.x1.toPixel(train.x1[index]), scales.x2.toPixel(train.x2[index])];
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    const { positive, negative } = theme.weights;
    context.globalAlpha = 1;
    context.strokeStyle = share < 0 ? positive : negative;
    if (share > 0) context.setLineDash([3, 3]);
    context.stroke();
    context.setLineDash([]);
    context.globalAlpha = 0.35;
    context.fillStyle = positive;
    if (share < 0) context.fill();
  });
  context.restore();
}
