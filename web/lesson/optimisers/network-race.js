import { ENGLISH } from '../../languages/en.js';
import { h, setText } from '../../views/dom.js';
import { createFormats } from '../../views/formats.js';
import { SeriesChart } from '../../views/series-chart.js';
import { numberTable } from '../../views/table.js';
import { fittedChart } from '../parts/chart.js';
import { EpochPlayer } from './epoch-player.js';
import { LossGrid, Slice, squareRound } from './loss-grid.js';
import { METHODS, seriesStyle } from './methods.js';
import { lossOf, moonsProblem, NETWORK_EPOCHS, NETWORK_RATES } from './problems.js';
import { planeFields, rateFields } from './fields.js';
import { Race } from './race.js';
import { SurfacePicture } from './surface-picture.js';

/** @typedef {import('./methods.js').OptimizerName} OptimizerName */
/** @typedef {import('./loss-grid.js').Shadow} Shadow */

const FORMATS = createFormats(ENGLISH);
const RESOLUTION = 64;
const MARGIN = 0.14;
/** Powers of ten of the loss. @type {import('../../views/loss-scale.js').LossScale} */
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
 *
 * @param {import('../place.js').Place} place
 */
export function mountNetworkRace(place) {
  const problem = moonsProblem(place.engine);
  const lossAt = lossOf(place.engine, problem);
  const race = new Race(place.engine, problem, NETWORK_RATES, NETWORK_EPOCHS);
  /** @type {[OptimizerName, OptimizerName]} */
  let ends = ['sgd', 'adam'];
  /** @type {Land | null} */
  let land = null;
  let chartedAt = -Infinity;

  const player = new EpochPlayer({ id: 'network-epoch', last: NETWORK_EPOCHS, onChange: wake });
  const surface = new SurfacePicture(place, { id: 'slice', title: 'A slice of the loss surface' });
  const caption = h('p', { class: 'muted' });
  const plane = planeFields({
    ends,
    onChange(next) {
      ends = next;
      land = null;
      wake();
    },
  });
  const rates = rateFields({
    id: 'network-rate',
    rates: NETWORK_RATES,
    onChange(method, rate) {
      race.setRate(method, rate);
      land = null;
      wake();
    },
  });
  const table = numberTable({
    caption: 'At this epoch',
    corner: 'Optimiser',
    columns: ['training loss', 'loss at its shadow', 'distance', 'test accuracy'],
    rows: METHODS.map(({ label }) => label),
  });
  table.element.classList.add('numbers-narrow');
  const x = /** @type {const} */ ({ title: 'Epoch', type: 'linear', min: 0, max: NETWORK_EPOCHS });
  const curves = chart('network-curves', 'Training loss', {
    x,
    y: { title: 'Training loss', type: 'logarithmic' },
  });
  const distances = chart('network-distances', 'Distance from the plane', {
    x,
    y: { title: 'Distance', type: 'linear', min: 0 },
  });

  /**
   * @param {string} id
   * @param {string} title
   * @param {import('../../views/series-chart.js').Axes} axes
   */
  function chart(id, title, axes) {
    return fittedChart(
      place,
      { id, title },
      (canvas, theme) => new SeriesChart(canvas, { axes, theme }),
    );
  }

  function wake() {
    const [first, second] = ends.map(labelOf);
    setText(
      caption,
      `A projection: the paths run through ${problem.start.length} dimensions, and drawn is the shadow that each casts on the plane through the start and the ends of ${first} and ${second}. Of the paths, only these three points are sure to lie in it.`,
    );
    if (!place.isRunning) place.run(tick, show);
  }

  /** @param {number} budgetMs */
  function tick(budgetMs) {
    const deadline = performance.now() + budgetMs;
    player.tick();
    race.advance(deadline);
    if (race.isDone) {
      land ??= survey();
      land.grid.advance(deadline);
    }
    draw();
    return player.isPlaying || !race.isDone || !land?.grid.isDone;
  }

  /** Lays the plane through the start and the two ends. */
  function survey() {
    const last = (/** @type {OptimizerName} */ id) => race.path(id).points[race.path(id).length];
    const slice = new Slice(problem.start, last(ends[0]), last(ends[1]));
    const shadows = Object.fromEntries(
      METHODS.map(({ id }) => [id, race.path(id).points.map((point) => slice.shadow(point))]),
    );
    const grid = new LossGrid({
      bounds: squareRound(Object.values(shadows).flat(), MARGIN),
      resolution: RESOLUTION,
      lossAt: (u, v) => lossAt(slice.pointAt(u, v)),
    });
    const [first, second] = ends.map(labelOf);
    /** @type {[string, string]} */
    const axes = [`Towards the end of ${first}`, `At right angles, on ${second}’s side`];
    return { slice, grid, shadows, axes };
  }

  function draw() {
    if (land) drawSurface(land);
    table.update(METHODS.map(({ id }) => cellsOf(id)));
    if (performance.now() - chartedAt > CHART_INTERVAL_MS) drawCharts();
  }

  /** @param {Land} on */
  function drawSurface({ grid, shadows, axes }) {
    surface.show({
      losses: grid.losses,
      resolution: RESOLUTION,
      bounds: grid.bounds,
      scale: SCALE,
      axes,
      paths: METHODS.map(({ id, kind }) => {
        const shown = shadows[id].slice(0, player.epoch + 1);
        return { kind, points: shown.flatMap(({ u, v }) => [u, v]), count: shown.length };
      }),
      marks: [
        { u: 0, v: 0, label: 'start' },
        ...ends.map((id) => {
          const { u, v } = shadows[id][shadows[id].length - 1];
          return { u, v, label: `end of ${labelOf(id)}` };
        }),
      ],
    });
  }

  function show() {
    draw();
    drawCharts();
    surface.describe(describe());
  }

  function drawCharts() {
    chartedAt = performance.now();
    const shown = player.epoch + 1;
    curves.chart.show(
      METHODS.map((method) => ({
        ...seriesStyle(method),
        points: race
          .path(method.id)
          .metrics.slice(0, shown)
          .map(({ epoch, trainLoss }) => ({ x: epoch, y: trainLoss })),
      })),
    );
    distances.chart.show(
      METHODS.map((method) => ({
        ...seriesStyle(method),
        points: (land?.shadows[method.id] ?? [])
          .slice(0, shown)
          .map(({ distance }, epoch) => ({ x: epoch, y: distance })),
      })),
    );
    curves.describe(describe());
    distances.describe(describe());
  }

  /** @param {OptimizerName} id */
  function cellsOf(id) {
    const path = race.path(id);
    const at = path.reached(player.epoch);
    const { trainLoss, testAccuracy } = path.metrics[at];
    const shadow = land?.shadows[id][at];
    return [
      trainLoss.toFixed(4),
      land && shadow ? lossAt(land.slice.pointAt(shadow.u, shadow.v)).toFixed(4) : '…',
      shadow ? shadow.distance.toFixed(2) : '…',
      FORMATS.percent(testAccuracy),
    ];
  }

  function describe() {
    const where = METHODS.map(({ id, label }) => {
      const [loss, ofShadow, distance, accuracy] = cellsOf(id);
      return `${label}: training loss ${loss}, test accuracy ${accuracy}, ${distance} from the plane, where the loss is ${ofShadow}`;
    });
    return `After ${player.epoch} epochs. ${where.join('. ')}.`;
  }

  place.root.append(
    h(
      'div',
      { class: 'columns' },
      h('div', { class: 'stack' }, surface.element, caption),
      h('div', { class: 'stack' }, player.element, plane.element, rates.element, table.element),
      curves.element,
      distances.element,
    ),
  );
  wake();
}

/** @param {OptimizerName} id */
function labelOf(id) {
  return METHODS.find((method) => method.id === id)?.label ?? id;
}
