import { h, setText } from '../../views/dom.js';
import { fixed } from '../parts/math.js';
import { formatNumber } from '../parts/numbers.js';
import { radioSwitch } from '../../views/controls/radio-switch.js';
import { numberTable } from '../../views/text/table.js';
import { button, buttons, columns, stack } from '../parts/widget.js';
import { seriesFigure } from '../parts/chart.js';
import { schedule } from '../parts/schedule.js';
import { EpochPlayer } from './epoch-player.js';
import { LossGrid } from './loss-grid.js';
import { METHODS, seriesStyle } from './methods.js';
import { Race, TrainingPath } from './race.js';
import { rateFields } from './fields.js';
import { SurfacePicture } from './surface-picture.js';
import { ARRIVED, arrivalOf, SHAPES, Valley, VALLEY_EPOCHS } from './problems.js';

/** @typedef {import('../place.js').Place} Place */
/** @typedef {import('./methods.js').Rates} Rates */
/** @import { Pair, Shape } from './problems.js' */

/**
 * @typedef {object} Land a valley, and what is drawn of it
 * @property {Valley} valley
 * @property {LossGrid} grid
 * @property {import('./loss-surface.js').LossScale} scale
 */

const RESOLUTION = 100;
/** @type {[string, string]} */
const AXES = ['Weight w', 'Bias b'];
/** Powers of ten of the loss above the lowest. */
const DECADES = { low: -4, high: 1 };
/** @type {import('../../views/charts/series-chart.js').Axes} */
const CHART_AXES = {
  x: { title: 'Epoch', type: 'linear', min: 0, max: VALLEY_EPOCHS },
  y: { title: 'Above the minimum', type: 'logarithmic', min: 1e-6, max: 10 },
};
/** Between two drawings of the chart while something moves. */
const CHART_INTERVAL_MS = 120;

/**
 * The loss of one neuron with one input, whole: its two parameters are the plane. Four optimisers
 * find their way down.
 */
