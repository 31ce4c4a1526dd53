/**
 * What a gradient check says, parameter by parameter and as a whole.
 *
 * @module
 */

import { parameterPlaces } from './parameters.js';

/** @import { Place } from './parameters.js' */

/**
 * @typedef {object} Check as the engine gives it
 * @property {number} epsilon
 * @property {Float64Array} analytic
 * @property {Float64Array} numerical
 * @property {Float64Array} simplified
 * @property {number[]} cosines by layer, from the first
 *
 * @typedef {Place & { analytic: number, numerical: number, simplified: number,
 *   relativeError: number }} Row
 *
 * @typedef {object} GradientReport
 * @property {number} epsilon
 * @property {Row[]} rows in the order of the parameters
 * @property {Row} worst the one with the largest relative error
 * @property {number} overallError length of the difference of both gradients, relative to the
 *   length of the analytic one
 * @property {number[]} cosines
 */

/** Probabilities are clipped to this distance from 0 and 1 before their logarithm. */
const PROBABILITY_CLIP = 1e-7;

/**
 * @param {Check} check
 * @param {number[]} layerSizes
 * @returns {GradientReport}
 */
export function reportGradients({ epsilon, analytic, numerical, simplified, cosines }, layerSizes) {
  const rows = parameterPlaces(layerSizes).map((place, i) => ({
    ...place,
    analytic: analytic[i],
    numerical: numerical[i],
    simplified: simplified[i],
    relativeError: relativeError(analytic[i], numerical[i]),
  }));
  const worst = rows.reduce((a, b) => (b.relativeError > a.relativeError ? b : a));
  return { epsilon, rows, worst, overallError: overallError({ analytic, numerical }), cosines };
}

/**
 * @param {Pick<Check, 'analytic' | 'numerical'>} check
 * @returns {number}
 */
export function overallError({ analytic, numerical }) {
  const difference = Math.hypot(...analytic.map((slope, i) => slope - numerical[i]));
  return difference === 0 ? 0 : difference / Math.hypot(...analytic);
}

/**
 * Whether the network is so sure of a wrong answer that the loss is clipped, hence flat, there. The
 * gradient for learning is not: it keeps pulling such a point back.
 *
 * @param {ArrayLike<number>} probabilities of class 1
 * @param {ArrayLike<number>} classes 0 or 1
 * @returns {boolean}
 */
export function hasClippedMistake(probabilities, classes) {
  return Array.from(classes).some(
    (label, i) => Math.abs(probabilities[i] - label) > 1 - PROBABILITY_CLIP,
  );
}

/**
 * @param {number} a
 * @param {number} b
 */
function relativeError(a, b) {
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}
