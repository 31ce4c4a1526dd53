import { DotPlot } from '../../views/dot-plot.js';
import { h } from '../../views/dom.js';
import { scrollRegion } from '../../views/scroll-region.js';
import { numberTable } from '../../views/table.js';
import { fittedChart } from '../parts/chart.js';
import { CONTENDERS } from './contenders.js';
import { percent, share, thousands } from './formats.js';
import { REFERENCES } from './references.js';
import { conclude } from './seeds-conclusion.js';
import { spreadOf } from './spread.js';

/**
 * @typedef {import('./seed-runs.js').Run} Run
 * @typedef {'test' | 'fresh'} Judge on which points
 *
 * @typedef {object} SeedScene
 * @property {Run[][]} runs by network
 * @property {Judge} judge
 * @property {number} nPoints that judge
 * @property {{ majority: number, line: number }} baselines on the same points
 */

/** Where the axis starts: high up, or where a network can be that gives one answer to all. */
const AXIS_MIN = { near: 0.75, far: 0.4 };
const NOTHING = '–';

const TEXTS = {
  pairs:
    'Taking all pairs of runs, one of each network: how often is one ahead? (A tie counts half.)',
  test: 'All of this is about these few test points, by which all runs are judged alike. Others may say something else: look at the fresh ones.',
  fresh: 'The fresh points are so many that their own chance hardly counts.',
};

/**
 * Every run as a dot, and how they are spread.
 */
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
    const medians = networks.map(({ name, spread }) => `${name} ${percent(spread.median)}`);
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
    const right = thousands(Math.round(run[judge] * nPoints));
    const accuracy = share(run[judge], 2);
    return `Seed ${run.seed}: ${accuracy}, ${right} of ${thousands(nPoints)}`;
  }
}

/**
 * @param {{ values: number[], spread: import('./spread.js').Spread | null }} column
 * @param {number} line accuracy of logistic regression
 */
function cells({ values, spread }, line) {
  if (!spread) return Array.from({ length: 6 }, () => NOTHING);
  const { lowest, lower, median, upper, highest } = spread;
  // The same points for all: equal accuracies are equal to the last bit.
  const beating = values.filter((value) => value > line).length;
  return [
    `${beating} of ${values.length}`,
    ...[lowest, lower, median, upper, highest].map((value) => percent(value)),
  ];
}
