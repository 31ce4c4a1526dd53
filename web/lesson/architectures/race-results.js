import { parameterCount } from '../../state/parameters.js';
import { BarChart } from './bar-chart.js';
import { fixed } from '../parts/math.js';
import { numberTable } from '../../views/text/table.js';
import { scrollRegion } from '../../views/text/scroll-region.js';
import { fittedChart } from '../parts/chart.js';
import { CONTENDERS, LINE_SIZES, REFERENCES } from './contenders.js';
import { formatPercent, formatCount } from '../parts/numbers.js';

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

/** Where the four networks stand: as bars, and in numbers. */
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
    this.#bars.chart.show({
      bars: [...references, ...networks],
      references: [{ ...REFERENCES.line, value: line.testAccuracy }],
    });
    this.#table.update([
      [NOTHING, NOTHING, NOTHING, ...this.#cells(majority)],
      [String(parameterCount(LINE_SIZES)), NOTHING, NOTHING, ...this.#cells(line)],
      ...lanes.map((lane) => [
        formatCount(lane.parameterCount),
        formatCount(lane.operations),
        lane.isTimed ? `${fixed(1e6 * lane.seconds, 0)} µs` : NOTHING,
        ...this.#cells(lane.metrics),
      ]),
    ]);
  }

  /** @param {Race} race */
  describe({ lanes }) {
    const names = lanes.map(
      ({ contender, metrics }) => `${contender.name} ${formatPercent(metrics.testAccuracy)}`,
    );
    const { majority, line } = this.#baselines;
    this.#bars.describe(
      `Majority class ${formatPercent(majority.testAccuracy)}, line ${formatPercent(
        line.testAccuracy,
      )}, ${names.join(', ')}.`,
    );
  }

  /** @param {Result} result */
  #cells({ trainLoss, trainAccuracy, testAccuracy }) {
    return [
      fixed(trainLoss, 4),
      formatPercent(trainAccuracy),
      `${Math.round(testAccuracy * this.#nTest)} of ${this.#nTest}: ${formatPercent(testAccuracy)}`,
    ];
  }
}

/**
 * Who is better than a straight line, in a sentence.
 *
 * @param {Race} race
 * @param {Baselines} baselines
 * @returns {string}
 */
export function verdict({ lanes, epoch }, { line }) {
  const names = (/** @type {(difference: number) => boolean} */ isMeant) =>
    lanes
      .filter(({ metrics }) => isMeant(metrics.testAccuracy - line.testAccuracy))
      .map(({ contender }) => contender.name);
  // Accuracies of the same 60 points: equal to the last bit, or a sample apart.
  const better = names((difference) => difference > 1e-9);
  const equal = names((difference) => Math.abs(difference) <= 1e-9);
  const level =
    equal.length > 0 ? ` ${list(equal)} draw${equal.length === 1 ? 's' : ''} level.` : '';
  const when = `After ${epoch} epochs`;
  if (better.length === 0) return `${when}, no network beats the straight line.${level}`;
  const beat = better.length === 1 ? 'beats' : 'beat';
  return `${when}, ${list(better)} ${beat} the straight line on these test points.${level}`;
}

/** @param {string[]} words one or more */
function list(words) {
  return words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
