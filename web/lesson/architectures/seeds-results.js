import { h } from '../../views/dom.js';
import { DotPlot } from './dot-plot.js';
import { numberTable } from '../../views/text/table.js';
import { scrollRegion } from '../../views/text/scroll-region.js';
import { fittedChart } from '../parts/chart.js';
import { CONTENDERS, REFERENCES } from './contenders.js';
import { formatPercent, formatShare, formatCount } from '../parts/numbers.js';

/**
 * @typedef {import('./long-runs.js').Run} Run
 * @typedef {'test' | 'fresh'} Judge on which points
 *
 * @typedef {object} SeedScene
 * @property {Run[][]} runs by network
 * @property {Judge} judge
 * @property {number} nPoints that judge
 * @property {{ majority: number, line: number }} baselines on the same points
 */

/**
 * @typedef {object} Spread how numbers are spread
 * @property {number} lowest
 * @property {number} lower quartile
 * @property {number} median
 * @property {number} upper quartile
 * @property {number} highest
 */

/** Where the axis starts: high up, or where a network can be that gives one answer to all. */
const AXIS_MIN = { near: 0.75, far: 0.4 };
const NOTHING = '–';
/**
 * So many standard errors from one half are more than chance: of six comparisons of groups that do not
 * differ, in nineteen cases out of twenty none goes beyond.
 */
const BEYOND_CHANCE = 2.64;

const TEXTS = {
  pairs:
    'Taking all pairs of runs, one of each network: how often is one ahead? (A tie counts half.)',
  test: 'All of this is about these few test points, by which all runs are judged alike. Others may say something else: look at the fresh ones.',
  fresh: 'The fresh points are so many that their own chance hardly counts.',
};

/** Every run as a dot, and how they are spread. */
export class SeedResults {
  /** @type {SeedScene | null} */
  #scene = null;
  #dots;
  #table = numberTable({
    caption: 'Accuracies of all runs',
    corner: 'Network',
    columns: ['Beat the line', 'Lowest', 'Quartile', 'Median', 'Quartile', 'Highest'],
    rows: CONTENDERS.map(({ name, shape }) => `${name} ${shape}`),
  });
  #conclusions = h('ul', { class: 'findings' });

  /** @param {import('../place.js').Place} place */
  constructor(place) {
    this.#dots = fittedChart(
      place,
      { id: 'seeds-dots', title: 'Accuracy, one dot a run' },
      (canvas, theme) =>
        new DotPlot(canvas, {
          title: 'Accuracy',
          theme,
          nameDot: (column, dot) => this.#nameDot(column, dot),
        }),
    );
    this.#dots.element.classList.add('seeds-dots');
    this.elements = [
      this.#dots.element,
      scrollRegion('Accuracies of all runs', this.#table.element),
      this.#conclusions,
    ];
  }

  /** @param {SeedScene} scene */
  draw(scene) {
    this.#scene = scene;
    const { judge, nPoints, baselines } = scene;
    const columns = this.#columns(scene);
    const isNear = columns.every(({ values }) => values.every((value) => value > AXIS_MIN.near));
    this.#dots.chart.show({
      columns,
      min: isNear ? AXIS_MIN.near : AXIS_MIN.far,
      references: /** @type {const} */ (['majority', 'line']).map((name) => ({
        ...REFERENCES[name],
        value: baselines[name],
      })),
      ruler:
        judge === 'test'
          ? { size: 1 / nPoints, label: `one test point: ${(100 / nPoints).toFixed(2)}%` }
          : null,
    });
    this.#table.update(columns.map((column) => cells(column, baselines.line)));
  }

  /**
   * Says in words what there is, and what follows from it.
   *
   * @param {boolean} isComplete
   */
  conclude(isComplete) {
    if (!this.#scene) return;
    const { judge } = this.#scene;
    const networks = this.#columns(this.#scene).flatMap(({ label, values, spread }) =>
      spread ? [{ name: label, values, spread }] : [],
    );
    const medians = networks.map(({ name, spread }) => `${name} ${formatPercent(spread.median)}`);
    this.#dots.describe(
      networks.length > 0
        ? `Medians: ${medians.join(', ')}. All numbers are in the table below.`
        : 'No run yet: the lines of the majority class and of logistic regression alone.',
    );
    const texts = isComplete ? [TEXTS.pairs, ...conclude(networks), TEXTS[judge]] : [];
    this.#conclusions.replaceChildren(...texts.map((text) => h('li', {}, text)));
  }

  /** @param {SeedScene} scene */
  #columns({ runs, judge }) {
    return CONTENDERS.map(({ name, shape, color }, i) => {
      const values = runs[i].map((run) => run[judge]);
      const spread = values.length > 0 ? spreadOf(values) : null;
      return { label: name, detail: shape, color, values, spread };
    });
  }

  /**
   * @param {number} column
   * @param {number} dot
   */
  #nameDot(column, dot) {
    if (!this.#scene) return '';
    const { runs, judge, nPoints } = this.#scene;
    const run = runs[column][dot];
    const right = formatCount(Math.round(run[judge] * nPoints));
    const accuracy = formatShare(run[judge], 2);
    return `Seed ${run.seed}: ${accuracy}, ${right} of ${formatCount(nPoints)}`;
  }
}

