import { FittedCanvas } from '../../views/fitted-canvas.js';
import { figure } from '../../views/figure.js';
import { themeColors } from '../../views/palette.js';
import { PlaneCanvas } from '../../views/plane/canvas.js';
import { describeBoundary } from '../../views/plane/description.js';
import { formatNumber, formatPercent, formatShare } from '../parts/numbers.js';
import { seriesFigure } from '../parts/chart.js';
import { firstInTurn } from '../parts/schedule.js';
import { sceneMap } from '../parts/plane.js';
import { REFERENCES } from './contenders.js';
import { columns } from '../parts/widget.js';

/**
 * @typedef {import('../parts/plane.js').PlaneScene} PlaneScene
 * @typedef {import('./race.js').Race} Race
 * @typedef {import('./baselines.js').Baselines} Baselines
 * @typedef {'epochs' | 'operations' | 'seconds'} Effort what the horizontal axis counts
 */

/** @type {readonly { value: Effort, label: string }[]} */
export const EFFORTS = [
  { value: 'epochs', label: 'Epochs' },
  { value: 'operations', label: 'Multiply-adds' },
  { value: 'seconds', label: 'Seconds' },
];

/** Networks differ in these by factors, hence a logarithmic axis. */
const LOGARITHMIC_TITLES = {
  operations: 'Multiply-adds so far (each mark ten times the one before)',
  seconds: 'Seconds of computing on this device (each mark ten times the one before)',
};

const METRICS = /** @type {const} */ ([
  {
    id: 'race-loss',
    title: 'Training loss',
    metric: 'trainLoss',
    // Under the notebook's rule the loss jumps to 6 and more for some epochs.
    axis: { title: 'Training loss (cut at 1)', type: 'linear', min: 0, max: 1 },
    format: (/** @type {number} */ value) => formatNumber(value, 4),
  },
  {
    id: 'race-accuracy',
    title: 'Test accuracy',
    metric: 'testAccuracy',
    axis: {
      title: 'Test accuracy',
      type: 'linear',
      min: 0,
      max: 1,
      // Ticks without decimals, values pointed at with one.
      format: (/** @type {number} */ value) => formatShare(value),
    },
    format: formatPercent,
  },
]);

/** The curves of the four networks, against what has been spent on them. */
export class RaceCharts {
  #charts;
  #baselines;
  /** @type {Effort} */
  #effort = 'epochs';

  /**
   * @param {import('../place.js').Place} place
   * @param {Baselines} baselines
   */
  constructor(place, baselines) {
    this.#baselines = baselines;
    this.#charts = METRICS.map(({ id, title, axis }) =>
      seriesFigure(place, {
        id,
        title,
        axes: { x: { title: 'Epoch', type: 'linear', min: 0 }, y: axis },
        hasLegend: false,
      }),
    );
    this.element = columns(...this.#charts.map(({ element }) => element));
  }

  /** @param {Effort} effort from the next time on that they are drawn */
  set effort(effort) {
    this.#effort = effort;
  }

  /** How many charts there are. */
  get count() {
    return this.#charts.length;
  }

  /**
   * @param {number} index of the chart
   * @param {Race} race
   */
  draw(index, race) {
    const { metric, axis } = METRICS[index];
    const { chart } = this.#charts[index];
    const x = this.#axis(race);
    const networks = race.lanes.map((lane) => ({
      label: lane.contender.name,
      color: lane.contender.color,
      dashed: lane.contender.dashes,
      // A logarithmic axis has no place for the start.
      points: lane.points.of(metric, this.#perEpoch(lane)).filter((point) => point.x >= x.min),
    }));
    const references = /** @type {const} */ (['majority', 'line']).map((name) => ({
      label: REFERENCES[name].label,
      color: /** @type {const} */ ('reference'),
      dashed: REFERENCES[name].dashes,
      points: [x.min, x.max].map((end) => ({ x: end, y: this.#baselines[name][metric] })),
    }));
    chart.setAxes({ x, y: axis });
    chart.show([...references, ...networks]);
  }

  /**
   * Says in words what the charts show.
   *
   * @param {Race} race
   */
  describe(race) {
    METRICS.forEach(({ metric, format }, i) => {
      const { line, majority } = this.#baselines;
      const networks = race.lanes.map(
        ({ contender, metrics }) => `${contender.name} ${format(metrics[metric])}`,
      );
      this.#charts[i].describe(
        `At epoch ${race.epoch}: ${networks.join(', ')}. For comparison: a straight line ${format(
          line[metric],
        )}, always the majority class ${format(majority[metric])}.`,
      );
    });
  }

  /** @param {Race['lanes'][number]} lane */
  #perEpoch({ operations, seconds }) {
    return { epochs: 1, operations, seconds }[this.#effort];
  }

  /** @param {Race} race */
  #axis(race) {
    const { epochs } = race;
    if (this.#effort === 'epochs') {
      return { title: 'Epoch', type: /** @type {const} */ ('linear'), min: 0, max: epochs };
    }
    const costs = race.lanes.map((lane) => this.#perEpoch(lane));
    const title = LOGARITHMIC_TITLES[this.#effort];
    const [min, max] = [Math.min(...costs), Math.max(...costs) * epochs];
    return { title, type: /** @type {const} */ ('logarithmic'), min, max };
  }
}

/**
 * The boundary as one of several small pictures, to be compared at a glance: without colour bar and
 * crosshair.
 */
export class SmallPlane {
  #place;
  #figure;
  #painter;
  /** @type {PlaneScene | null} */
  #scene = null;

  /**
   * @param {import('../place.js').Place} place
   * @param {import('../../views/picture.js').Titled} options
   */
  constructor(place, options) {
    this.#place = place;
    this.#figure = figure(options);
    this.element = this.#figure.element;
    this.element.classList.add('small-plane');
    this.#painter = new PlaneCanvas(this.#figure.canvas, { isSlim: true });
    new FittedCanvas(
      this.#figure.stage,
      this.#painter,
      firstInTurn(() => this.#draw()),
    );
    place.onTheme(() => this.#draw());
  }

  /** @param {PlaneScene} scene */
  show(scene) {
    this.#scene = scene;
    this.#draw();
  }

  /** Brings the description in words up to date: not with every frame, it costs as much as one. */
  describe() {
    const map = this.#scene && sceneMap(this.#scene);
    if (map) this.#figure.describe(describeBoundary(map, { metrics: this.#scene?.metrics }));
  }

  #draw() {
    if (!this.#scene) return;
    const theme = themeColors(this.#place.themeName);
    this.#painter.draw({ ...this.#scene, map: sceneMap(this.#scene), theme });
  }
}
