/**
 * What a look inside a network tells: how right its gradient is, what its neurons have of their own,
 * where two runs part that differ in nothing but the order of their sums; and how long it takes.
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
 * @typedef {Place & { analytic: number, numerical: number, simplified?: number,
 *   relativeError: number }} Row without what the simplified rule takes, where there are several outputs
 *
 * @typedef {object} GradientReport
 * @property {number} epsilon
 * @property {Row[]} rows in the order of the parameters
 * @property {Row} worst the one with the largest relative error
 * @property {number} overallError length of the difference of both gradients, relative to the
 *   length of the analytic one
 * @property {number[]} cosines none where there are several outputs
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
    ...(simplified.length > 0 && { simplified: simplified[i] }),
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
 * @param {number[] | number[][]} probabilities of class 1, or of each class
 * @param {ArrayLike<number>} classes
 * @returns {boolean}
 */
export function hasClippedMistake(probabilities, classes) {
  return Array.from(classes).some((label, i) => {
    const given = probabilities[i];
    const right = typeof given === 'number' ? 1 - Math.abs(given - label) : given[label];
    return right < PROBABILITY_CLIP;
  });
}

/**
 * @param {number} a
 * @param {number} b
 */
function relativeError(a, b) {
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}

/**
 * @typedef {object} Activity of one layer, as the engine gives it
 * @property {number} effectiveRank
 * @property {boolean[]} dead
 * @property {number[]} twinOf
 *
 * @typedef {object} NeuronReport numbers from 1
 * @property {number} number
 * @property {number | null} repeats the first neuron that says the same
 * @property {boolean} isDead its output is the same for every point
 *
 * @typedef {object} LayerReport
 * @property {number} number from 1
 * @property {NeuronReport[]} neurons
 * @property {number} effectiveRank
 * @property {number} deadCount
 * @property {'single' | 'silent' | 'one' | 'some' | 'all'} verdict how many of them the layer really
 *   has: it has but one; none, as all outputs are 0; as good as one; fewer than it has; all
 */

/** Up to this effective rank, neurons act as one. */
const ONE = 1.1;
/** From this share of the neurons on, each counts. */
const ALL = 0.9;

/**
 * @param {Activity[]} activities with the output layer's at the end, which is left out
 * @returns {LayerReport[]}
 */
export function reportActivities(activities) {
  return activities.slice(0, -1).map(({ effectiveRank, dead, twinOf }, layer) => ({
    number: layer + 1,
    neurons: dead.map((isDead, i) => ({
      number: i + 1,
      // Dead ones all say the same: nothing. That is their badge already.
      repeats: isDead || twinOf[i] === i ? null : twinOf[i] + 1,
      isDead,
    })),
    effectiveRank,
    deadCount: dead.filter(Boolean).length,
    verdict: verdict(effectiveRank, dead.length),
  }));
}

/**
 * @param {number} rank
 * @param {number} neurons
 * @returns {LayerReport['verdict']}
 */
function verdict(rank, neurons) {
  if (rank === 0) return 'silent';
  if (neurons === 1) return 'single';
  if (rank <= ONE) return 'one';
  return rank >= ALL * neurons ? 'all' : 'some';
}

/**
 * @typedef {object} ButterflyReport
 * @property {number} epochs compared
 * @property {Float64Array} differences of the losses, absolute, at epoch 0, 1, …
 * @property {number | null} growsFrom the first epoch with more than rounding between them
 * @property {number | null} partsAt the first epoch where anybody sees the difference
 * @property {number} largest
 */

/** Sums in another order differ by less. */
const ROUNDING = 1e-12;
/** A difference of losses that shows in a picture. */
const VISIBLE = 1e-3;

/**
 * @param {{ inOrder: Float64Array, reversed: Float64Array }} butterfly one may have ended early
 * @returns {ButterflyReport}
 */
export function reportButterfly({ inOrder, reversed }) {
  const length = Math.min(inOrder.length, reversed.length);
  const differences = inOrder.slice(0, length).map((loss, i) => lossDistance(loss, reversed[i]));
  const firstAbove = (/** @type {number} */ limit) => {
    const epoch = differences.findIndex((difference) => difference > limit);
    return epoch < 0 ? null : epoch;
  };
  return {
    epochs: length - 1,
    differences,
    growsFrom: firstAbove(ROUNDING),
    partsAt: firstAbove(VISIBLE),
    largest: differences.reduce((most, difference) => Math.max(most, difference), 0),
  };
}

/**
 * @param {number} a a loss; not finite where its run has diverged
 * @param {number} b
 * @returns {number} infinite if only one has
 */
function lossDistance(a, b) {
  if (Number.isFinite(a) && Number.isFinite(b)) return Math.abs(a - b);
  return Number.isFinite(a) || Number.isFinite(b) ? Infinity : 0;
}

/** @typedef {'worker' | 'main'} Mode where it is computed: on the page's own thread it holds it up */

/**
 * What one multiplication of a weight and a sample takes, forward and back, on an ordinary machine:
 * measured with the notebook's network.
 */
const MS_PER_STEP = 3e-6;
/** Both orders of the sum. */
const RUNS = 2;
/** As many epochs as the notebook trains. */
const MOST_EPOCHS = 1000;
const FEWEST_EPOCHS = 10;

/** @type {Record<Mode, number>} */
const BUTTERFLY_MS = { worker: 2000, main: 200 };
/** @type {Record<Mode, number>} */
const AUTOMATIC_MS = { worker: 250, main: 50 };

/**
 * @param {{ parameterCount: number, trainSize: number }} network
 * @param {Mode} mode
 * @returns {number} how many epochs of a butterfly are computed within the time one waits
 */
export function butterflyEpochs({ parameterCount, trainSize }, mode) {
  const epochMs = RUNS * parameterCount * trainSize * MS_PER_STEP;
  const affordable = Math.floor(BUTTERFLY_MS[mode] / epochMs);
  return Math.min(MOST_EPOCHS, Math.max(FEWEST_EPOCHS, affordable));
}

/**
 * @param {{ parameterCount: number, trainSize: number }} network
 * @returns {number} milliseconds: two forward passes for each parameter
 */
export function checkDuration({ parameterCount, trainSize }) {
  return 2 * parameterCount * (parameterCount * trainSize) * (MS_PER_STEP / 2);
}

/**
 * @param {number} duration milliseconds
 * @param {Mode} mode
 * @returns {boolean} whether it may be done without being asked for
 */
export function isAutomatic(duration, mode) {
  return duration <= AUTOMATIC_MS[mode];
}
