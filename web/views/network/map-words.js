/** What a neuron gives over the plane, in words. */

import { isStraight } from '../plane/description.js';
import { traceContour } from '../plane/contour.js';
import { valuesAt } from '../plane/map.js';

/** @typedef {import('../../state/types.js').Points} Points */
/** @typedef {import('../plane/map.js').Bounds} Bounds */
/** @typedef {import('../text/formats.js').Formats} Formats */

/** What differs by less than this share of the range is the same everywhere. */
const FLAT = 1e-3;

/**
 * @param {object} map
 * @param {Float32Array | Float64Array} map.values row by row from the lowest x2
 * @param {number} map.resolution points a side
 * @param {[number, number]} map.range what the colours stand for
 * @param {object} plane
 * @param {Bounds} plane.bounds
 * @param {Points} plane.train
 * @param {import('../../languages/en.js').Texts['stage']['map']} say
 * @param {Formats} formats
 * @returns {string} a sentence or two: where it is on, and what its values are
 */
export function describeNeuronMap({ values, resolution, range }, { bounds, train }, say, formats) {
  if (values.some(Number.isNaN)) return say.undefined;
  const number = (/** @type {number} */ value) => formats.number(value, 2);
  const [low, high] = extremesOf(values);
  if (high - low <= FLAT * (range[1] - range[0])) return say.everywhere(number((low + high) / 2));
  const middle = (range[0] + range[1]) / 2;
  const found = { values, resolution, middle };
  const lines = traceContour(values, resolution, middle);
  const [line] = lines;
  const ends = say.range(number(low), number(high));
  if (lines.length === 1 && !line.closed && isStraight(line)) {
    const [from, to] = endsOf(line.coordinates, resolution, bounds);
    const side = sideOf(found);
    return `${say.line({ side, from: place(from, number), to: place(to, number) })} ${ends}`;
  }
  const off = shareOff({ values, resolution }, bounds, train, middle);
  const on = shareOn(values, middle);
  const isOff = low >= middle;
  // What is on everywhere need not be said to be.
  if (isOff && off === 0) return ends;
  const where = isOff ? say.off(formats.share(off, 0)) : say.share(formats.share(on, 0));
  return `${where} ${ends}`;
}

/**
 * @param {ArrayLike<number>} values
 * @param {number} middle
 */
function shareOn(values, middle) {
  let count = 0;
  for (let index = 0; index < values.length; index += 1) count += Number(values[index] > middle);
  return count / values.length;
}

/** @param {ArrayLike<number>} values */
function extremesOf(values) {
  let [low, high] = [Infinity, -Infinity];
  for (let index = 0; index < values.length; index += 1) {
    low = Math.min(low, values[index]);
    high = Math.max(high, values[index]);
  }
  return [low, high];
}

/**
 * @param {[number, number]} at
 * @param {(value: number) => string} number
 */
const place = ([x1, x2], number) => `(${number(x1)}, ${number(x2)})`;

/**
 * @param {Float64Array} coordinates of a line in grid steps
 * @param {number} resolution
 * @param {Bounds} bounds
 * @returns {[number, number][]} x1 and x2 of where it begins and ends, from left to right
 */
function endsOf(coordinates, resolution, [x1min, x1max, x2min, x2max]) {
  /** @type {[number, number][]} */
  const ends = [0, coordinates.length - 2].map((index) => [
    x1min + (coordinates[index] / (resolution - 1)) * (x1max - x1min),
    x2min + (coordinates[index + 1] / (resolution - 1)) * (x2max - x2min),
  ]);
  return ends.sort(([a], [b]) => a - b);
}

/**
 * @param {{ values: ArrayLike<number>, resolution: number, middle: number }} map
 * @returns {'left' | 'right' | 'above' | 'below'} where the values are large, seen from where they are not
 */
function sideOf({ values, resolution, middle }) {
  const sums = [
    { u: 0, v: 0, count: 0 },
    { u: 0, v: 0, count: 0 },
  ];
  for (let index = 0; index < values.length; index += 1) {
    const sum = sums[Number(values[index] > middle)];
    sum.u += index % resolution;
    sum.v += Math.floor(index / resolution);
    sum.count += 1;
  }
  const [below, above] = sums.map(({ u, v, count }) => ({ u: u / count, v: v / count }));
  const [across, up] = [above.u - below.u, above.v - below.v];
  if (Math.abs(across) >= Math.abs(up)) return across > 0 ? 'right' : 'left';
  return up > 0 ? 'above' : 'below';
}

/**
 * @param {{ values: Float32Array | Float64Array, resolution: number }} map
 * @param {Bounds} bounds
 * @param {Points} points
 * @param {number} middle
 * @returns {number} the share of the points at which there is nothing above the middle
 */
function shareOff(map, bounds, { x1, x2 }, middle) {
  let off = 0;
  x1.forEach((x, index) => {
    if (!(valuesAt(map, bounds, x, x2[index])[0] > middle)) off += 1;
  });
  return off / x1.length;
}
