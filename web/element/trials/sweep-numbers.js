import { findBest, rankMeans, spreadOf } from '../../state/sweep-results.js';

/** @typedef {import('../../state/sweep.js').Cell} Cell */
/** @typedef {import('../../state/sweep-results.js').Measure} Measure */
/** @typedef {import('../inside/panel.js').PanelOptions} PanelOptions */
/** @typedef {import('./results.js').Pair} Pair */
/** @typedef {import('./sweep-words.js').SweepWords} SweepWords */

/** So much worse than the best, a smaller network does as well. */
const TOLERANCE = 0.01;
/** Shades between the worst and the best: nobody tells more of them apart, and each change is written. */
const SHADES = 20;

/** What the pairs of a sweep come to by one measure, in numbers and in words. */
export class SweepNumbers {
  #options;
  #words;
  #pairs;
  #names;
  #measure;

  /**
   * @param {PanelOptions} options
   * @param {{ pairs: readonly Pair[], words: SweepWords, measure: Measure }} table
   */
  constructor(options, { pairs, words, measure }) {
    this.#options = options;
    this.#words = options.texts.sweep;
    this.#pairs = pairs;
    this.#names = words;
    this.#measure = measure;
  }

  /** @returns {number[]} how good each pair is, from 0, the worst, to 1 */
  rank() {
    const means = this.#pairs.map((_, index) => this.#spreadOf(index).mean);
    const shares = rankMeans(means, this.#measure);
    return shares.map((share) => Math.round(share * SHADES) / SHADES);
  }

  /** @param {number} index of a pair @returns {string} its number, as its cell shows it */
  textOf(index) {
    const { runs, cell } = this.#pairs[index];
    if (runs.length === 0) return '';
    const { count, mean } = this.#spreadOf(index);
    return count === 0 ? this.#words.diverged : this.#number(mean, cell);
  }

  /** @param {number} index @returns {import('../../views/sweep/grid.js').CellView['state']} */
  stateOf(index) {
    if (this.#pairs[index].runs.length === 0) return 'waiting';
    return this.#spreadOf(index).count > 0 ? 'done' : 'diverged';
  }

  /** @param {number} index @returns {string} which pair it is, and what it comes to, as a part of a sentence */
  tell(index) {
    const { runs, cell } = this.#pairs[index];
    const found = runs.length > 0 ? this.#describe(index) : this.#words.waiting;
    return `${this.#names.pair(cell)}: ${found}`;
  }

  /** @returns {string} the best pair, and the smallest that does as well; empty where all have diverged */
  tellBest() {
    const results = this.#pairs.map(({ runs }) => runs.map(({ result }) => result));
    const found = findBest(results, this.#measure, TOLERANCE);
    if (!found) return '';
    const { best, smallest } = found;
    const say = (/** @type {number} */ index) => ({
      name: this.#names.pair(this.#pairs[index].cell),
      value: this.textOf(index),
      parameters: this.#options.formats.count(results[index][0].parameterCount),
    });
    const size = smallest === null ? '' : ` ${this.#words.smallest(say(smallest))}`;
    return this.#words.best(say(best)) + size;
  }

  /** @param {number} index of a pair with runs */
  #describe(index) {
    const { runs, cell } = this.#pairs[index];
    const { count, diverged, mean, deviation, lowest, highest } = this.#spreadOf(index);
    const words = this.#words;
    const print = (/** @type {number} */ value) => this.#number(value, cell);
    const measure = words.within(this.#names.measure(this.#measure, cell.config));
    const at = this.#options.formats.count(runs[0].result.metrics.epoch);
    const parts = [
      count === 1 && words.one(measure, print(mean)),
      count > 1 &&
        words.several(measure, {
          count: this.#options.formats.count(count),
          mean: print(mean),
          deviation: print(deviation),
          lowest: print(lowest),
          highest: print(highest),
        }),
      diverged > 0 && words.divergedAt(diverged, runs.length, at),
    ];
    return parts.filter(Boolean).join(' ');
  }

  /** @param {number} index */
  #spreadOf(index) {
    const results = this.#pairs[index].runs.map(({ result }) => result);
    return spreadOf(results, this.#measure);
  }

  /**
   * @param {number} value
   * @param {Cell} cell
   */
  #number(value, { config }) {
    return this.#names.number(this.#measure, value, config);
  }
}
