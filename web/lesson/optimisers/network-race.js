import { h, setText } from '../../views/dom.js';
import { formatPercent } from '../parts/numbers.js';
import { numberTable } from '../../views/text/table.js';
import { seriesFigure } from '../parts/chart.js';
import { schedule } from '../parts/schedule.js';
import { EpochPlayer } from './epoch-player.js';
import { LossGrid, Slice, squareRound } from './loss-grid.js';
import { METHODS, seriesStyle } from './methods.js';
import { defaultConfig } from '../../state/presets.js';
import { lossOf, moonsProblem, NETWORK_EPOCHS, NETWORK_RATES } from './problems.js';
import { planeFields, rateFields } from './fields.js';
import { LabPath, Race, TrainingPath } from './race.js';
import { SurfacePicture } from './surface-picture.js';
import { columns, stack } from '../parts/widget.js';

/** @typedef {import('../place.js').Place} Place */
/** @typedef {import('./methods.js').OptimizerName} OptimizerName */
/** @typedef {import('./loss-grid.js').Shadow} Shadow */

const RESOLUTION = 64;
const MARGIN = 0.14;
/** Powers of ten of the loss. @type {import('./loss-surface.js').LossScale} */
const SCALE = { floor: 0, low: -1.5, high: 0.5, label: 'Training loss' };
/** Between two drawings of the charts while something moves. */
const CHART_INTERVAL_MS = 150;

/**
 * @typedef {object} Land a plane through the start and two ends, and what is known of it
 * @property {Slice} slice
 * @property {LossGrid} grid
 * @property {Record<string, Shadow[]>} shadows by optimiser, epoch by epoch
 * @property {[string, string]} axes
 */

/**
 * The moons' network under the four optimisers: their curves, and their paths' shadows on a plane
 * through three points of the space of all parameters.
 */
