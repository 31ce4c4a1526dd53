import { formatScientific, powerOfTen } from '../../views/power.js';
import { formatNumber } from '../../views/scale.js';
import { mathElement, row } from '../../views/math.js';
import { PROBABILITY_CLIP } from './example.js';

/** @typedef {import('../../views/math.js').Term} Term */

const DIGITS = 4;
/** Nearer to 1 than this, what is missing says more than the digits. */
const NEAR_ONE = 0.001;
const ROUNDING = 1e-12;

/**
 * The loss of one sample with its numbers in their places.
 *
 * @param {number} y 0 or 1
 * @param {number} p
 * @returns {Element}
 */
export function sampleTerm(y, p) {
  return row('−', '(', y, '·', logarithm(p), '+', 1 - y, '·', logarithm(1 - p), ')');
}

/**
 * @param {number} p a probability, cut off near 0 and 1 as the loss does it
 * @returns {Element}
 */
function logarithm(p) {
  const clipped = Math.min(1 - PROBABILITY_CLIP, Math.max(PROBABILITY_CLIP, p));
  if (clipped < 1 && clipped > 1 - NEAR_ONE) {
    return row('ln', '(', 1, '−', printProbability(1 - clipped), ')');
  }
  return row('ln', space(), printProbability(clipped));
}

/**
 * @param {number} p
 * @returns {string} as many digits as say something
 */
export function printProbability(p) {
  const short = Number(p.toFixed(2));
  // 1 − 0.9 is not 0.1 to the last bit.
  if (Math.abs(short - p) < ROUNDING) return String(short);
  if (Math.abs(p - PROBABILITY_CLIP) < ROUNDING) return powerOfTen(Math.log10(PROBABILITY_CLIP));
  return p < NEAR_ONE ? formatScientific(p, 2) : formatNumber(p, DIGITS);
}

/** Between the name of a function and its argument, or two numbers. */
export function space() {
  return mathElement('mspace', { width: '0.2em' });
}
