/**
 * What networks say in every place, under the points: one near and far, and three of different size.
 *
 * @module
 */
import { defaultConfig } from '../../state/presets.js';
import { h } from '../../views/dom.js';
import { formatCount, metricRows } from '../parts/numbers.js';
import { radioSwitch } from '../../views/controls/radio-switch.js';
import { numberTable } from '../../views/text/table.js';
import { columns, quantities, stack } from '../parts/widget.js';
import { Plane } from '../parts/plane.js';
import { TrainingRun } from '../parts/training-run.js';
import { EXAMPLES, LAB, RESOLUTION } from './examples.js';

/** @typedef {[number, number, number, number]} Bounds x1 from, to, x2 from, to */

const NETWORKS = [
  { value: 'lab', label: 'Exact gradients' },
  { value: 'notebook', label: 'The notebook’s rule' },
];
const VIEWS = [
  { value: 'near', label: 'Near' },
  { value: 'far', label: 'From far away' },
];
/** The plane seen from far away: as many times as wide and as high. */
const FAR = 5;
/** @type {('train' | 'test')[]} */
const SETS = ['train', 'test'];
const TITLES = { train: 'Training points', test: 'Test points' };

/**
 * A network's answer in every place, under the points it learns from and under those it does not
 * know, live.
 *
 * @param {import('../place.js').Place} place
 */
export function mountBoundaries(place) {
  const configs = { lab: LAB, notebook: defaultConfig('notebook') };
  let isFar = false;
  const planes = SETS.map((set) => new Plane(place, { id: set, title: TITLES[set] }));

  const describe = () => {
    for (const plane of planes) plane.describe();
  };
  const run = new TrainingRun(place, { onFrame: () => void show(), onRest: () => describe() });
  const show = async () => {
    if (run.scenes.length === 0) return;
    const [{ description, frame }] = run.scenes;
    const bounds = isFar ? farBounds(description.bounds) : description.bounds;
    place.publish('grid-bounds', { shape: '(4,)', values: bounds.join('\n') });
    // Frames are of the points' surroundings.
    const answers = isFar ? await run.ask((client) => client.answer(RESOLUTION, bounds)) : [frame];
    if (!answers) return;
    const [answer] = answers;
    SETS.forEach((points, i) =>
      planes[i].show({ ...description, metrics: frame.metrics, ...answer, bounds, points }),
    );
    place.publish('decision-grid', {
      shape: `(${RESOLUTION}, ${RESOLUTION})`,
      values: printGrid(answer.grid),
      where: `after ${run.epoch} epochs`,
    });
  };

  const networks = radioSwitch({
    name: 'network',
    label: 'Trained with',
    choices: NETWORKS,
    onCommit: (value) =>
      run.start([{ config: configs[/** @type {keyof typeof configs} */ (value)] }]),
  });
  networks.update('lab');
  const views = radioSwitch({
    name: 'view',
    label: 'Seen',
    choices: VIEWS,
    onCommit: (value) => {
      isFar = value === 'far';
      show().then(describe);
    },
  });
  views.update('near');

  place.root.append(
    h('div', { class: 'switches' }, networks.element, views.element),
    run.element,
    columns(...planes.map(({ element }) => element)),
    quantities(place, { 'decision-grid': 'the grid', 'grid-bounds': 'its bounds' }),
  );
  run.start([{ config: LAB }]);
}

/**
 * @param {Bounds} bounds
 * @returns {Bounds} about the same middle
 */
function farBounds([x1From, x1To, x2From, x2To]) {
  const widen = (/** @type {number} */ from, /** @type {number} */ to) => {
    const [middle, half] = [(from + to) / 2, ((to - from) / 2) * FAR];
    return /** @type {[number, number]} */ ([middle - half, middle + half]);
  };
  return [...widen(x1From, x1To), ...widen(x2From, x2To)];
}

/** @param {Float64Array} grid */
function printGrid(grid) {
  const last = grid.length - 1;
  const corners = {
    'lowest x₂, lowest x₁': 0,
    'lowest x₂, highest x₁': RESOLUTION - 1,
    'highest x₂, lowest x₁': last - RESOLUTION + 1,
    'highest x₂, highest x₁': last,
  };
  return Object.entries(corners)
    .map(([name, index]) => `${name}: ${grid[index]}`)
    .join('\n');
}

/**
 * The same samples under three networks: one that can do too little, one that fits, one that can do
 * too much.
 *
 * @param {import('../place.js').Place} place
 */
export function mountThree(place) {
  /** @type {'train' | 'test'} */
  let points = 'train';
  const planes = EXAMPLES.map(({ id, title }) => new Plane(place, { id, title, readout: false }));
  const table = numberTable({
    caption: 'How well they do',
    corner: 'Measure',
    columns: EXAMPLES.map(({ title }) => title),
    rows: ['Parameters', 'Training loss', 'Test loss', 'Training accuracy', 'Test accuracy'],
  });

  const show = () => {
    run.scenes.forEach(({ description, frame }, i) =>
      planes[i].show({ ...description, ...frame, points, hasBar: false }),
    );
    table.update(measure(run.scenes));
  };
  const describe = () => {
    for (const plane of planes) plane.describe();
  };
  const run = new TrainingRun(place, { onFrame: show, onRest: describe });
  const sets = radioSwitch({
    name: 'set',
    label: 'Show',
    choices: SETS.map((set) => ({ value: set, label: TITLES[set] })),
    onCommit: (value) => {
      points = /** @type {typeof points} */ (value);
      show();
      describe();
    },
  });
  sets.update(points);

  place.root.append(
    run.element,
    sets.element,
    h(
      'div',
      { class: 'small-planes' },
      ...EXAMPLES.map(({ network }, i) =>
        stack(planes[i].element, h('p', { class: 'muted' }, network)),
      ),
    ),
    table.element,
  );
  run.start(EXAMPLES);
}

/**
 * @param {readonly import('../../state/lab-state.js').Scene[]} scenes
 * @returns {string[][]} by row and column of the table
 */
function measure(scenes) {
  return [
    scenes.map(({ description }) => formatCount(description.parameterCount)),
    ...metricRows(scenes.map(({ frame }) => frame.metrics)),
  ];
}
