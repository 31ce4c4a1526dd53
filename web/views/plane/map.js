/** Values over the plane: what a network answers, what a neuron gives, a feature. */

import { BAND_COUNT, bandIndex, shadeIndex } from '../palette.js';
import { ENGLISH_PICTURES } from '../text/picture-words.js';

/** @typedef {import('../../state/types.js').Points} Points */

/**
 * @typedef {object} MapScale what the colours of a map mean
 * @property {string} name of the values
 * @property {[number, number]} range what the ends of the palette stand for
 * @property {import('../palette.js').PaletteName} palette
 *
 * @typedef {object} MapValues Arrays are compared by identity: new values need a new array.
 * @property {Float64Array | Float32Array} values (resolution²), row-major, row 0 the lowest x2; a layer
 *   of them for each of `classes`, where there are some. Within the range, unless there are `levels`; may
 *   hold NaN
 * @property {number} resolution points a side, ≥ 2
 * @property {Float64Array} [crossings] where the values do not tell where classes meet, see Answer
 *
 * @typedef {object} MapLine
 * @property {number} [midpoint] the value whose line divides the plane; without it, there is none
 * @property {readonly number[]} [sides] the classes at or below the midpoint and above it
 * @property {number} [label] the class whose probability the values are
 * @property {readonly number[]} [classes] that compete: the values are the probability of each, and the
 *   likeliest wins, the first of equals
 * @property {readonly number[]} [levels] values whose lines are drawn
 * @property {boolean} [isOfNeuron] whether it is a neuron's own, and not the network's answer
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
 * What the colours of several classes mean: which is the likeliest, and how likely it is.
 *
 * @param {readonly number[]} classes
 * @param {import('../text/picture-words.js').PictureWords} [words]
 * @returns {MapScale & Pick<MapLine, 'classes'>}
 */
export function classesScale(classes, { winner } = ENGLISH_PICTURES) {
  return { name: winner, range: [1 / classes.length, 1], palette: 'shades', classes };
}

/** Parts of the range that level lines divide: each is two bands wide. */
const LEVELS = 10;

/**
 * What the colours of values mean.
 *
 * @param {[number, number]} range
 * @param {import('../text/picture-words.js').PictureWords} [words]
 * @returns {MapScale & Pick<MapLine, 'levels'>}
 */
export function valuesScale(range, { value } = ENGLISH_PICTURES) {
  const [low, high] = range;
  const levels = Array.from({ length: LEVELS - 1 }, (_, i) => {
    const steps = 2 * (i + 1) - LEVELS;
    return (high + low) / 2 + (steps * (high - low)) / (2 * LEVELS);
  });
  return { name: value, range, palette: 'diverging', levels };
}

/**
 * What a network answers in every place: where one output decides between two classes, the probability
 * of the second; the probability of each of several; a value where there are no classes.
 *
 * @param {object} answer
 * @param {Float64Array} answer.grid (outputs, resolution, resolution)
 * @param {Float64Array} [answer.crossings]
 * @param {number} answer.resolution
 * @param {readonly number[]} labels of the classes
 * @param {import('../text/picture-words.js').PictureWords} [words]
 * @param {[number, number]} [range] of values
 * @returns {PlaneMap}
 */
export function answerMap(answer, labels, words = ENGLISH_PICTURES, range = [-1, 1]) {
  const { grid: values, resolution, crossings } = answer;
  const given = { values, resolution, ...(crossings && { crossings }) };
  if (labels.length === 0) return { ...valuesScale(range, words), ...given };
  if (labels.length > 2) return { ...classesScale(labels, words), ...given };
  const label = labels[labels.length - 1];
  return { ...answerScale(label, words), ...given, label, midpoint: 0.5, sides: labels };
}

/** First digits of a range whose fifths are round. */
const ROUND = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
/** @type {WeakMap<Points, [number, number]>} */
const ranges = new WeakMap();

/**
 * @param {number} size 0 or more
 * @returns {number} the next number whose fifths are round; 1 for 0
 */
