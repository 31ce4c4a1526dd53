import { defaultConfig } from '../../state/presets.js';
import { h, setText } from '../../views/dom.js';
import { selectField } from '../../views/select-field.js';
import { quantityButton } from '../parts/button.js';
import { Curve } from '../parts/curve.js';
import { Plane } from '../parts/plane.js';
import { TrainingRun } from '../parts/training-run.js';
import { TrainingLog } from './log.js';
import { publishRule } from './rule-values.js';

/** Points a side of the plane's grid, the notebook's. */
const RESOLUTION = 200;
const SPEEDS = ['1', '5', '25'].map((value) => ({
  value,
  label: value === '1' ? '1 epoch a frame' : `${value} epochs a frame`,
}));

/**
 * The notebook's training, as written: its rule, its log, its curves, and the test set at the end.
 *
 * @param {import('../place.js').Place} place
 */
export function mountLoop(place) {
  const config = defaultConfig('notebook');
  const plane = new Plane(place, { id: 'loop', title: 'What the network says', legend: true });
  const loss = new Curve(place, { id: 'loss', title: 'Loss', name: 'loss' });
  const accuracy = new Curve(place, { id: 'accuracy', title: 'Accuracy', name: 'accuracy' });
  const printed = h('pre', {
    class: 'printed printed-log',
    tabindex: 0,
    'aria-label': 'What the loop prints',
  });
  let log = new TrainingLog(config.epochs);

  const run = new TrainingRun(place, {
    onFrame({ rows: [rows], isStart }) {
      const [experiment] = run.experiments;
      const { description } = experiment;
      if (isStart) log = new TrainingLog(config.epochs);
      log.append(rows);
      setText(printed, log.text);
      for (const curve of [loss, accuracy]) curve.append(rows);
      const grid = experiment.grid(RESOLUTION);
      const metrics = experiment.metrics();
      plane.show({ ...description, grid, resolution: RESOLUTION, points: 'both', metrics });
      const tell = (/** @type {string} */ id, /** @type {number} */ value) =>
        place.publish(id, {
          shape: '()',
          values: `${value}`,
          where: `the training set after ${metrics.epoch} epochs`,
        });
      tell('cross-entropy', metrics.trainLoss);
      tell('accuracy', metrics.trainAccuracy);
    },
    onRest() {
      for (const view of [plane, loss, accuracy]) view.describe();
      publishRule(place, run.experiments[0]);
    },
  });
  const speed = selectField({
    id: 'speed',
    label: 'Speed',
    choices: SPEEDS,
    onCommit: (text) => {
      run.speed = Number(text);
    },
  });
  speed.update(String(run.speed));

  place.root.append(
    run.element,
    h(
      'div',
      { class: 'columns' },
      h('div', { class: 'stack' }, plane.element, printed),
      h(
        'div',
        { class: 'stack loop-curves' },
        loss.element,
        accuracy.element,
        speed.element,
        h(
          'p',
          { class: 'quantities' },
          quantityButton(place, 'simplified-rule', 'the simplified rule'),
          quantityButton(place, 'cross-entropy', 'binary cross-entropy'),
          quantityButton(place, 'accuracy', 'accuracy'),
        ),
      ),
    ),
  );
  run.start([config]);
}