/**
 * @param {{ values: number[], spread: Spread | null }} column
 * @param {number} line accuracy of logistic regression
 */
function cells({ values, spread }, line) {
  if (!spread) return Array.from({ length: 6 }, () => NOTHING);
  const { lowest, lower, median, upper, highest } = spread;
  // The same points for all: equal accuracies are equal to the last bit.
  const beating = values.filter((value) => value > line).length;
  return [
    `${beating} of ${values.length}`,
    ...[lowest, lower, median, upper, highest].map((value) => formatPercent(value)),
  ];
}

/**
 * What many runs say about the networks, pair by pair, in two sentences: who is ahead by more than the
 * chance of the seeds, and who is not.
 *
 * @param {readonly { name: string, values: readonly number[] }[]} networks
 * @returns {string[]}
 */
export function conclude(networks) {
  const ahead = [];
  const level = [];
  for (const [first, second] of pairs(networks)) {
    const wins = superiority(first.values, second.values);
    const [better, worse] = wins < 0.5 ? [first, second] : [second, first];
    const often = Math.round(100 * Math.max(wins, 1 - wins));
    if (areApart(first.values, second.values)) {
      ahead.push(`${better.name} ahead of ${worse.name} (${often}%)`);
    } else {
      level.push(`${better.name} and ${worse.name} (${often}%)`);
    }
  }
  return [
    `By more than the chance of the seeds: ${ahead.join(', ') || 'nobody'}.`,
    `Not beyond the chance of the seeds: ${level.join(', ') || 'nobody'}.`,
  ];
}

/**
 * @template T
 * @param {readonly T[]} all
 * @returns {[T, T][]}
 */
function pairs(all) {
  return all.flatMap((first, i) =>
    all.slice(i + 1).map((second) => /** @type {[T, T]} */ ([first, second])),
  );
}

/**
 * @param {readonly number[]} values one or more
 * @returns {Spread}
 */
export function spreadOf(values) {
  const ascending = [...values].sort((a, b) => a - b);
  const at = (/** @type {number} */ part) => quantile(ascending, part);
  return { lowest: at(0), lower: at(0.25), median: at(0.5), upper: at(0.75), highest: at(1) };
}

/**
 * As NumPy's `np.quantile`: between two values, in proportion.
 *
 * @param {readonly number[]} ascending
 * @param {number} part 0…1
 */
function quantile(ascending, part) {
  const place = part * (ascending.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, ascending.length - 1);
  return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
}

/**
 * How often one of `b` is higher than one of `a`, over all pairs; a tie counts half. One half means
 * that neither is ahead.
 *
 * @param {readonly number[]} a
 * @param {readonly number[]} b
 * @returns {number} 0…1
 */
export function superiority(a, b) {
  let wins = 0;
  for (const x of a) {
    for (const y of b) wins += y > x ? 1 : y === x ? 0.5 : 0;
  }
  return wins / (a.length * b.length);
}

/**
 * The test of Mann and Whitney, "On a test of whether one of two random variables is stochastically
 * larger than the other" (1947), in its normal approximation; ties make it the more cautious.
 *
 * @param {readonly number[]} a
 * @param {readonly number[]} b
 * @returns {boolean} whether one group is ahead of the other by more than chance explains
 */
export function areApart(a, b) {
  const standardError = Math.sqrt((a.length + b.length + 1) / (12 * a.length * b.length));
  return Math.abs(superiority(a, b) - 0.5) > BEYOND_CHANCE * standardError;
}
