import { fraction, power, row, sub } from '../../views/math.js';
import { exact } from '../parts/numbers.js';
import { PARAMETERS } from './example.js';
import { factor, given, number, product, sum, symbol, worked } from './formula-parts.js';

/** @typedef {import('./look.js').Look} Look */
/** @typedef {import('./formula-parts.js').Line} Line */
/** @typedef {import('../../views/math.js').Term} Term */

const HIDDEN = [0, 1];

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
export const FORWARD = {
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

  answer: ({ output: { z, a } }) => {
    const sigmoid = (/** @type {Term} */ of) => fraction(1, row(1, '+', power('e', row('−', of))));
    return worked('ŷ', row('σ', '(', 'z', ')', '=', sigmoid('z')), sigmoid(factor(z)), a);
  },

  loss: ({ example: { y }, output: { a }, loss }) => {
    const other = row(1, '−', 'ŷ');
    const log = (/** @type {Term} */ of) => row('ln', of);
    const whole = row(
      '−',
      '[',
      'y',
      log('ŷ'),
      '+',
      '(',
      1,
      '−',
      'y',
      ')',
      log(row('(', other, ')')),
      ']',
    );
    const left = y === 1 ? row('−', log('ŷ')) : row('−', log(row('(', other, ')')));
    const numbers =
      y === 1 ? row('−', log(number(a))) : row('−', log(row('(', 1, '−', number(a), ')')));
    return [
      { left: 'L', right: whole },
      { left: '', right: row(left, '=', numbers) },
      { left: '', right: number(loss) },
    ];
  },
};