export function roundUp(size) {
  const power = size > 0 ? 10 ** Math.floor(Math.log10(size)) : 1;
  const digits = ROUND.find((most) => size <= most * power) ?? 10;
  return Number((digits * power).toPrecision(2));
}

/**
 * @param {{ train: Points, test: Points }} data of points that have values
 * @returns {[number, number]} what colours stand for: round, as far below 0 as above; of the same
 *   training points the same array
 */
export function valueRange({ train, test }) {
  let range = ranges.get(train);
  if (!range) {
    const size = [train, test]
      .flatMap(({ y }) => [...y])
      .reduce((a, b) => Math.max(a, Math.abs(b)), 0);
    const end = roundUp(size);
    range = [-end, end];
    ranges.set(train, range);
  }
  return range;
}

/**
 * @param {PlaneMap} map
 * @param {'levels' | 'classes'} surface
 * @returns {PlaneMap} of `classes`, painted in the likelier one alone
 */
export function onSurface(map, surface) {
  if (surface === 'levels' || (!map.sides && !map.classes)) return map;
  return { ...map, palette: map.sides ? 'winner' : 'winners' };
}

/**
 * The whole answer as the lab shows it.
 *
 * @param {object} scene
 * @param {Parameters<typeof answerMap>[0]} scene.frame
 * @param {{ train: Points, test: Points }} scene.description
 * @param {readonly number[]} labels of the classes; none: points have values
 * @param {import('../text/picture-words.js').PictureWords} words
 * @param {'levels' | 'classes'} [surface]
 * @returns {{ map: PlaneMap, valueRange: [number, number] | undefined }}
 */
export function sceneMap({ frame, description }, labels, words, surface = 'levels') {
  const range = labels.length === 0 ? valueRange(description) : undefined;
  return { map: onSurface(answerMap(frame, labels, words, range), surface), valueRange: range };
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
 * @param {readonly number[]} values
 * @returns {number} the index of the largest, the first of equals; −1 where one is not a number
 */
export function winnerOf(values) {
  return values.some(Number.isNaN) ? -1 : values.indexOf(Math.max(...values));
}

/**
 * @param {MapScale} scale
 * @param {import('../palette.js').Theme} theme
 * @param {number} value
 * @param {number} [winner] which of several classes it belongs to
 * @returns {string} the colour that stands for it, or for the nearest of the range
 */
export function colorOf(scale, { palettes }, value, winner = 0) {
  const share = Math.min(1, Math.max(0, shareOf(scale, value)));
  const { bands } = palettes[scale.palette];
  const isShade = bands.length > BAND_COUNT;
  return bands[isShade ? shadeIndex(winner, share) - 1 : bandIndex(share)];
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
export function valueAt({ values, resolution }, bounds, x1, x2) {
  return valuesAt({ values: values.subarray(0, resolution ** 2), resolution }, bounds, x1, x2)[0];
}

/**
 * @param {MapValues} map
 * @param {Bounds} bounds
 * @param {number} x1
 * @param {number} x2
 * @returns {number[]} the same of each layer
 */
export function valuesAt({ values, resolution }, [x1min, x1max, x2min, x2max], x1, x2) {
  const u = ((x1 - x1min) / (x1max - x1min)) * (resolution - 1);
  const v = ((x2 - x2min) / (x2max - x2min)) * (resolution - 1);
  const column = clamp(Math.floor(u), 0, resolution - 2);
  const line = clamp(Math.floor(v), 0, resolution - 2);
  const s = clamp(u - column, 0, 1);
  const t = clamp(v - line, 0, 1);
  const size = resolution ** 2;
  return Array.from({ length: values.length / size }, (_, layer) => {
    const corner = layer * size + line * resolution + column;
    const low = values[corner] + (values[corner + 1] - values[corner]) * s;
    const above = corner + resolution;
    const high = values[above] + (values[above + 1] - values[above]) * s;
    return low + (high - low) * t;
  });
}

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
function clamp(value, low, high) {
  return Math.min(high, Math.max(low, value));
}
