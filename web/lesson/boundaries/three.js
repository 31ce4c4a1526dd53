import { ENGLISH } from '../../languages/en.js';
import { createFormats } from '../../views/formats.js';
import { h } from '../../views/dom.js';
import { radioSwitch } from '../../views/radio-switch.js';
import { numberTable } from '../../views/table.js';
import { Plane } from '../parts/plane.js';
import { TrainingRun } from '../parts/training-run.js';
import { EXAMPLES, RESOLUTION } from './examples.js';

/** While it trains, so that three pictures fit into a frame. */
const LIVE_RESOLUTION = 80;
const FORMATS = createFormats(ENGLISH);
const SETS = [
  { value: 'train', label: 'Training points' },
  { value: 'test', label: 'Test points' },
];

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

  const show = (/** @type {number} */ resolution) => {
    run.experiments.forEach((experiment, i) => {
      const metrics = experiment.metrics();
      const scene = { ...experiment.description, grid: experiment.grid(resolution), resolution };
      planes[i].show({ ...scene, points, metrics, hasBar: false });
    });
    table.update(measure(run.experiments));
  };
  const rest = () => {
    show(RESOLUTION);
    for (const plane of planes) plane.describe();
  };
  const run = new TrainingRun(place, { onFrame: () => show(LIVE_RESOLUTION), onRest: rest });
  const sets = radioSwitch({
    name: 'set',
    label: 'Show',
    choices: SETS,
    onCommit: (value) => {
      points = /** @type {typeof points} */ (value);
      rest();
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
        h('div', { class: 'stack' }, planes[i].element, h('p', { class: 'muted' }, network)),
      ),
    ),
    table.element,
  );
  run.start(EXAMPLES.map(({ config }) => config));
}

/**
 * @param {readonly import('../../engine/experiment.js').Experiment[]} experiments
 * @returns {string[][]} by row and column of the table
 */
function measure(experiments) {
  const all = experiments.map((one) => one.metrics());
  return [
    experiments.map((one) => FORMATS.count(one.description.parameterCount)),
    all.map(({ trainLoss }) => FORMATS.loss(trainLoss)),
    all.map(({ testLoss }) => FORMATS.loss(testLoss)),
    all.map(({ trainAccuracy }) => FORMATS.percent(trainAccuracy)),
    all.map(({ testAccuracy }) => FORMATS.percent(testAccuracy)),
  ];
}
