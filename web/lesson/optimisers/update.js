/**
 * One update of one parameter: its numbers, and its formulas with the numbers in their places.
 *
 * @module
 */
import { bracketed, equations, fraction, mathElement, power, row, sub } from '../parts/math.js';
import { formatScientific } from '../parts/numbers.js';
import { SETTINGS } from './methods.js';

/** @import { Line, Term } from '../parts/math.js' */
/** @typedef {import('./methods.js').OptimizerName} OptimizerName */

/**
 * One parameter's update with everything on the way. What a method does not have is 0.
 *
 * @typedef {object} Update
 * @property {number} t the step's number, from 1
 * @property {number} before the parameter
 * @property {number} gradient
 * @property {number} lastMean momentum's velocity, or Adam's running mean, before
 * @property {number} mean the same now
 * @property {number} lastSquare RMSProp's or Adam's running mean of the gradient's square, before
 * @property {number} square the same now
 * @property {number} meanShare what Adam divides the mean by: 1 − β₁ᵗ
 * @property {number} squareShare what Adam divides the mean square by: 1 − β₂ᵗ
 * @property {number} change what is added to the parameter
 * @property {number} after the parameter
 */

/**
 * @typedef {object} Names
 * @property {string} parameter w or b
 * @property {number} rate
 */

const EPSILON = 'ε';
const DIGITS = 4;

/**
 * The engine's four rules (Optimizer::update), written out for one parameter, so that each number
 * can be shown. The engine itself tells the gradients and has the last word on the result.
 *
 * @type {Record<OptimizerName, (given: Update, rate: number) => Partial<Update> & { change: number }>}
 */
const RULES = {
  sgd: ({ gradient }, rate) => ({ change: -rate * gradient }),
  momentum({ gradient, lastMean }, rate) {
    const mean = SETTINGS.momentum * lastMean + gradient;
    return { mean, change: -rate * mean };
  },
  rmsprop({ gradient, lastSquare }, rate) {
    const { decay, epsilon } = SETTINGS;
    const square = decay * lastSquare + (1 - decay) * gradient ** 2;
    return { square, change: (-rate * gradient) / (Math.sqrt(square) + epsilon) };
  },
  adam({ t, gradient, lastMean, lastSquare }, rate) {
    const { beta1, beta2, epsilon } = SETTINGS;
    const mean = beta1 * lastMean + (1 - beta1) * gradient;
    const square = beta2 * lastSquare + (1 - beta2) * gradient ** 2;
    const meanShare = 1 - beta1 ** t;
    const squareShare = 1 - beta2 ** t;
    const change = (-rate * (mean / meanShare)) / (Math.sqrt(square / squareShare) + epsilon);
    return { mean, square, meanShare, squareShare, change };
  },
};

/**
 * @param {OptimizerName} method
 * @param {number} rate
 * @param {number} before the parameter
 * @param {number} gradient
 * @param {Update} [last] the step before; none: it is the first
 * @returns {Update}
 */
export function updateOf(method, rate, before, gradient, last) {
  /** @type {Update} */
  const given = {
    t: (last?.t ?? 0) + 1,
    before,
    gradient,
    lastMean: last?.mean ?? 0,
    mean: 0,
    lastSquare: last?.square ?? 0,
    square: 0,
    meanShare: 0,
    squareShare: 0,
    change: 0,
    after: before,
  };
  const done = { ...given, ...RULES[method](given, rate) };
  return { ...done, after: before + done.change };
}

/**
 * One update, with its numbers in their places.
 *
 * @param {import('./methods.js').OptimizerName} method
 * @param {Update} update
 * @param {Names} names
 * @returns {Element}
 */
export function updateFormulas(method, update, names) {
  const slope = fraction(row('∂', 'L'), row('∂', names.parameter));
  /** @type {Line[]} */
  const lines = [
    { left: 'g', right: row(slope, '=', number(update.gradient)) },
    ...LINES[method](update, names),
    { left: '', right: number(update.after) },
  ];
  return equations(lines);
}

