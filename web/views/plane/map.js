/** Values over the plane: what a network answers, what a neuron gives, a feature. */

import { ENGLISH_PICTURES } from '../text/picture-words.js';

/**
 * @typedef {object} MapScale what the colours of a map mean
 * @property {string} name of the values
 * @property {[number, number]} range what the ends of the palette stand for
 * @property {import('../palette.js').PaletteName} palette
 *
 * @typedef {object} MapValues Arrays are compared by identity: new values need a new array.
 * @property {Float64Array | Float32Array} values (resolution²) within the range, row-major, row 0 the
 *   lowest x2; may hold NaN
 * @property {number} resolution points a side, ≥ 2
 *
 * @typedef {object} MapLine
 * @property {number} [midpoint] the value whose line divides the plane; without it, there is none
 * @property {readonly number[]} [sides] the classes at or below the midpoint and above it
 * @property {number} [label] the class whose probability the values are
 *
 * @typedef {MapScale & MapValues & MapLine} PlaneMap
 */

/** @typedef {[x1min: number, x1max: number, x2min: number, x2max: number]} Bounds */

/**
 * What the colours of an answer mean, before there is one.
 *
 * @param {number} label of the class
 * @param {import('../text/picture-words.js').PictureWords} [words]
 * @returns {MapScale}
 */
export function answerScale(label, { probability, nameOf } = ENGLISH_PICTURES) {
  return { name: probability(nameOf(label)), range: [0, 1], palette: 'diverging' };
}

/**
 * The probability of a class in every place: of the last class where one output decides between two,
 * otherwise of the class of that output.
 *
 * @param {object} answer
 * @param {Float64Array} answer.grid (outputs, resolution, resolution)
 * @param {number} answer.resolution
 * @param {readonly number[]} labels of the classes
 * @param {import('../text/picture-words.js').PictureWords} [words]
 * @param {number} [output]
 * @returns {PlaneMap}
 */
export function answerMap({ grid, resolution }, labels, words = ENGLISH_PICTURES, output = 0) {
  const size = resolution * resolution;
  const outputs = grid.length / size;
  // Values have no classes.
  if (labels.length === 0) {
    const end = grid.reduce((most, value) => Math.max(most, Math.abs(value) || 0), 1);
    return { name: '', range: [-end, end], palette: 'diverging', resolution, values: grid };
  }
  const label = labels[labels.length - outputs + output];
  const map = { ...answerScale(label, words), resolution, label };
  if (outputs < labels.length) return { ...map, values: grid, midpoint: 0.5, sides: labels };
  return { ...map, values: grid.subarray(output * size, (output + 1) * size) };
}

/**
 * @param {PlaneMap} map
 * @param {'levels' | 'classes'} surface
 * @returns {PlaneMap} of `classes`, painted in the likelier one alone
 */
export function onSurface(map, surface) {
  return surface === 'classes' && map.sides ? { ...map, palette: 'winner' } : map;
}

/**
 * @param {PlaneMap} map
 * @param {number} value
 * @returns {number | null} the class on whose side of the line it is; null where there is no line
 */
export function sideOf({ midpoint, sides }, value) {
  return sides && midpoint !== undefined ? sides[Number(value > midpoint)] : null;
}

/**
 * @param {MapScale} scale
 * @param {number} value
 * @returns {number} the share of the range that is below it
 */
export function shareOf({ range: [low, high] }, value) {
  return (value - low) / (high - low);
}

/**
 * @param {MapScale | null | undefined} scale
 * @returns {string} the same where the colours mean the same
 */
export function meaningOf(scale) {
  return scale ? [scale.name, scale.palette, scale.range].join() : '';
}

/**
 * @param {MapValues} map
 * @param {Bounds} bounds
 * @param {number} x1
 * @param {number} x2
 * @returns {number} the value there, by bilinear interpolation; beyond the bounds, the edge's
 */
export function valueAt({ values, resolution }, [x1min, x1max, x2min, x2max], x1, x2) {
  const u = ((x1 - x1min) / (x1max - x1min)) * (resolution - 1);
  const v = ((x2 - x2min) / (x2max - x2min)) * (resolution - 1);
  const column = clamp(Math.floor(u), 0, resolution - 2);
  const line = clamp(Math.floor(v), 0, resolution - 2);
  const s = clamp(u - column, 0, 1);
  const t = clamp(v - line, 0, 1);
  const corner = line * resolution + column;
  const low = values[corner] + (values[corner + 1] - values[corner]) * s;
  const above = corner + resolution;
  const high = values[above] + (values[above + 1] - values[above]) * s;
  return low + (high - low) * t;
}

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
function clamp(value, low, high) {
  return Math.min(high, Math.max(low, value));
}
