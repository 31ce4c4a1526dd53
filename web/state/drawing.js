/**
 * Points that somebody is drawing on the plane, one by one.
 *
 * @module
 */

import { classCount, labelsOf } from './problem.js';
import { SCHEMA } from './schema.js';

/** @import { Config, OwnPoint, Points, PointsEntry } from './types.js' */

const { min, max } = /** @type {PointsEntry} */ (SCHEMA.find((entry) => entry.kind === 'points'));

/** Multiples of it and of its square leave no gaps. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** A coordinate is kept as exactly as one can click: to a thousandth of the picture's side. */
const STEPS = 1000;

/**
 * @param {OwnPoint[]} points
 * @param {{ x1: number, x2: number }} place
 * @param {number} label the class, or the value
 * @param {[number, number, number, number]} bounds of the picture: x1 from, to, x2 from, to
 * @returns {OwnPoint[]} with one more, unless there are as many as there can be
 */
export function addPoint(points, { x1, x2 }, label, [x1Min, x1Max, x2Min, x2Max]) {
  if (points.length >= max) return points;
  return [...points, [round(x1, x1Max - x1Min), round(x2, x2Max - x2Min), label]];
}

/**
 * @param {readonly Points[]} sets such as those for training and for testing
 * @param {[number, number, number, number]} bounds of the picture
 * @returns {OwnPoint[]} the same points, as if they had been drawn
 */
export function drawAgain(sets, [x1Min, x1Max, x2Min, x2Max]) {
  // Numbers of classes are whole, and stay as they are.
  const span = sets.reduce((most, { y }) => y.reduce((a, b) => Math.max(a, Math.abs(b)), most), 1);
  const points = sets.flatMap(({ x1, x2, y }) =>
    Array.from(y, (label, i) => {
      return /** @type {OwnPoint} */ ([
        round(x1[i], x1Max - x1Min),
        round(x2[i], x2Max - x2Min),
        round(label, span),
      ]);
    }),
  );
  return points.slice(0, max);
}

/**
 * Where a drag leaves points round the pointer, as a spray can does: evenly in a disc, without chance, so
 * that the same drag leaves the same.
 *
 * @param {{ x: number, y: number }} position
 * @param {number} count of those that there are already
 * @param {number} radius in the unit of the position
 * @returns {{ x: number, y: number }}
 */
export function sprayed({ x, y }, count, radius) {
  const distance = radius * Math.sqrt((count * GOLDEN) % 1);
  const angle = 2 * Math.PI * ((count * GOLDEN * GOLDEN) % 1);
  return { x: x + distance * Math.cos(angle), y: y + distance * Math.sin(angle) };
}

/**
 * @param {OwnPoint[]} points
 * @returns {number[]} how many there are of each class, two at least
 */
export function countClasses(points) {
  const classes = classCount({ dataset: 'own', classes: 2, data: points });
  return labelsOf({ classes }).map((label) => points.filter((point) => point[2] === label).length);
}

/**
 * @param {OwnPoint[]} points
 * @param {Pick<Config, 'problem' | 'testSize'>} config
 * @returns {boolean} whether they can be trained on
 */
export function isEnough(points, config) {
  if (points.length < fewestPoints(config)) return false;
  return config.problem === 'regression' || countClasses(points).filter(Boolean).length > 1;
}

/**
 * @param {Pick<Config, 'problem' | 'testSize'>} config
 * @returns {number} of values it takes two to test with
 */
export function fewestPoints({ problem, testSize }) {
  return problem === 'regression' ? Math.max(min, Math.floor(1 / testSize) + 1) : min;
}

/**
 * @param {OwnPoint[]} points
 * @returns {Points} column by column
 */
export function toColumns(points) {
  return {
    x1: Float64Array.from(points, ([x1]) => x1),
    x2: Float64Array.from(points, ([, x2]) => x2),
    y: Float64Array.from(points, ([, , label]) => label),
  };
}

/**
 * @param {number} value
 * @param {number} span of the picture's side, > 0
 */
function round(value, span) {
  const decimals = Math.min(20, Math.max(0, Math.ceil(-Math.log10(span / STEPS))));
  return Number(value.toFixed(decimals)) + 0;
}