export class NetworkRace {
  #problem;
  #lossAt;
  #race;
  /** @type {[OptimizerName, OptimizerName]} */
  #ends = ['sgd', 'adam'];
  /** None while it is not known where the ends are. @type {Land | null} */
  #land = null;
  #charting = schedule.add(
    () => this.#drawCharts(),
    () => CHART_INTERVAL_MS,
  );
  #player;
  #surface;
  #caption = h('p', { class: 'muted' });
  #plane = planeFields({
    ends: this.#ends,
    onChange: (ends) => {
      this.#ends = ends;
      this.#layAnew();
    },
  });
  #rates = rateFields({
    id: 'network-rate',
    rates: NETWORK_RATES,
    onChange: (method, rate) => {
      this.#race.setRate(method, rate);
      this.#layAnew();
    },
  });
  #table = numberTable({
    caption: 'At this epoch',
    corner: 'Optimiser',
    columns: ['training loss', 'loss at its shadow', 'distance', 'test accuracy'],
    rows: METHODS.map(({ label }) => label),
  });
  #curves;
  #distances;

  /** @param {Place} place */
  constructor(place) {
    this.#problem = moonsProblem(place.engine);
    this.#lossAt = lossOf(place.engine, this.#problem);
    const begin = /** @type {const} */ ({ optimizer: 'sgd', learningRate: 1 });
    const start = new TrainingPath(place.engine, this.#problem, begin);
    this.#race = new Race(
      (options) => new LabPath(start, { ...defaultConfig(), ...options }, NETWORK_EPOCHS),
      NETWORK_RATES,
      NETWORK_EPOCHS,
    );
    start.dispose();
    this.#player = new EpochPlayer(place, {
      id: 'network-epoch',
      last: NETWORK_EPOCHS,
      advance: (deadline) => this.#advance(deadline),
      draw: () => this.#draw(),
      rest: () => this.#rest(),
    });
    this.#surface = new SurfacePicture(place, {
      id: 'slice',
      title: 'A slice of the loss surface',
    });
    this.#table.element.classList.add('numbers-narrow');
    this.#curves = createChart(place, 'network-curves', 'Training loss', {
      title: 'Training loss',
      type: 'logarithmic',
    });
    this.#distances = createChart(place, 'network-distances', 'Distance from the plane', {
      title: 'Distance',
      type: 'linear',
      min: 0,
    });
    place.root.append(
      columns(
        stack(this.#surface.element, this.#caption),
        stack(
          ...[this.#player, this.#plane, this.#rates, this.#table].map(({ element }) => element),
        ),
        this.#curves.element,
        this.#distances.element,
      ),
    );
    this.#layAnew();
  }

  #layAnew() {
    this.#land = null;
    const [first, second] = this.#ends.map(labelOf);
    setText(
      this.#caption,
      `A projection: the paths run through ${this.#problem.start.length} dimensions, and drawn is the shadow that each casts on the plane through the start and the ends of ${first} and ${second}. Of the paths, only these three points are sure to lie in it.`,
    );
    this.#player.wake();
  }

  /** @param {number} deadline */
  #advance(deadline) {
    this.#race.advance(deadline);
    if (!this.#race.isDone) return false;
    this.#land ??= this.#survey();
    this.#land.grid.advance(deadline);
    return this.#land.grid.isDone;
  }

  /**
   * Lays the plane through the start and the two ends.
   *
   * @returns {Land}
   */
  #survey() {
    const pathOf = (/** @type {OptimizerName} */ id) => this.#race.path(id).points;
    const [second, third] = this.#ends.map((id) => pathOf(id)[pathOf(id).length - 1]);
    const slice = new Slice(this.#problem.start, second, third);
    const shadows = Object.fromEntries(
      METHODS.map(({ id }) => [id, pathOf(id).map((point) => slice.shadow(point))]),
    );
    const grid = new LossGrid({
      bounds: squareRound(Object.values(shadows).flat(), MARGIN),
      resolution: RESOLUTION,
      lossAt: (u, v) => this.#lossAt(slice.pointAt(u, v)),
    });
    const [first, other] = this.#ends.map(labelOf);
    return {
      slice,
      grid,
      shadows,
      axes: [`Towards the end of ${first}`, `At right angles, on ${other}’s side`],
    };
  }

  #draw() {
    if (this.#land) this.#drawSurface(this.#land);
    this.#table.update(METHODS.map(({ id }) => this.#cellsOf(id)));
    this.#charting.soon();
  }

  #rest() {
    this.#draw();
    this.#drawCharts();
    this.#surface.describe(this.#describe());
  }

  /** @param {Land} on */
  #drawSurface({ grid, shadows, axes }) {
    this.#surface.show({
      losses: grid.losses,
      resolution: RESOLUTION,
      bounds: grid.bounds,
      scale: SCALE,
      axes,
      paths: METHODS.map(({ id, kind }) => {
        const shown = shadows[id].slice(0, this.#player.epoch + 1);
        return { kind, points: shown.flatMap(({ u, v }) => [u, v]), count: shown.length };
      }),
      marks: [
        { u: 0, v: 0, label: 'start' },
        ...this.#ends.map((id) => {
          const { u, v } = shadows[id][shadows[id].length - 1];
          return { u, v, label: `end of ${labelOf(id)}` };
        }),
      ],
    });
  }

  #drawCharts() {
    const shown = this.#player.epoch + 1;
    this.#curves.chart.show(
      METHODS.map((method) => ({
        ...seriesStyle(method),
        points: this.#race
          .path(method.id)
          .metrics.slice(0, shown)
          .map(({ epoch, trainLoss }) => ({ x: epoch, y: trainLoss })),
      })),
    );
    this.#distances.chart.show(
      METHODS.map((method) => ({
        ...seriesStyle(method),
        points: (this.#land?.shadows[method.id] ?? [])
          .slice(0, shown)
          .map(({ distance }, epoch) => ({ x: epoch, y: distance })),
      })),
    );
    this.#curves.describe(this.#describe());
    this.#distances.describe(this.#describe());
  }

  /** @param {OptimizerName} id */
  #cellsOf(id) {
    const path = this.#race.path(id);
    const at = path.reached(this.#player.epoch);
    const { trainLoss, testAccuracy } = path.metrics[at];
    const shadow = this.#land?.shadows[id][at];
    return [
      trainLoss.toFixed(4),
      this.#land && shadow
        ? this.#lossAt(this.#land.slice.pointAt(shadow.u, shadow.v)).toFixed(4)
        : '…',
      shadow ? shadow.distance.toFixed(2) : '…',
      formatPercent(testAccuracy),
    ];
  }

  #describe() {
    const where = METHODS.map(({ id, label }) => {
      const [loss, ofShadow, distance, accuracy] = this.#cellsOf(id);
      return `${label}: training loss ${loss}, test accuracy ${accuracy}, ${distance} from the plane, where the loss is ${ofShadow}`;
    });
    return `After ${this.#player.epoch} epochs. ${where.join('. ')}.`;
  }
}

/**
 * @param {Place} place
 * @param {string} id
 * @param {string} title
 * @param {import('../../views/charts/series-chart.js').Axes['y']} y
 */
function createChart(place, id, title, y) {
  const x = /** @type {const} */ ({ title: 'Epoch', type: 'linear', min: 0, max: NETWORK_EPOCHS });
  return seriesFigure(place, { id, title, axes: { x, y } });
}

/** @param {OptimizerName} id */
function labelOf(id) {
  return METHODS.find((method) => method.id === id)?.label ?? id;
}