export class ValleyRace {
  #place;
  /** By the shape that they have. @type {Map<string, Land>} */
  #lands = new Map();
  #land;
  /** @type {Pair} */
  #start = SHAPES[0].start;
  #race;
  #charting = schedule.add(
    () => this.#drawChart(),
    () => CHART_INTERVAL_MS,
  );
  #player;
  #surface;
  #shapes = radioSwitch({
    name: 'shape',
    label: 'Feature',
    choices: SHAPES.map(({ id, label }) => ({ value: id, label })),
    onCommit: (id) => this.#choose(/** @type {any} */ (SHAPES.find((shape) => shape.id === id))),
  });
  #condition = h('p', { class: 'muted', 'aria-live': 'polite' });
  #rates = rateFields({
    id: 'valley-rate',
    rates: SHAPES[0].rates,
    onChange: (method, rate) => {
      this.#race.setRate(method, rate);
      this.#player.wake();
    },
  });
  #table = numberTable({
    caption: 'Loss above the minimum',
    corner: 'Optimiser',
    columns: ['at this epoch', `stays below ${ARRIVED}`],
    rows: METHODS.map(({ label }) => label),
  });
  #curves;

  /** @param {Place} place */
  constructor(place) {
    this.#place = place;
    this.#land = this.#landOf(SHAPES[0]);
    this.#race = this.#createRace(SHAPES[0].rates);
    this.#player = new EpochPlayer(place, {
      id: 'valley-epoch',
      last: VALLEY_EPOCHS,
      advance: (deadline) => this.#advance(deadline),
      draw: () => this.#draw(),
      rest: () => this.#rest(),
    });
    this.#surface = new SurfacePicture(place, {
      id: 'valley',
      title: 'Loss of one neuron',
      onStart: (u, v) => this.#begin([u, v]),
    });
    this.#curves = seriesFigure(place, {
      id: 'valley-curves',
      title: 'Loss above the minimum',
      axes: CHART_AXES,
    });
    place.root.append(columns(this.#surface.element, this.#controls()), this.#curves.element);
    this.#shapes.update(SHAPES[0].id);
    this.#choose(SHAPES[0]);
  }

  #controls() {
    return stack(
      this.#shapes.element,
      this.#condition,
      this.#player.element,
      this.#rates.element,
      buttons(button('Back to the example', () => this.#choose(this.#land.valley.shape))),
      this.#table.element,
    );
  }

  /** @param {Shape} shape */
  #landOf(shape) {
    let found = this.#lands.get(shape.id);
    if (!found) {
      const valley = new Valley(this.#place.engine, shape);
      const grid = new LossGrid({
        bounds: shape.bounds,
        resolution: RESOLUTION,
        lossAt: (w, b) => valley.loss([w, b]),
      });
      const scale = { floor: valley.lowest, ...DECADES, label: 'Loss above the minimum' };
      found = { valley, grid, scale };
      this.#lands.set(shape.id, found);
    }
    return found;
  }

  /** @param {Rates} rates */
  #createRace(rates) {
    const { engine } = this.#place;
    const problem = this.#land.valley.problem(this.#start);
    return new Race((options) => new TrainingPath(engine, problem, options), rates, VALLEY_EPOCHS);
  }

  /** @param {Shape} shape */
  #choose(shape) {
    this.#land = this.#landOf(shape);
    const times = formatNumber(this.#land.valley.steepness().condition);
    setText(
      this.#condition,
      `At the minimum the loss curves ${times} times as strongly across the valley as along it.`,
    );
    this.#rates.show(shape.rates);
    this.#begin(shape.start, shape.rates);
  }

  /**
   * @param {Pair} start
   * @param {Rates} [rates] otherwise those of the reader
   */
  #begin(start, rates = this.#race.rates) {
    this.#start = start;
    this.#race.dispose();
    this.#race = this.#createRace(rates);
    this.#player.wake();
  }

  /** @param {number} deadline */
  #advance(deadline) {
    this.#race.advance(deadline);
    if (this.#race.isDone) this.#land.grid.advance(deadline);
    return this.#race.isDone && this.#land.grid.isDone;
  }

  #draw() {
    this.#drawSurface();
    this.#table.update(METHODS.map(({ id }) => this.#cellsOf(id)));
    this.#charting.soon();
  }

  #rest() {
    this.#draw();
    this.#drawChart();
    this.#surface.describe(this.#describe());
  }

  #drawSurface() {
    const { valley, grid, scale } = this.#land;
    const [w, b] = this.#start;
    this.#surface.show(
      {
        losses: grid.losses,
        resolution: RESOLUTION,
        bounds: valley.shape.bounds,
        scale,
        axes: AXES,
        paths: METHODS.map(({ id, kind }) => {
          const path = this.#race.path(id);
          const count = path.reached(this.#player.epoch) + 1;
          return { kind, points: path.points.slice(0, count).flatMap((p) => [...p]), count };
        }),
        marks: [{ u: valley.minimum[0], v: valley.minimum[1], label: 'minimum' }],
      },
      { u: w, v: b, name: `weight ${fixed(w, 2)}, bias ${fixed(b, 2)}` },
    );
  }

  #drawChart() {
    const { lowest } = this.#land.valley;
    this.#curves.chart.show(
      METHODS.map((method) => {
        const { metrics } = this.#race.path(method.id);
        const shown = metrics.slice(0, this.#player.epoch + 1);
        const points = shown.map(({ trainLoss }, x) => ({ x, y: trainLoss - lowest }));
        return { ...seriesStyle(method), points };
      }),
    );
    this.#curves.describe(this.#describe());
  }

  /** @param {import('./methods.js').OptimizerName} id */
  #cellsOf(id) {
    const path = this.#race.path(id);
    const above = path.metrics.map(({ trainLoss }) => trainLoss - this.#land.valley.lowest);
    const arrival = arrivalOf(above);
    const now = above[path.reached(this.#player.epoch)];
    return [Math.max(0, now).toFixed(6), arrival === null ? 'not yet' : `from epoch ${arrival}`];
  }

  #describe() {
    const { minimum } = this.#land.valley;
    const where = METHODS.map(({ id, label }) => {
      const path = this.#race.path(id);
      const [w, b] = path.points[path.reached(this.#player.epoch)];
      return `${label} at weight ${fixed(w, 2)}, bias ${fixed(b, 2)}, ${this.#cellsOf(id)[0]} above the minimum`;
    });
    return (
      `The lowest loss is at weight ${fixed(minimum[0], 2)}, bias ${fixed(minimum[1], 2)}. ` +
      `After ${this.#player.epoch} epochs: ${where.join('; ')}.`
    );
  }
}
