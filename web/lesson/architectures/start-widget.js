import { h, setText } from '../../views/dom.js';
import { fixed } from '../parts/math.js';
import { formatCount, formatPercent, formatScientific } from '../parts/numbers.js';
import { selectField } from '../../views/controls/select-field.js';
import { numberTable } from '../../views/text/table.js';
import { columns, quantities, stack } from '../parts/widget.js';
import { seriesFigure, seriesLegend } from '../parts/chart.js';
import { schedule } from '../parts/schedule.js';
import { SideBySide } from '../parts/side-by-side.js';
import { commonOf } from './baselines.js';
import { CONTENDERS, EPOCHS, INIT_NAMES } from './contenders.js';
import { INITS, StartRuns } from './race.js';

/** @typedef {import('../place.js').Place} Place */
/** @typedef {import('./baselines.js').Baselines} Baselines */

const DEEP = 2;
const EPOCH_CHOICES = [EPOCHS, 2000];
/** So many frames does a training last at least, whatever its length, where motion is welcome. */
const FRAMES = 120;
/** The curves are drawn so often, in milliseconds: they cost more than what they show. */
const DRAWING_INTERVAL_MS = 66;
/** A loss that is so near to that of one answer for all points has found nothing else. */
const PLATEAU_GAP = 1e-3;
const DASHES = [[], [9, 3], [3, 3]];

const TABLE_NOTE =
  'Answers are probabilities of class 1 for training points; gradients are root mean squares over a layer’s weights.';

/** @type {import('../parts/chart.js').Entry[]} */
const ENTRIES = [
  ...INITS.map((init, i) => ({
    label: INIT_NAMES[init],
    color: /** @type {0 | 1 | 2} */ (i),
    dashed: DASHES[i],
  })),
  { label: 'One answer for all points', color: 'reference', dashed: [2, 4] },
];

/**
 * One architecture from small, from Xavier's and from He's weights.
 *
 * @param {Place} place
 */
export function mountStart(place) {
  const { data, baselines } = commonOf(place.engine);
  const settings = { contender: CONTENDERS[DEEP], epochs: EPOCHS };
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const curves = seriesFigure(place, {
    id: 'start-loss',
    title: 'Training loss, exact backpropagation',
    axes: axes(EPOCHS),
    hasLegend: false,
  });
  const tableBox = h('div', { class: 'start-table' });
  const note = h('p', { class: 'muted' }, TABLE_NOTE);
  const outcome = h('p', { class: 'verdict', role: 'status' });
  /** @type {StartRuns} */
  let lab;
  /** @type {ReturnType<typeof startTable>} */
  let table;

  const draw = () => {
    curves.chart.show(series(lab, baselines));
    table.update(lab);
  };

  const drawing = schedule.add(draw, () => DRAWING_INTERVAL_MS);
  const sides = new SideBySide(place.host, {
    onFrame({ rows, isStart }) {
      lab.append(rows);
      drawing.soon();
      if (isStart) sides.train();
    },
    onRest() {
      draw();
      curves.describe(describe(lab, baselines));
      if (lab.isFinished) setText(outcome, verdict(lab, baselines));
      publish(place, lab, settings.contender.name);
    },
    onChange() {
      if (sides.failure) setText(outcome, sides.failure);
    },
  });

  const restart = () => {
    const { contender, epochs } = settings;
    lab = new StartRuns(place.engine, data, { layerSizes: contender.layerSizes, epochs });
    table = startTable(contender);
    tableBox.replaceChildren(table.element);
    curves.chart.setAxes(axes(epochs));
    outcome.textContent = '';
    sides.speed = calm.matches ? Infinity : Math.ceil(epochs / FRAMES);
    sides.start(lab.trainings);
  };

  const architecture = selectField({
    id: 'start-architecture',
    label: 'Architecture',
    choices: CONTENDERS.map(({ name, shape }) => ({ value: name, label: `${name} ${shape}` })),
    onCommit: (value) => {
      settings.contender = CONTENDERS.find(({ name }) => name === value) ?? settings.contender;
      restart();
    },
  });
  architecture.update(settings.contender.name);
  const epochs = selectField({
    id: 'start-epochs',
    label: 'Epochs',
    choices: EPOCH_CHOICES.map((count) => ({ value: String(count), label: formatCount(count) })),
    onCommit: (value) => {
      settings.epochs = Number(value);
      restart();
    },
  });
  epochs.update(String(settings.epochs));

  place.root.append(
    h(
      'div',
      { class: 'stack start' },
      h('div', { class: 'settings' }, architecture.element, epochs.element),
      seriesLegend(place, ENTRIES),
      columns(curves.element, stack(tableBox, note)),
      outcome,
      quantities(place, { 'first-weights': 'first weights' }),
    ),
  );
  restart();
}

