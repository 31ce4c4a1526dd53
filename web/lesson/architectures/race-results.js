import { parameterCount } from '../../state/parameters.js';
import { BarChart } from '../../views/bar-chart.js';
import { fixed } from '../../views/math.js';
import { scrollRegion } from '../../views/scroll-region.js';
import { numberTable } from '../../views/table.js';
import { fittedChart } from '../parts/chart.js';
import { CONTENDERS, LINE_SIZES } from './contenders.js';
import { percent, thousands } from './formats.js';
import { REFERENCES } from './references.js';

/**
 * @typedef {import('./race.js').Race} Race
 * @typedef {import('./baselines.js').Baselines} Baselines
 * @typedef {import('./baselines.js').Result} Result
 */

const NOTHING = '–';
const COLUMNS = [
  'Parameters',
  'Multiply-adds',
  'Time',
  'Training loss',
  'Training accuracy',
  'Test accuracy',
];
const ROWS = [
  'Majority class',
  `Line ${LINE_SIZES.join('-')}`,
  ...CONTENDERS.map(({ name, shape }) => `${name} ${shape}`),
];

/**
 * Where the four networks stand: as bars, and in numbers.
 */
export class RaceResults {
  #baselines;
  #nTest;
  #bars;
  #table = numberTable({
    caption: 'The race in numbers; multiply-adds and time of one epoch',
    corner: 'Network',
    columns: COLUMNS,
    rows: ROWS,
  });

  /**
   * @param {import('../place.js').Place} place
   * @param {Baselines} baselines
   * @param {number} nTest
   */
  constructor(place, baselines, nTest) {
    this.#baselines = baselines;
    this.#nTest = nTest;
    this.#bars = fittedChart(
      place,
      { id: 'race-bars', title: 'Test accuracy, compared' },
      (canvas, theme) => new BarChart(canvas, { title: 'Test accuracy', theme }),
    );
    this.bars = this.#bars.element;
    this.table = scrollRegion('Numbers of the race', this.#table.element);
  }

  /** @param {Race} race */
  draw({ lanes }) {
    const { majority, line } = this.#baselines;
    const networks = lanes.map(({ contender: { name, shape, color }, metrics }) => ({
      label: name,
      detail: shape,
      color,
      value: metrics.testAccuracy,
    }));
    const references = /** @type {const} */ ([
      { label: 'Majority', detail: 'class', color: 'reference', value: majority.testAccuracy },
      { label: 'Line', detail: '2-1', color: 'reference', value: line.testAccuracy },
    ]);
    this.#bars.chart.show(
      [...references, ...networks],
      [{ ...REFERENCES.line, value: line.testAccuracy }],
    );
    this.#table.update([
      [NOTHING, NOTHING, NOTHING, ...this.#cells(majority)],
      [String(parameterCount(LINE_SIZES)), NOTHING, NOTHING, ...this.#cells(line)],
      ...lanes.map((lane) => [
        thousands(lane.parameterCount),
        thousands(lane.operations),
        lane.isTimed ? `${fixed(1e6 * lane.seconds, 0)} µs` : NOTHING,
        ...this.#cells(lane.metrics),
      ]),
    ]);
  }

  /** @param {Race} race */
  describe({ lanes }) {
    const names = lanes.map(
      ({ contender, metrics }) => `${contender.name} ${percent(metrics.testAccuracy)}`,
    );
    const { majority, line } = this.#baselines;
    this.#bars.describe(
      `Majority class ${percent(majority.testAccuracy)}, line ${percent(
        line.testAccuracy,
      )}, ${names.join(', ')}.`,
    );
  }

  /** @param {Result} result */
  #cells({ trainLoss, trainAccuracy, testAccuracy }) {
    return [
      fixed(trainLoss, 4),
      percent(trainAccuracy),
      `${Math.round(testAccuracy * this.#nTest)} of ${this.#nTest}: ${percent(testAccuracy)}`,
    ];
  }
}
