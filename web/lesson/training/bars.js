import { FittedCanvas } from '../../views/fitted-canvas.js';
import { defaultConfig } from '../../state/presets.js';
import { h, setText } from '../../views/dom.js';
import { fixed } from '../parts/math.js';
import { themeColors } from '../../views/palette.js';
import { picture } from '../../views/picture.js';
import { pointerPosition } from '../../views/input.js';
import { radioSwitch } from '../../views/controls/radio-switch.js';
import { button, columns, quantities, stack } from '../parts/widget.js';
import { Plane } from '../parts/plane.js';
import { slider } from '../parts/fields.js';
import { schedule } from '../parts/schedule.js';
import { TrainingRun } from '../parts/training-run.js';
import { createDetail, describeLosses, measureSamples, orderBy } from './sample-losses.js';
import { LossBars } from './loss-bars.js';

/** @typedef {import('../place.js').Place} Place */
/** @typedef {import('./sample-losses.js').SampleLosses} SampleLosses */
/** @typedef {'loss' | 'index'} Sorting */
/** @typedef {Omit<import('./loss-bars.js').LossBarsPicture, 'theme'>} BarScene */

/** Whichever sample has the tallest bar. */
const TALLEST = NaN;
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
 */
export class Bars {
  #place;
  /** @type {Sorting} */
  #sorting = 'loss';
  #selected = TALLEST;
  /** Told by the first frame of the run. */
  #samples = /** @type {SampleLosses} */ ({});
  /** @type {Int32Array} */
  #order = Int32Array.of();
  #picture;
  #plane;
  #detail = createDetail();
  #run;
  #position;

  /** @param {Place} place */
  constructor(place) {
    this.#place = place;
    const config = defaultConfig('notebook');
    this.#picture = new BarPicture(place, (position) => this.#select(this.#order[position]));
    this.#plane = new Plane(place, {
      id: 'sample',
      title: 'Where the sample is',
      onPick: ({ index }) => this.#select(index),
    });
    this.#run = new TrainingRun(place, {
      onFrame: () => {
        this.#samples = measureSamples(place.engine, this.#run.scenes[0]);
        this.#show();
      },
      onRest: () => {
        this.#plane.describe();
        this.#picture.describe(describeLosses(this.#samples));
      },
    });
    this.#position = this.#createPosition(config);
    place.root.append(
      this.#run.element,
      this.#picture.element,
      this.#controls(),
      columns(this.#calculation(), this.#plane.element),
    );
    this.#run.start([{ config }]);
  }

  /** @param {import('../../state/types.js').Config} config */
  #createPosition({ samples, testSize, seed }) {
    return slider({
      id: 'bar',
      label: 'Bar',
      hint: 'Counted from the left; the arrow keys walk from bar to bar.',
      min: 1,
      max: this.#place.engine.trainTestSplit(samples, testSize, seed).train.length,
      step: 1,
      value: 1,
      onChange: (value) => this.#select(this.#order[Math.round(value) - 1]),
    });
  }

  #controls() {
    const sortings = radioSwitch({
      name: 'order',
      label: 'Order',
      choices: ORDERS,
      onCommit: (value) => {
        this.#sorting = /** @type {Sorting} */ (value);
        this.#show();
      },
    });
    sortings.update(this.#sorting);
    return h(
      'div',
      { class: 'bar-controls' },
      sortings.element,
      button('The tallest', () => this.#select(TALLEST)),
      this.#position.element,
    );
  }

  #calculation() {
    return stack(
      this.#detail.element,
      quantities(this.#place, {
        'sample-loss': 'loss of a sample',
        'cross-entropy': 'binary cross-entropy',
      }),
    );
  }

  /** @param {number} sample */
  #select(sample) {
    this.#selected = sample;
    this.#show();
  }

  #show() {
    const { losses } = this.#samples;
    if (!losses) return;
    this.#order = orderBy(this.#sorting, losses);
    if (Number.isNaN(this.#selected)) [this.#selected] = orderBy('loss', losses);
    this.#picture.show({
      ...this.#samples,
      order: this.#order,
      selected: this.#selected,
      title: TITLES[this.#sorting],
    });
    this.#showPlane();
    this.#showSample();
  }

  #showPlane() {
    const [{ description, frame }] = this.#run.scenes;
    const { grid, crossings, resolution } = frame;
    const { x1, x2 } = this.#samples;
    this.#plane.show({
      ...description,
      ...{ grid, crossings, resolution },
      points: 'train',
      mark: { x1: x1[this.#selected], x2: x2[this.#selected] },
    });
  }

  #showSample() {
    this.#position.value = this.#order.indexOf(this.#selected) + 1;
    this.#detail.show(this.#samples, this.#selected);
    this.#place.publish('sample-loss', {
      shape: '()',
      values: `${this.#samples.losses[this.#selected]}`,
      where: `training sample ${this.#selected} after ${this.#run.epoch} epochs`,
    });
  }
}

/** The bars at the size of their place. */
class BarPicture {
  #note = h('p', { class: 'readout' });
  #view = picture({ id: 'bars', title: 'The loss of every training sample', footer: [this.#note] });
  #painter = new LossBars(this.#view.canvas);
  #canvas;
  #place;
  /** @type {BarScene | null} */
  #scene = null;
  #drawing = schedule.add(() => this.#draw());

  /**
   * @param {import('../place.js').Place} place
   * @param {(position: number) => void} onPick called with the place of a bar in the order
   */
  constructor(place, onPick) {
    this.#place = place;
    this.element = this.#view.element;
    this.describe = this.#view.describe;
    this.#canvas = new FittedCanvas(this.#view.stage, this.#painter, () => this.#drawing.now());
    const pick = (/** @type {MouseEvent} */ event) => {
      const at = this.#canvas.toPicture(pointerPosition(event));
      const position = at && this.#painter.pick(at.x);
      if (position !== null) onPick(position);
    };
    this.#view.canvas.addEventListener('click', pick);
    this.#view.canvas.addEventListener('pointermove', (event) => {
      if (event.buttons > 0) pick(event);
    });
    place.onTheme(() => this.#drawing.now());
  }

  /** @param {BarScene} scene */
  show(scene) {
    this.#scene = scene;
    setText(
      this.#note,
      `Solid line: the mean, ${fixed(scene.mean, 4)}. Dotted line: ln 2, what an undecided prediction costs; bars beyond it are on the wrong side.`,
    );
    this.#drawing.now();
  }

  #draw() {
    if (!this.#scene || this.#canvas.isEmpty) return;
    this.#painter.draw({ ...this.#scene, theme: themeColors(this.#place.themeName) });
  }
}