/**
 * @param {number} epochs
 * @returns {import('../../views/charts/series-chart.js').Axes}
 */
function axes(epochs) {
  return {
    x: { title: 'Epoch', type: 'linear', min: 0, max: epochs },
    y: { title: 'Training loss', type: 'linear', min: 0, max: 1 },
  };
}

/**
 * @param {StartRuns} lab
 * @param {Baselines} baselines
 * @returns {import('../../views/charts/series-chart.js').Series[]}
 */
function series({ lanes, epochs }, { majority }) {
  const constant = [0, epochs].map((x) => ({ x, y: majority.trainLoss }));
  const curves = [...lanes.map(({ points }) => points.of('trainLoss')), constant];
  return ENTRIES.map((entry, i) => ({ ...entry, points: curves[i] }));
}

/** @param {import('./contenders.js').Contender} contender */
function startTable({ name, shape, layerSizes }) {
  const layers = layerSizes.slice(1).map((_, i) => i + 1);
  const { element, update } = numberTable({
    caption: `${name} ${shape}`,
    corner: 'Quantity',
    columns: INITS.map((init) => INIT_NAMES[init]),
    rows: [
      'Start: lowest answer',
      'Start: highest answer',
      ...layers.map((layer) => `Start: gradient, layer ${layer}`),
      'Now: training loss',
      'Now: test accuracy',
    ],
  });
  return {
    element,
    /** @param {StartRuns} lab */
    update({ lanes }) {
      const all = lanes.map(({ facts, metrics }) => {
        const { trainLoss, testAccuracy } = metrics;
        return [
          fixed(facts.lowest, 4),
          fixed(facts.highest, 4),
          ...facts.gradientSizes.map((size) => formatScientific(size, 2)),
          fixed(trainLoss, 4),
          formatPercent(testAccuracy),
        ];
      });
      update(all[0].map((_, row) => all.map((cells) => cells[row])));
    },
  };
}

/**
 * @param {StartRuns} lab
 * @param {Baselines} baselines
 */
function verdict({ lanes, epoch }, { majority }) {
  const stuck = lanes.filter(({ metrics }) => majority.trainLoss - metrics.trainLoss < PLATEAU_GAP);
  const after = `After ${formatCount(epoch)} epochs`;
  if (stuck.length === 0) return `${after}, no start is on the plateau.`;
  const names = stuck.map(({ init }) => INIT_NAMES[init]).join(' and ');
  return `${after}, on the plateau: ${names}. Its loss is that of one answer for all points.`;
}

/**
 * @param {StartRuns} lab
 * @param {Baselines} baselines
 */
function describe({ lanes, epoch }, { majority }) {
  const losses = lanes.map(
    ({ init, metrics }) => `${INIT_NAMES[init]} ${fixed(metrics.trainLoss, 4)}`,
  );
  const constant = fixed(majority.trainLoss, 4);
  return `At epoch ${epoch}: ${losses.join(', ')}. One answer for all points: ${constant}.`;
}

/**
 * @param {Place} place
 * @param {StartRuns} lab
 * @param {string} name
 */
function publish(place, { lanes }, name) {
  const sizes = lanes.map(({ init, facts: { weightSizes } }) => {
    const texts = weightSizes.map((size, i) => `layer ${i + 1}: ${formatScientific(size, 2)}`);
    return `${INIT_NAMES[init]}, root mean square\n  ${texts.join('\n  ')}`;
  });
  place.publish('first-weights', {
    shape: '(neurons, inputs) for each layer',
    values: sizes.join('\n'),
    where: name,
  });
}
