import { FittedCanvas } from '../../element/fitted-canvas.js';
import { defaultConfig } from '../../state/presets.js';
import { h, setText } from '../../views/dom.js';
import { LossBars } from '../../views/loss-bars.js';
import { fixed } from '../../views/math.js';
import { themeColors } from '../../views/palette.js';
import { picture } from '../../views/picture.js';
import { pointerPosition } from '../../views/pointer.js';
import { radioSwitch } from '../../views/radio-switch.js';
import { button, quantityButton } from '../parts/button.js';
import { Plane } from '../parts/plane.js';
import { slider } from '../parts/slider.js';
import { TrainingRun } from '../parts/training-run.js';
import { createDetail, describeLosses, measureSamples, orderBy } from './sample-losses.js';

/** @typedef {Omit<import('../../views/loss-bars.js').LossBarsPicture, 'theme'>} BarScene */

const RESOLUTION = 200;
const ORDERS = [
  { value: 'loss', label: 'By loss' },
  { value: 'index', label: 'By index' },
];
const TITLES = {
  loss: 'Training samples, the largest loss first',
  index: 'Training samples, as they come',
};

/**
 * The loss of the network, sample by sample: every bar opens its calculation.
 *
 * @param {import('../place.js').Place} place
 */
export function mountBars(place) {
  const config = defaultConfig('notebook');
  /** @type {'loss' | 'index'} */
  let sorting = 'loss';
  let selected = 0;
  /** @type {import('./sample-losses.js').SampleLosses} */
  let samples;
  /** @type {Int32Array} */
  let order = Int32Array.of();

  const bars = new BarPicture(place, (position) => select(order[position]));
  const plane = new Plane(place, {
    id: 'sample',
    title: 'Where the sample is',
    onPick: ({ index }) => select(index),
  });
  const detail = createDetail();

  const run = new TrainingRun(place, {
    onFrame() {
      samples = measureSamples(place.engine, run.experiments[0]);
      show();
    },
    onRest() {
      plane.describe();
      bars.describe(describeLosses(samples));
    },
  });
  const show = () => {
    order = orderBy(sorting, samples.losses);
    bars.show({ ...samples, order, selected, title: TITLES[sorting] });
    showPlane();
    showSample();
  };
  const showPlane = () => {
    const [experiment] = run.experiments;
    const grid = experiment.grid(RESOLUTION);
    const mark = { x1: samples.x1[selected], x2: samples.x2[selected] };
    const points = /** @type {const} */ ('train');
    plane.show({ ...experiment.description, grid, resolution: RESOLUTION, points, mark });
  };
  const showSample = () => {
    position.value = order.indexOf(selected) + 1;
    detail.show(samples, selected);
    place.publish('sample-loss', {
      shape: '()',
      values: `${samples.losses[selected]}`,
      where: `training sample ${selected} after ${run.epoch} epochs`,
    });
  };
  const select = (/** @type {number} */ sample) => {
    selected = sample;
    show();
  };

  const sortings = radioSwitch({
    name: 'order',
    label: 'Order',
    choices: ORDERS,
    onCommit: (value) => {
      sorting = /** @type {typeof sorting} */ (value);
      show();
    },
  });
  sortings.update(sorting);
  const count = place.engine.trainTestSplit(config.samples, config.testSize, config.seed).train
    .length;
  const position = slider({
    id: 'bar',
    label: 'Bar',
    hint: 'Counted from the left; the arrow keys walk from bar to bar.',
    min: 1,
    max: count,
    step: 1,
    value: 1,
    onChange: (value) => select(order[Math.round(value) - 1]),
  });

  place.root.append(
    run.element,
    bars.element,
    h(
      'div',
      { class: 'bar-controls' },
      sortings.element,
      button('The tallest', () => select(orderBy('loss', samples.losses)[0])),
      position.element,
    ),
    h(
      'div',
      { class: 'columns' },
      h(
        'div',
        { class: 'stack' },
        detail.element,
        h(
          'p',
          { class: 'quantities' },
          quantityButton(place, 'sample-loss', 'loss of a sample'),
          quantityButton(place, 'cross-entropy', 'binary cross-entropy'),
        ),
      ),
      plane.element,
    ),
  );
  run.start([config]);
  select(order[0]);
}

/**
 * The bars at the size of their place.
 */
class BarPicture {
  #note = h('p', { class: 'readout' });
  #view = picture({
    id: 'bars',
    title: 'The loss of every training sample',
    footer: [this.#note],
  });
  #painter = new LossBars(this.#view.canvas);
  #canvas;
  #place;
  /** @type {BarScene | null} */
  #scene = null;
  #handle = 0;

  /**
   * @param {import('../place.js').Place} place
   * @param {(position: number) => void} onPick called with the place of a bar in the order
   */
  constructor(place, onPick) {
    this.#place = place;
    this.#canvas = new FittedCanvas(this.#view.stage, this.#painter, () => this.#request());
    const pick = (/** @type {MouseEvent} */ event) => {
      const at = this.#canvas.toPicture(pointerPosition(event));
      const position = at && this.#painter.pick(at.x);
      if (position !== null) onPick(position);
    };
    this.#view.canvas.addEventListener('click', pick);
    this.#view.canvas.addEventListener('pointermove', (event) => {
      if (event.buttons > 0) pick(event);
    });
    place.onTheme(() => this.#request());
  }

  get element() {
    return this.#view.element;
  }

  /** @param {BarScene} scene */
  show(scene) {
    this.#scene = scene;
    setText(
      this.#note,
      `Solid line: the mean, ${fixed(scene.mean, 4)}. Dotted line: ln 2, what an undecided prediction costs; bars beyond it are on the wrong side.`,
    );
    this.#request();
  }

  /** @param {string} text */
  describe(text) {
    this.#view.describe(text);
  }

  #request() {
    if (this.#handle > 0) return;
    this.#handle = requestAnimationFrame(() => {
      this.#handle = 0;
      if (!this.#scene || this.#canvas.isEmpty) return;
      this.#painter.draw({ ...this.#scene, theme: themeColors(this.#place.themeName) });
    });
  }
}
