import { h, setText } from '../../views/dom.js';
import { formatNumber } from '../../views/scale.js';
import { radioSwitch } from '../../views/radio-switch.js';
import { SeriesChart } from '../../views/series-chart.js';
import { numberTable } from '../../views/table.js';
import { button } from '../parts/button.js';
import { fittedChart } from '../parts/chart.js';
import { EpochPlayer } from './epoch-player.js';
import { LossGrid } from './loss-grid.js';
import { METHODS, seriesStyle } from './methods.js';
import { Race } from './race.js';
import { rateFields } from './fields.js';
import { SurfacePicture } from './surface-picture.js';
import { ARRIVED, arrivalOf, SHAPES, Valley, VALLEY_EPOCHS } from './problems.js';

/** @typedef {import('./problems.js').Pair} Pair */

/**
 * @typedef {object} Land a valley, and what is drawn of it
 * @property {Valley} valley
 * @property {LossGrid} grid
 * @property {import('../../views/loss-scale.js').LossScale} scale
 */

const RESOLUTION = 100;
/** @type {[string, string]} */
const AXES = ['Weight w', 'Bias b'];
/** Powers of ten of the loss above the lowest. */
const DECADES = { low: -4, high: 1 };
/** @type {import('../../views/series-chart.js').Axes} */
const CHART_AXES = {
  x: { title: 'Epoch', type: 'linear', min: 0, max: VALLEY_EPOCHS },
  y: { title: 'Above the minimum', type: 'logarithmic', min: 1e-6, max: 10 },
};
/** Between two drawings of the chart while something moves. */
const CHART_INTERVAL_MS = 120;

/**
 * The loss of one neuron with one input, whole: its two parameters are the plane. Four optimisers
 * find their way down.
 *
 * @param {import('../place.js').Place} place
 */
