/**
 * How much of a result is luck: the same setting from many seeds, how its results are spread, and how often one
 * setting beats another on the same seed.
 *
 * @module
 */

import { measureOf } from './sweep-results.js';
import { withSeeds } from './sweep.js';
import { errorOf } from './messages.js';
import { checkValue } from './values.js';
import { entryOfKey } from './schema.js';

/** @import { Config, Entry } from './types.js' */
/** @import { Measure, Result } from './sweep-results.js' */

/** @typedef {Pick<Result, 'metrics' | 'diverged'>} End of a run */

/** @typedef {'weights' | 'data'} Chance what is drawn anew: first weights and batches, or points and split */

/**
 * @typedef {object} Draw a run from one seed
 * @property {number} seed that is drawn
 * @property {Config} config
 *
 * @typedef {object} Luck how a measure is spread over seeds that have not diverged
 * @property {number} count how many these are
 * @property {number} mean
 * @property {number} lowest
 * @property {number} lower quartile, as the next two as NumPy's `np.quantile`
 * @property {number} median
 * @property {number} upper quartile
 * @property {number} highest
 *
 * @typedef {object} Histogram
 * @property {number} start of the first bin
 * @property {number} width of each, > 0
 * @property {number[]} counts of values, bin by bin; a bin ends where the next begins, and has that end not
 */

/** Bins of a histogram: more are no shape any more, fewer no axis. */
const BINS = { fewest: 5, most: 30 };

/**
 * @param {Config} config
 * @param {Chance} chance of data: the first weights stay those of the configuration
 * @param {number} count of seeds, from the configuration's on
 * @returns {Draw[]} the configuration's own first
 * @throws {RangeError} where there are no more seeds
 */
export function drawsOf(config, chance, count) {
  if (chance === 'weights') return withSeeds(config, count);
  const last = config.seed + count - 1;
  const { error } = checkValue(/** @type {Entry} */ (entryOfKey('seed')), last);
  if (error) throw errorOf(RangeError, error.say);
  const weightSeed = config.weightSeed ?? config.seed;
  return Array.from({ length: count }, (_, i) => {
    const seed = config.seed + i;
    return { seed, config: i === 0 ? config : { ...config, seed, weightSeed } };
  });
}

/**
 * @param {readonly Draw[]} draws
 * @param {Config} config another setting
 * @returns {Config[]} it from the same seeds
 */
export function onSameSeeds(draws, config) {
  return draws.map(({ config: { seed, weightSeed } }) => ({ ...config, seed, weightSeed }));
}

/**
 * @param {readonly number[]} values none of which is NaN
 * @returns {Luck | null} null of none
 */
export function luckOf(values) {
  if (values.length === 0) return null;
  const ascending = [...values].sort((a, b) => a - b);
  const at = (/** @type {number} */ part) => quantile(ascending, part);
  return {
    count: values.length,
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    ...{ lowest: at(0), lower: at(0.25), median: at(0.5), upper: at(0.75), highest: at(1) },
  };
}

/**
 * @param {readonly number[]} ascending
 * @param {number} part 0 … 1
 * @returns {number} between two values, in proportion
 */
function quantile(ascending, part) {
  const place = part * (ascending.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, ascending.length - 1);
  return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
}

/**
 * @param {readonly number[]} values one or more, none of which is NaN
 * @param {number} [step] of which they are multiples, such as one test point; 0: of none
 * @returns {Histogram} in whose middles the multiples lie; without such, bins have round ends
 */
export function histogramOf(values, step = 0) {
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const range = highest - lowest;
  const { start, width } =
    step > 0 ? binsOfSteps(lowest, range, step) : roundBins(lowest, range / (BINS.most - 1));
  const bins = { start, width, counts: new Array(binOf({ start, width }, highest) + 1).fill(0) };
  return countInto(bins, values);
}

/**
 * @param {number} lowest
 * @param {number} range
 * @param {number} step
 */
function binsOfSteps(lowest, range, step) {
  const width = step * Math.max(1, Math.ceil(range / step / (BINS.most - 1)));
  const used = Math.floor(range / width + 0.5) + 1;
  // Below, for where an accuracy is high there is nothing above.
  const empty = Math.max(0, BINS.fewest - used);
  return { start: lowest - step / 2 - empty * width, width };
}

/**
 * @param {number} lowest
 * @param {number} least width; 0 where all values are the same
 */
function roundBins(lowest, least) {
  if (least === 0) {
    const width = Math.abs(lowest) / 100 || 1;
    return { start: lowest - width / 2, width };
  }
  const power = 10 ** Math.floor(Math.log10(least));
  const width = power * ([1, 2, 5].find((n) => n * power >= least) ?? 10);
  const start = width * Math.floor(lowest / width);
  // Rounded, it may come to lie above.
  return { start: start > lowest ? start - width : start, width };
}

/**
 * @param {Histogram} bins that hold them all
 * @param {readonly number[]} values
 * @returns {Histogram} with the same bins, of these values alone
 */
export function countInto(bins, values) {
  const counts = bins.counts.map(() => 0);
  for (const value of values) counts[binOf(bins, value)] += 1;
  return { ...bins, counts };
}

/**
 * @param {Pick<Histogram, 'start' | 'width'>} bins
 * @param {number} value
 */
function binOf({ start, width }, value) {
  return Math.floor((value - start) / width);
}

/**
 * @param {readonly (End | undefined)[]} results by seed; those that are missing are not there yet
 * @param {readonly (End | undefined)[]} others of another setting from the same seeds
 * @param {Measure} measure
 * @returns {{ wins: number, ties: number, losses: number }} of the former, over the seeds that both have; one
 *   that has diverged is beaten by any other
 */
export function compareLuck(results, others, measure) {
  const found = { wins: 0, ties: 0, losses: 0 };
  results.forEach((result, i) => {
    const other = others[i];
    if (!result || !other) return;
    const difference = goodnessOf(result, measure) - goodnessOf(other, measure);
    // Of two that have diverged it is NaN.
    const outcome = difference > 0 ? 'wins' : difference < 0 ? 'losses' : 'ties';
    found[outcome] += 1;
  });
  return found;
}

/**
 * The sign test, two-sided and exact: how likely a fair coin, thrown for each pair that is no tie, falls as
 * unevenly, or more so. As SciPy's `binomtest(wins, wins + losses, 0.5).pvalue`.
 *
 * Method: W. J. Dixon and A. M. Mood, The statistical sign test, Journal of the American Statistical
 * Association 41 (1946), 557–566.
 *
 * @param {{ wins: number, losses: number }} found together 1,000 at most: the chance of as many equal throws is
 *   a number still
 * @returns {number} p, 0 … 1; 1 where there are only ties
 */
export function signTest({ wins, losses }) {
  const throws = wins + losses;
  let chance = 2 ** -throws;
  let tail = 0;
  for (let heads = 0; heads <= Math.min(wins, losses); heads += 1) {
    tail += chance;
    chance *= (throws - heads) / (heads + 1);
  }
  return Math.min(1, 2 * tail);
}

/**
 * @param {End} end
 * @param {Measure} measure
 * @returns {number} more is better
 */
function goodnessOf({ metrics, diverged }, measure) {
  if (diverged) return -Infinity;
  return (measure === 'testLoss' ? -1 : 1) * measureOf(metrics, measure);
}
