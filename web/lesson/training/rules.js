import { metricsOfAll } from '../../state/metrics.js';
import { defaultConfig } from '../../state/presets.js';
import { h } from '../../views/dom.js';
import { metricRows } from '../parts/numbers.js';
import { fixed } from '../parts/math.js';
import { radioSwitch } from '../../views/controls/radio-switch.js';
import { numberTable } from '../../views/text/table.js';
import { columns, quantities, stack } from '../parts/widget.js';
import { Plane } from '../parts/plane.js';
import { schedule } from '../parts/schedule.js';
import { TrainingRun } from '../parts/training-run.js';
import { seriesFigure } from '../parts/chart.js';
import { EPSILON, publishRule } from './rule-values.js';

/** @typedef {import('../../state/types.js').Config} Config */

const METRICS = ['Training loss', 'Test loss', 'Training accuracy', 'Test accuracy'];
const DECIMALS = 2;
const CHART_INTERVAL_MS = 150;
/** Of the simplified rule's peaks only the feet are shown, or nothing else could be seen. */
const HIGHEST = 1.5;
const RULES = /** @type {const} */ (['simplified', 'backprop']);
const TITLES = ['The notebook’s rule', 'Exact backpropagation'];
const COLUMNS = ['Notebook’s', 'Exact'];
const COSINE_NOTE =
  'The cosine compares the direction of a rule’s step, for the weights of a layer, with that of the true gradient: 1 is the same direction, 0 at right angles, −1 the opposite.';
const STARTS = [
  { value: 'small', label: 'The notebook’s' },
  { value: 'xavier', label: 'Xavier' },
];

/**
 * The notebook's rule and exact backpropagation from one start, side by side.
 *
 * @param {import('../place.js').Place} place
 */
export function mountRules(place) {
  const notebook = defaultConfig('notebook');
  const planes = TITLES.map((title, i) => new Plane(place, { id: `rule${i}`, title }));
  const tables = createRuleTables(notebook.layers);
  const view = seriesFigure(place, {
    id: 'rules',
    title: 'Training loss, its peaks cut off',
    axes: {
      x: { title: 'Epoch', type: 'linear', min: 0, max: notebook.epochs },
      y: { title: 'Cross-entropy', type: 'linear', min: 0, max: HIGHEST },
    },
  });
  /** @type {{ x: number, y: number }[][]} */
  let losses = [];
  const drawing = schedule.add(
    () => {
      view.chart.show(losses.map(toSeries));
      view.describe(describe(losses));
    },
    () => CHART_INTERVAL_MS,
  );

  const run = new TrainingRun(place, {
    onFrame({ rows, isStart }) {
      if (isStart) losses = rows.map(() => []);
      rows.forEach((epochs, i) => losses[i].push(...lossPoints(epochs)));
      drawing.soon();
      run.scenes.forEach(({ description, frame }, i) =>
        planes[i].show({ ...description, ...frame, points: 'train' }),
      );
      tables.showMetrics(run.scenes.map(({ frame }) => frame.metrics));
    },
    async onRest() {
      for (const plane of planes) plane.describe();
      const looks = await run.ask(async (client) => ({
        activities: await client.activities(),
        check: await client.gradientCheck(EPSILON),
      }));
      if (!looks) return;
      const { ranks } = tables.inspect(looks, RULES);
      publishRule(place, run.scenes[0], looks[0].check);
      place.publish('effective-rank', {
        shape: '()',
        values: ranks.map((values, i) => `${TITLES[i]}: ${values.join(', ')}`).join('\n'),
        where: `layer by layer, after ${run.epoch} epochs`,
      });
    },
  });
  const start = (/** @type {string} */ init) =>
    run.start(
      RULES.map((rule) => ({ config: /** @type {Config} */ ({ ...notebook, init, rule }) })),
    );
  const starts = radioSwitch({
    name: 'start',
    label: 'Start weights',
    choices: STARTS,
    onCommit: start,
  });
  starts.update(notebook.init);

  place.root.append(
    h('div', { class: 'switches' }, starts.element),
    run.element,
    columns(...planes.map(({ element }) => element)),
    columns(
      stack(view.element, tables.metrics),
      stack(
        tables.inside,
        h('p', { class: 'muted' }, COSINE_NOTE),
        quantities(place, {
          'simplified-rule': 'the simplified rule',
          'effective-rank': 'effective rank',
        }),
      ),
    ),
  );
  start(notebook.init);
}

/** @param {Float64Array} rows */
function lossPoints(rows) {
  return metricsOfAll(rows).map(({ epoch, trainLoss }) => ({ x: epoch, y: trainLoss }));
}

/**
 * @param {{ x: number, y: number }[]} points
 * @param {number} i
 * @returns {import('../../views/charts/series-chart.js').Series}
 */
function toSeries(points, i) {
  return { label: TITLES[i], color: /** @type {0 | 1} */ (1 - i), dashed: i === 0, points };
}

/** @param {{ x: number, y: number }[][]} losses */
function describe(losses) {
  return losses
    .map((points, i) => {
      const { x, y } = points[points.length - 1];
      return `${TITLES[i]}: training loss ${fixed(points[0].y, 4)} at the start, ${fixed(y, 4)} at epoch ${x}.`;
    })
    .join(' ');
}

/**
 * What trainings from one start have come to, beside each other.
 *
 * @param {number[]} layers neurons of each hidden layer
 */
function createRuleTables(layers) {
  const corner = 'Measure';
  const metrics = numberTable({ caption: 'How well', corner, columns: COLUMNS, rows: METRICS });
  const inside = numberTable({
    caption: 'What is inside, whenever it rests',
    corner,
    columns: COLUMNS,
    rows: [
      ...layers.map((count, i) => `Effective rank, layer ${i + 1} (${count} neurons)`),
      ...[...layers, 1].map((_, i) => `Cosine with the gradient, layer ${i + 1}`),
    ],
  });
  return {
    metrics: metrics.element,
    inside: inside.element,

    /** @param {import('../../state/types.js').Metrics[]} all */
    showMetrics: (all) => metrics.update(metricRows(all)),

    /**
     * @param {{ activities: import('../../engine/generated/moonlab.js').LayerActivity[],
     *   check: import('../../engine/diagnostics.js').GradientCheck }[]} looks into each
     * @param {readonly string[]} rules
     */
    inspect(looks, rules) {
      const ranks = looks.map(({ activities }) =>
        activities.map(({ effectiveRank }) => effectiveRank),
      );
      // The exact rule is the gradient.
      const cosines = looks.map(({ check }, i) =>
        check.cosines.map((value) => (rules[i] === 'backprop' ? 1 : value)),
      );
      inside.update([
        ...layers.map((_, layer) => ranks.map((values) => fixed(values[layer], DECIMALS))),
        ...[...layers, 1].map((_, layer) => cosines.map((values) => printCosine(values[layer]))),
      ]);
      return { ranks, cosines };
    },
  };
}

/** @param {number} cosine NaN where either direction is 0 */
function printCosine(cosine) {
  return Number.isNaN(cosine) ? '–' : fixed(cosine, DECIMALS);
}
