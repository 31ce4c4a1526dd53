import { bracketed, fraction, matrix, power, row, sub } from '../../views/math.js';
import { exact } from '../parts/numbers.js';
import { factor, given, number, partial, product, worked } from './formula-parts.js';

/** @typedef {import('./look.js').Look} Look */
/** @typedef {import('./formula-parts.js').Line} Line */
/** @typedef {import('../../views/math.js').Term} Term */

const HIDDEN = [0, 1];

/**
 * An activation's slope, from what it gave: the formula, and the numbers in it.
 *
 * @type {Record<string, { formula: (a: Term) => Term, numbers: (a: number, z: number) => Term }>}
 */
const SLOPES = {
  tanh: {
    formula: (a) => row('(', 1, '−', power(a, 2), ')'),
    numbers: (a) => row('(', 1, '−', power(bracketed(number(a)), 2), ')'),
  },
  sigmoid: {
    formula: (a) => row(a, '(', 1, '−', a, ')'),
    numbers: (a) => row(number(a), '(', 1, '−', number(a), ')'),
  },
  relu: {
    formula: (a) => row('[', a, '>', 0, ']'),
    numbers: (_, z) => (z > 0 ? '1' : '0'),
  },
};

/**
 * What each step of the backward pass computes, with the numbers in their places.
 *
 * @type {Record<'slope' | 'error' | 'outer' | 'messages' | 'deltas' | 'inner', (look: Look) => Line[]>}
 */
export const BACKWARD = {
  slope: ({ example: { y }, output: { a, outputGradient } }) =>
    worked(
      partial('L', 'ŷ'),
      fraction(row('ŷ', '−', 'y'), row('ŷ', '(', 1, '−', 'ŷ', ')')),
      fraction(row(number(a), '−', exact(y)), row(number(a), '(', 1, '−', number(a), ')')),
      outputGradient,
    ),

  error: ({ example: { y }, output: { a, outputGradient, delta } }) => [
    {
      left: row('δ', '=', partial('L', 'z')),
      right: product(partial('L', 'ŷ'), row('ŷ', '(', 1, '−', 'ŷ', ')')),
    },
    {
      left: '',
      right: product(factor(outputGradient), row(number(a), '(', 1, '−', number(a), ')')),
    },
    { left: '', right: number(delta) },
    { left: '', right: row('ŷ', '−', 'y', '=', number(a), '−', exact(y)) },
  ],

  outer: ({ a, output: { delta }, gradient }) => [
    ...HIDDEN.flatMap((j) =>
      worked(
        partial('L', sub('v', j + 1)),
        product('δ', sub('a', j + 1)),
        product(factor(delta), factor(a[j])),
        gradient[6 + j],
      ),
    ),
    { left: partial('L', 'c'), right: row('δ', '=', number(gradient[8])) },
  ],

  messages: ({ example: { parameters }, output: { delta }, outputGradient }) =>
    HIDDEN.flatMap((j) =>
      worked(
        partial('L', sub('a', j + 1)),
        product(sub('v', j + 1), 'δ'),
        product(given(parameters[6 + j]), factor(delta)),
        outputGradient[j],
      ),
    ),

  deltas: ({ example: { activation }, z, a, outputGradient, delta }) => {
    const { formula, numbers } = SLOPES[activation];
    return HIDDEN.flatMap((j) =>
      worked(
        row(sub('δ', j + 1), '=', partial('L', sub('z', j + 1))),
        product(partial('L', sub('a', j + 1)), formula(sub('a', j + 1))),
        product(factor(outputGradient[j]), numbers(a[j], z[j])),
        delta[j],
      ),
    );
  },

  inner: ({ example: { x1, x2 }, delta, gradient }) => [
    {
      left: partial('L', 'W'),
      right: row(column(sub('δ', 1), sub('δ', 2)), matrix([[sub('x', 1), sub('x', 2)]])),
    },
    {
      left: '',
      right: row(column(...delta.map(number)), matrix([[exact(x1), exact(x2)]])),
    },
    {
      left: '',
      right: matrix([gradient.slice(0, 2).map(number), gradient.slice(2, 4).map(number)]),
    },
    {
      left: partial('L', 'b'),
      right: row(
        column(sub('δ', 1), sub('δ', 2)),
        '=',
        column(...gradient.slice(4, 6).map(number)),
      ),
    },
  ],
};

/** @param {...Term} terms */
function column(...terms) {
  return matrix(terms.map((term) => [term]));
}
