import { CurvePicture } from '../../element/curves.js';
import { metricsOfAll } from '../../state/metrics.js';
import { defaultConfig } from '../../state/presets.js';
import { h, setText } from '../../views/dom.js';
import { figure } from '../../views/figure.js';
import { themeColors } from '../../views/palette.js';
import { selectField } from '../../views/controls/select-field.js';
import { columns, quantities, stack } from '../parts/widget.js';
import { Plane } from '../parts/plane.js';
import { schedule } from '../parts/schedule.js';
import { TrainingRun } from '../parts/training-run.js';
import { EPSILON, publishRule } from './rule-values.js';

/** @typedef {import('../../state/types.js').Metrics} Metrics */

/** The notebook's loop prints a line so often. */
export const LOG_INTERVAL = 200;
/** Curves change little from frame to frame, and cost more than other pictures. */
const CURVE_INTERVAL_MS = 100;
const SPEED = '5';
const SPEEDS = ['1', SPEED, '25'].map((value) => ({
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
      const [{ description, frame }] = run.scenes;
      const { metrics } = frame;
      if (isStart) log = new TrainingLog(config.epochs);
      log.append(rows);
      setText(printed, log.text);
      for (const curve of [loss, accuracy]) curve.append(rows);
      plane.show({ ...description, ...frame, points: 'both' });
      const tell = (/** @type {string} */ id, /** @type {number} */ value) =>
        place.publish(id, {
          shape: '()',
          values: `${value}`,
          where: `the training set after ${metrics.epoch} epochs`,
        });
      tell('cross-entropy', metrics.trainLoss);
      tell('accuracy', metrics.trainAccuracy);
    },
    async onRest() {
      for (const view of [plane, loss, accuracy]) view.describe();
      const checks = await run.ask((client) => client.gradientCheck(EPSILON));
      if (checks) publishRule(place, run.scenes[0], checks[0]);
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
  speed.update(SPEED);

  place.root.append(
    run.element,
    columns(
      stack(plane.element, printed),
      h(
        'div',
        { class: 'stack loop-curves' },
        loss.element,
        accuracy.element,
        speed.element,
        quantities(place, {
          'simplified-rule': 'the simplified rule',
          'cross-entropy': 'binary cross-entropy',
          accuracy: 'accuracy',
        }),
      ),
    ),
  );
  run.start([{ config }]);
}

/**
 * What the notebook's training cell prints. Its loop measures the loss first and updates the weights
 * then, so the line of epoch 200 has the loss after 199 updates.
 */
export class TrainingLog {
  #epochs;
  /** @type {string[]} */
  #lines = [];
  /** Of the epoch before. @type {Metrics | null} */
  #last = null;

  /** @param {number} epochs of the whole training */
  constructor(epochs) {
    this.#epochs = epochs;
  }

  /** @param {Float64Array} rows new epochs, as step() gives them, from epoch 0 on */
  append(rows) {
    for (const metrics of metricsOfAll(rows)) {
      const { epoch } = metrics;
      if (this.#last && epoch % LOG_INTERVAL === 0) this.#print(epoch, this.#last);
      if (epoch === this.#epochs) this.#finish(metrics);
      this.#last = metrics;
    }
  }

  get text() {
    return ['Training...\n', ...this.#lines].join('\n');
  }

  /**
   * @param {number} epoch
   * @param {Metrics} before its update
   */
  #print(epoch, { trainLoss, trainAccuracy }) {
    const [loss, accuracy] = [trainLoss.toFixed(4), trainAccuracy.toFixed(4)];
    this.#lines.push(`Epoch ${epoch}/${this.#epochs} - Loss: ${loss}, Accuracy: ${accuracy}`);
  }

  /** @param {Metrics} metrics of the trained weights */
  #finish({ testLoss, testAccuracy }) {
    this.#lines.push(
      '\nTraining complete!',
      '\nTest Set Performance:',
      `  Loss: ${testLoss.toFixed(4)}`,
      `  Accuracy: ${(100 * testAccuracy).toFixed(2)}%`,
    );
  }
}

/** The lab's loss or accuracy curve of one training. */
class Curve {
  #picture;
  #drawing;

  /**
   * @param {import('../place.js').Place} place
   * @param {import('../../views/picture.js').Titled & { name: 'loss' | 'accuracy' }} options
   */
  constructor(place, { id, title, name }) {
    const view = figure({ id, title });
    this.element = view.element;
    this.#picture = new CurvePicture(view, name, themeColors(place.themeName));
    const draw = () => this.#picture.draw(themeColors(place.themeName));
    this.#drawing = schedule.add(draw, () => CURVE_INTERVAL_MS);
    place.onTheme(draw);
    draw();
  }

  /** @param {Float64Array} rows new epochs, as step() gives them; epoch 0 begins the curve anew */
  append(rows) {
    this.#picture.take({ history: rows });
    this.#drawing.soon();
  }

  /** Brings the description in words up to date. */
  describe() {
    this.#picture.describe();
  }
}
