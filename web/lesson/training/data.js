import { createData, toPoints } from '../../engine/data.js';
import { defaultConfig } from '../../state/presets.js';
import { h } from '../../views/dom.js';
import { radioSwitch } from '../../views/controls/radio-switch.js';
import { numberTable } from '../../views/text/table.js';
import { button, buttons, quantities, stack } from '../parts/widget.js';
import { Plane } from '../parts/plane.js';
import { slider } from '../parts/fields.js';

/** @typedef {import('../../engine/data.js').Data} Data */
/** @typedef {'samples' | 'noise' | 'seed' | 'testSize'} Key */

/** @type {{ id: Key, label: string, min: number, max: number, step: number }[]} */
const SLIDERS = [
  { id: 'samples', label: 'Samples', min: 20, max: 1000, step: 10 },
  { id: 'noise', label: 'Noise', min: 0, max: 1, step: 0.05 },
  { id: 'seed', label: 'Seed', min: 0, max: 99, step: 1 },
  { id: 'testSize', label: 'Test size', min: 0.05, max: 0.9, step: 0.05 },
];
const SETS = [
  { value: 'both', label: 'Both' },
  { value: 'train', label: 'Training' },
  { value: 'test', label: 'Test' },
];

/**
 * The moons, made and split as the notebook does it.
 *
 * @param {import('../place.js').Place} place
 */
export function mountData(place) {
  const notebook = defaultConfig('notebook');
  let config = { ...notebook };
  /** @type {'both' | 'train' | 'test'} */
  let points = 'both';

  const controls = SLIDERS.map((options) =>
    slider({
      ...options,
      value: config[options.id],
      onChange: (value) => show({ ...config, [options.id]: value }),
    }),
  );
  const sets = radioSwitch({
    name: 'sets',
    label: 'Show',
    choices: SETS,
    onCommit: (value) => {
      points = /** @type {typeof points} */ (value);
      show(config);
    },
  });
  sets.update(points);
  const printed = h('pre', {
    class: 'printed',
    tabindex: 0,
    'aria-label': 'What the notebook prints',
  });
  const table = numberTable({
    caption: 'Samples of each class',
    corner: 'Set',
    columns: ['Class 0', 'Class 1', 'Together'],
    rows: ['Training', 'Test'],
  });
  const plane = new Plane(place, { id: 'moons', title: 'The moons', legend: true });

  const show = (/** @type {typeof config} */ next) => {
    config = next;
    const data = createData(place.engine, config);
    const { bounds } = data;
    plane.show({ train: toPoints(data.train), test: toPoints(data.test), bounds, points });
    plane.describe();
    printed.textContent = printShapes(data);
    table.update([data.train, data.test].map(countClasses));
    publish(place, data, config.samples);
  };
  const reset = () => {
    SLIDERS.forEach(({ id }, i) => (controls[i].value = notebook[id]));
    show({ ...notebook });
  };

  place.root.append(
    h(
      'div',
      { class: 'columns columns-figure' },
      stack(
        ...controls.map(({ element }) => element),
        buttons(button('Back to the notebook’s', reset)),
        sets.element,
      ),
      plane.element,
      stack(printed, table.element, quantities(place, { moons: 'the data', split: 'the split' })),
    ),
  );
  show(config);
}

/**
 * @param {Data} data
 * @returns {string} as the notebook prints it
 */
function printShapes({ train }) {
  const n = train.y[0].length;
  return `Training data: (2, ${n})\nTraining labels: (1, ${n})`;
}

/** @param {Data['train']} set */
function countClasses({ y: [labels] }) {
  const ones = labels.reduce((sum, label) => sum + label, 0);
  return [labels.length - ones, ones, labels.length].map(String);
}

/**
 * @param {import('../place.js').Place} place
 * @param {Data} data
 * @param {number} samples
 */
function publish(place, { train, test }, samples) {
  const { X, y } = train;
  const column = (/** @type {number} */ i) => `[${X[0][i]}, ${X[1][i]}]  y = ${y[0][i]}`;
  place.publish('moons', {
    shape: `X (2, ${samples}), y (1, ${samples})`,
    values: [0, 1, 2].map(column).join('\n'),
    where: 'the first three training samples',
  });
  const [nTrain, nTest] = [y[0].length, test.y[0].length];
  place.publish('split', {
    shape: `X_train (2, ${nTrain}), X_test (2, ${nTest})`,
    values: `${nTrain} + ${nTest} = ${samples} samples`,
  });
}