/** @type {Record<import('./methods.js').OptimizerName, (update: Update, names: Names) => Line[]>} */
const LINES = {
  sgd: ({ before, gradient }, { parameter, rate }) => [
    step(parameter, row('α', 'g')),
    moved(before, rate, factor(gradient)),
  ],
  momentum: ({ before, gradient, lastMean, mean }, { parameter, rate }) => [
    { left: 'v', sign: '←', right: row('μ', 'v', '+', 'g') },
    {
      left: '',
      right: row(String(SETTINGS.momentum), '⋅', factor(lastMean), '+', factor(gradient)),
    },
    { left: '', right: number(mean) },
    step(parameter, row('α', 'v')),
    moved(before, rate, factor(mean)),
  ],
  rmsprop: ({ before, gradient, lastSquare, square }, { parameter, rate }) => [
    ...meanSquare(() => 'ρ', SETTINGS.decay, lastSquare, gradient, square),
    step(parameter, row('α', fraction('g', row(root('s'), '+', EPSILON)))),
    moved(before, rate, fraction(number(gradient), row(number(Math.sqrt(square)), '+', EPSILON))),
  ],
  adam: (update, names) => [...adamMeans(update), ...adamStep(update, names)],
};

/**
 * @param {Update} update
 * @returns {Line[]}
 */
function adamMeans({ t, gradient, lastMean, mean, lastSquare, square, meanShare, squareShare }) {
  const { beta1, beta2 } = SETTINGS;
  const corrected = (
    /** @type {string} */ name,
    /** @type {Term} */ beta,
    /** @type {number} */ value,
    /** @type {number} */ share,
  ) => ({
    left: hat(name),
    right: row(
      fraction(name, row(1, '−', power(beta, t))),
      '=',
      fraction(number(value), number(share)),
      '=',
      number(value / share),
    ),
  });
  return [
    { left: 'm', sign: '←', right: row(sub('β', 1), 'm', '+', rest(sub('β', 1)), 'g') },
    mixed(beta1, factor(lastMean), factor(gradient)),
    { left: '', right: number(mean) },
    ...meanSquare(() => sub('β', 2), beta2, lastSquare, gradient, square),
    corrected('m', sub('β', 1), mean, meanShare),
    corrected('s', sub('β', 2), square, squareShare),
  ];
}

/**
 * @param {Update} update
 * @param {Names} names
 * @returns {Line[]}
 */
function adamStep({ before, mean, square, meanShare, squareShare }, { parameter, rate }) {
  const below = (/** @type {Term} */ value) => row(value, '+', EPSILON);
  return [
    step(parameter, row('α', fraction(hat('m'), below(root(hat('s')))))),
    moved(
      before,
      rate,
      fraction(number(mean / meanShare), below(number(Math.sqrt(square / squareShare)))),
    ),
  ];
}

/**
 * The running mean of the gradient's square.
 *
 * @param {() => Term} name makes the name of the share that is kept
 * @param {number} share
 * @param {number} last
 * @param {number} gradient
 * @param {number} now
 * @returns {Line[]}
 */
function meanSquare(name, share, last, gradient, now) {
  return [
    { left: 's', sign: '←', right: row(name(), 's', '+', rest(name()), power('g', 2)) },
    mixed(share, number(last), power(factor(gradient), 2)),
    { left: '', right: number(now) },
  ];
}

/**
 * @param {string} parameter
 * @param {Term} change
 * @returns {Line}
 */
function step(parameter, change) {
  return { left: parameter, sign: '←', right: row(parameter, '−', change) };
}

/**
 * @param {number} before
 * @param {number} rate
 * @param {Term} direction
 * @returns {Line} the step in numbers
 */
function moved(before, rate, direction) {
  return { left: '', right: row(number(before), '−', String(rate), '⋅', direction) };
}

/**
 * @param {number} share of the last value that is kept
 * @param {Term} last
 * @param {Term} added
 * @returns {Line} a running mean in numbers
 */
function mixed(share, last, added) {
  // Without the dust of binary fractions.
  const remainder = String(Number((1 - share).toFixed(9)));
  return { left: '', right: row(String(share), '⋅', last, '+', remainder, '⋅', added) };
}

/** @param {Term} share that is kept */
function rest(share) {
  return row('(', 1, '−', share, ')');
}

/** @param {Term} value */
function root(value) {
  return mathElement('msqrt', {}, value);
}

/** @param {Term} value */
function hat(value) {
  return mathElement('mover', { accent: 'true' }, value, '^');
}

/** @param {number} value */
function factor(value) {
  return bracketed(number(value));
}

/** @param {number} value */
function number(value) {
  return formatScientific(Number(value.toPrecision(DIGITS)) + 0, DIGITS);
}
