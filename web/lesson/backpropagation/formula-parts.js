/** What the formulas of both passes are made of. */

import { bracketed, fraction, row, sub } from '../../views/math.js';
import { formatScientific } from '../../views/power.js';
import { exact } from '../parts/numbers.js';

/** @typedef {import('../../views/math.js').Term} Term */
/** @typedef {{ left: Term, right: Term, sign?: string }} Line */

const DIGITS = 4;

/** @param {number} value a computed number */
export const number = (value) => formatScientific(value + 0, DIGITS);

/** @param {number} value a computed number, as a factor */
export const factor = (value) => bracketed(number(value));

/** @param {number} value a number that somebody has set, as a factor */
export const given = (value) => bracketed(exact(value));

/**
 * @param {Term} of
 * @param {Term} by
 */
export function partial(of, by) {
  return fraction(row('∂', of), row('∂', by));
}

/** @param {...Term} factors */
export function product(...factors) {
  return row(...factors.flatMap((term, i) => (i === 0 ? [term] : ['⋅', term])));
}

/** @param {...Term} terms */
export function sum(...terms) {
  return row(...terms.flatMap((term, i) => (i === 0 ? [term] : ['+', term])));
}

/**
 * A symbol with an index below, if it has one.
 *
 * @param {readonly [string, string]} parameter letter and index
 */
export function symbol([letter, index]) {
  return index === '' ? letter : sub(letter, index);
}

/**
 * A formula, the numbers in its place, the result.
 *
 * @param {Term} left
 * @param {Term} formula
 * @param {Term} numbers
 * @param {number} result
 * @returns {Line[]}
 */
export function worked(left, formula, numbers, result) {
  return [
    { left, right: formula },
    { left: '', right: row(numbers, '=', number(result)) },
  ];
}