export function mountValleyRace(place) {
  /** @type {Map<string, Land>} */
  const lands = new Map();
  let land = landOf(SHAPES[0]);
  /** @type {Pair} */
  let start = SHAPES[0].start;
  let race = new Race(place.engine, land.valley.problem(start), SHAPES[0].rates, VALLEY_EPOCHS);
  let chartedAt = -Infinity;

  const player = new EpochPlayer({ id: 'valley-epoch', last: VALLEY_EPOCHS, onChange: wake });
  const surface = new SurfacePicture(place, {
    id: 'valley',
    title: 'Loss of one neuron',
    onStart: (u, v) => begin([u, v]),
  });
  const shapes = radioSwitch({
    name: 'shape',
    label: 'Feature',
    choices: SHAPES.map(({ id, label }) => ({ value: id, label })),
    onCommit: (id) => choose(/** @type {any} */ (SHAPES.find((shape) => shape.id === id))),
  });
  const condition = h('p', { class: 'muted', 'aria-live': 'polite' });
  const rates = rateFields({
    id: 'valley-rate',
    rates: SHAPES[0].rates,
    onChange(method, rate) {
      race.setRate(method, rate);
      wake();
    },
  });
  const table = numberTable({
    caption: 'Loss above the minimum',
    corner: 'Optimiser',
    columns: ['at this epoch', `stays below ${ARRIVED}`],
    rows: METHODS.map(({ label }) => label),
  });
  const curves = fittedChart(
    place,
    { id: 'valley-curves', title: 'Loss above the minimum' },
    (canvas, theme) => new SeriesChart(canvas, { axes: CHART_AXES, theme }),
  );

  /** @param {import('./problems.js').Shape} shape */
  function landOf(shape) {
    let found = lands.get(shape.id);
    if (!found) {
      const valley = new Valley(place.engine, shape);
      const grid = new LossGrid({
        bounds: shape.bounds,
        resolution: RESOLUTION,
        lossAt: (w, b) => valley.loss([w, b]),
      });
      const scale = { floor: valley.lowest, ...DECADES, label: 'Loss above the minimum' };
      found = { valley, grid, scale };
      lands.set(shape.id, found);
    }
    return found;
  }

  /** @param {import('./problems.js').Shape} shape */
  function choose(shape) {
    land = landOf(shape);
    const times = formatNumber(land.valley.steepness().condition);
    setText(
      condition,
      `At the minimum the loss curves ${times} times as strongly across the valley as along it.`,
    );
    rates.show(shape.rates);
    begin(shape.start, shape.rates);
  }

  /**
   * @param {Pair} at
   * @param {import('./methods.js').Rates} [withRates] otherwise those of the reader
   */
  function begin(at, withRates = race.rates) {
    start = at;
    race.dispose();
    race = new Race(place.engine, land.valley.problem(at), withRates, VALLEY_EPOCHS);
    wake();
  }

  function wake() {
    if (!place.isRunning) place.run(tick, show);
  }

  /** @param {number} budgetMs */
  function tick(budgetMs) {
    const deadline = performance.now() + budgetMs;
    player.tick();
    race.advance(deadline);
    if (race.isDone) land.grid.advance(deadline);
    draw();
    return player.isPlaying || !race.isDone || !land.grid.isDone;
  }

  /** What every frame brings. */
  function draw() {
    const { minimum, shape } = land.valley;
    surface.show(
      {
        losses: land.grid.losses,
        resolution: RESOLUTION,
        bounds: shape.bounds,
        scale: land.scale,
        axes: AXES,
        paths: METHODS.map(({ id, kind }) => {
          const path = race.path(id);
          const count = path.reached(player.epoch) + 1;
          return { kind, points: path.points.slice(0, count).flatMap((p) => [...p]), count };
        }),
        marks: [{ u: minimum[0], v: minimum[1], label: 'minimum' }],
      },
      { u: start[0], v: start[1], name: `weight ${show2(start[0])}, bias ${show2(start[1])}` },
    );
    table.update(METHODS.map(({ id }) => cellsOf(id)));
    if (performance.now() - chartedAt > CHART_INTERVAL_MS) drawChart();
  }

  /** The same when it has come to a rest, with what takes longer. */
  function show() {
    draw();
    drawChart();
    surface.describe(describe());
  }

  function drawChart() {
    chartedAt = performance.now();
    const { lowest } = land.valley;
    curves.chart.show(
      METHODS.map((method) => {
        const { metrics } = race.path(method.id);
        const shown = metrics.slice(0, player.epoch + 1);
        const points = shown.map(({ trainLoss }, x) => ({ x, y: trainLoss - lowest }));
        return { ...seriesStyle(method), points };
      }),
    );
    curves.describe(describe());
  }

  /** @param {import('./methods.js').OptimizerName} id */
  function cellsOf(id) {
    const path = race.path(id);
    const above = path.metrics.map(({ trainLoss }) => trainLoss - land.valley.lowest);
    const arrival = arrivalOf(above);
    const now = above[path.reached(player.epoch)];
    return [Math.max(0, now).toFixed(6), arrival === null ? 'not yet' : `from epoch ${arrival}`];
  }

  function describe() {
    const { minimum } = land.valley;
    const where = METHODS.map(({ id, label }) => {
      const path = race.path(id);
      const [w, b] = path.points[path.reached(player.epoch)];
      return `${label} at weight ${show2(w)}, bias ${show2(b)}, ${cellsOf(id)[0]} above the minimum`;
    });
    return (
      `The lowest loss is at weight ${show2(minimum[0])}, bias ${show2(minimum[1])}. ` +
      `After ${player.epoch} epochs: ${where.join('; ')}.`
    );
  }

  place.root.append(
    h(
      'div',
      { class: 'columns' },
      surface.element,
      h(
        'div',
        { class: 'stack' },
        shapes.element,
        condition,
        player.element,
        rates.element,
        h(
          'div',
          { class: 'buttons' },
          button('Back to the example', () => choose(land.valley.shape)),
        ),
        table.element,
      ),
    ),
    curves.element,
  );
  shapes.update(SHAPES[0].id);
  choose(SHAPES[0]);
}

/** @param {number} value */
function show2(value) {
  return value.toFixed(2).replace('-', '−');
}
