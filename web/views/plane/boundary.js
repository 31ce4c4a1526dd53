/** The lines between classes, wherever a map has some. */

import { logOdds, traceContour } from './contour.js';
import { placesOf } from './crossings.js';
import { traceTies } from './ties.js';
import { shadesOfPoints } from './winners.js';

/**
 * @param {import('./map.js').PlaneMap} map
 * @param {Uint8Array} [shades] of its points, where several classes compete
 * @returns {import('./contour.js').Polyline[]}
 */
export function traceBoundary(map, shades) {
  const { values, resolution, crossings, midpoint, label, classes } = map;
  if (classes) {
    const competing = { values, resolution, crossings, classes };
    return traceTies(competing, shades ?? shadesOfPoints(competing));
  }
  if (midpoint === undefined) return [];
  const straighten = label === undefined ? undefined : logOdds;
  const places = placesOf(crossings);
  return traceContour(values, resolution, midpoint, { straighten, places });
}
