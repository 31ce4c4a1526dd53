import { defaultConfig } from '../../state/presets.js';
import { h } from '../../views/dom.js';
import { radioSwitch } from '../../views/radio-switch.js';
import { quantityButton } from '../parts/button.js';
import { Plane } from '../parts/plane.js';
import { TrainingRun } from '../parts/training-run.js';
import { LAB, RESOLUTION } from './examples.js';

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

  const run = new TrainingRun(place, {
    onFrame: () => show(),
    onRest() {
      for (const plane of planes) plane.describe();
    },
  });
  const show = () => {
    const [experiment] = run.experiments;
    const { description } = experiment;
    const bounds = isFar ? farBounds(description.bounds) : description.bounds;
    const grid = experiment.grid(RESOLUTION, bounds);
    const metrics = experiment.metrics();
    SETS.forEach((points, i) =>
      planes[i].show({ ...description, bounds, grid, resolution: RESOLUTION, points, metrics }),
    );
    place.publish('decision-grid', {
      shape: `(${RESOLUTION}, ${RESOLUTION})`,
      values: printGrid(grid),
      where: `after ${run.epoch} epochs`,
    });
    place.publish('grid-bounds', { shape: '(4,)', values: bounds.join('\n') });
  };

  const networks = radioSwitch({
    name: 'network',
    label: 'Trained with',
    choices: NETWORKS,
    onCommit: (value) => run.start([configs[/** @type {keyof typeof configs} */ (value)]]),
  });
  networks.update('lab');
  const views = radioSwitch({
    name: 'view',
    label: 'Seen',
    choices: VIEWS,
    onCommit: (value) => {
      isFar = value === 'far';
      show();
      for (const plane of planes) plane.describe();
    },
  });
  views.update('near');

  place.root.append(
    h('div', { class: 'switches' }, networks.element, views.element),
    run.element,
    h('div', { class: 'columns' }, ...planes.map(({ element }) => element)),
    h(
      'p',
      { class: 'quantities' },
      quantityButton(place, 'decision-grid', 'the grid'),
      quantityButton(place, 'grid-bounds', 'its bounds'),
    ),
  );
  run.start([LAB]);
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
