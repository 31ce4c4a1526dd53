/**
 * What each step of the two passes computes, with the numbers in their places.
 *
 * @module
 */
import { bracketed, fraction, matrix, power, row, sigmoid, sub } from '../parts/math.js';
import { exact, formatScientific } from '../parts/numbers.js';
import { PARAMETERS } from './example.js';

/** @import { Line, Term } from '../parts/math.js' */
/** @typedef {import('./example.js').Look} Look */

const HIDDEN = [0, 1];
const DIGITS = 4;

/** How each activation is written, of a term. @type {Record<string, (of: Term) => Term>} */
const ACTIVATIONS = {
  tanh: (of) => row('tanh', '(', of, ')'),
  sigmoid: (of) => row('σ', '(', of, ')'),
  relu: (of) => row('max', '(', 0, ',', of, ')'),
};

/**
 * What each step of the forward pass computes, with the numbers in their places.
 *
 * @type {Record<'start' | 'sums' | 'outputs' | 'sum' | 'answer' | 'loss', (look: Look) => Line[]>}
 */
const FORWARD = {
  start: ({ example: { x1, x2, y } }) => [
    { left: sub('x', 1), right: exact(x1) },
    { left: sub('x', 2), right: exact(x2) },
    { left: 'y', right: exact(y) },
  ],

  sums: ({ example: { x1, x2, parameters }, z }) =>
    HIDDEN.flatMap((j) => {
      const [w1, w2, b] = [2 * j, 2 * j + 1, 4 + j];
      return worked(
        sub('z', j + 1),
        sum(
          row(symbol(PARAMETERS[w1]), sub('x', 1)),
          row(symbol(PARAMETERS[w2]), sub('x', 2)),
          symbol(PARAMETERS[b]),
        ),
        sum(
          product(given(parameters[w1]), given(x1)),
          product(given(parameters[w2]), given(x2)),
          given(parameters[b]),
        ),
        z[j],
      );
    }),

  outputs: ({ example: { activation }, z, a }) =>
    HIDDEN.flatMap((j) =>
      worked(
        sub('a', j + 1),
        ACTIVATIONS[activation](sub('z', j + 1)),
        ACTIVATIONS[activation](number(z[j])),
        a[j],
      ),
    ),

  sum: ({ example: { parameters }, a, output }) =>
    worked(
      'z',
      sum(row(sub('v', 1), sub('a', 1)), row(sub('v', 2), sub('a', 2)), 'c'),
      sum(
        product(given(parameters[6]), factor(a[0])),
        product(given(parameters[7]), factor(a[1])),
        given(parameters[8]),
      ),
      output.z,
    ),

  answer: ({ output: { z, a } }) =>
    worked('ŷ', row('σ', '(', 'z', ')', '=', sigmoid('z')), sigmoid(factor(z)), a),

  loss: ({ example: { y }, output: { a }, loss }) => {
    const other = row(1, '−', 'ŷ');
    const log = (/** @type {Term} */ of) => row('ln', of);
    const whole = [log('ŷ'), '+', '(', 1, '−', 'y', ')', log(row('(', other, ')'))];
    const left = y === 1 ? row('−', log('ŷ')) : row('−', log(row('(', other, ')')));
    const numbers =
      y === 1 ? row('−', log(number(a))) : row('−', log(row('(', 1, '−', number(a), ')')));
    return [
      { left: 'L', right: row('−', '[', 'y', ...whole, ']') },
      { left: '', right: row(left, '=', numbers) },
      { left: '', right: number(loss) },
    ];
  },
};

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
const BACKWARD = {
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
    { left: '', right: row(column(...delta.map(number)), matrix([[exact(x1), exact(x2)]])) },
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

/** What the steps of both passes compute, by their names. */
export const FORMULAS = { ...FORWARD, ...BACKWARD };

/** @param {...Term} terms */
function column(...terms) {
  return matrix(terms.map((term) => [term]));
}

/** @param {number} value a computed number */
const number = (value) => formatScientific(value + 0, DIGITS);

/** @param {number} value a computed number, as a factor */
const factor = (value) => bracketed(number(value));

/** @param {number} value a number that somebody has set, as a factor */
const given = (value) => bracketed(exact(value));

/**
 * @param {Term} of
 * @param {Term} by
 */
function partial(of, by) {
  return fraction(row('∂', of), row('∂', by));
}

/** @param {...Term} factors */
function product(...factors) {
  return row(...factors.flatMap((term, i) => (i === 0 ? [term] : ['⋅', term])));
}

/** @param {...Term} terms */
function sum(...terms) {
  return row(...terms.flatMap((term, i) => (i === 0 ? [term] : ['+', term])));
}

/**
 * A symbol with an index below, if it has one.
 *
 * @param {readonly [string, string]} parameter letter and index
 */
function symbol([letter, index]) {
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
function worked(left, formula, numbers, result) {
  return [
    { left, right: formula },
    { left: '', right: row(numbers, '=', number(result)) },
  ];
}
