import { h, setText } from '../../views/dom.js';
import { radioSwitch } from '../../views/controls/radio-switch.js';
import { button, buttons, quantities } from '../parts/widget.js';
import { seriesLegend, swatch } from '../parts/chart.js';
import { IN_TURN, nextFrame, schedule } from '../parts/schedule.js';
import { SideBySide } from '../parts/side-by-side.js';
import { EFFORTS, RaceCharts, SmallPlane } from './race-pictures.js';
import { commonOf } from './baselines.js';
import { formatCount } from '../parts/numbers.js';
import {
  CONTENDER_ENTRIES,
  CONTENDERS,
  EPOCHS,
  NOTEBOOK,
  REFERENCE_ENTRIES,
} from './contenders.js';
import { createControls } from './controls.js';
import { RaceResults, verdict } from './race-results.js';
import { Race } from './race.js';

/** @typedef {import('../place.js').Place} Place */
/** @typedef {{ rule: import('./contenders.js').Rule, init: import('./contenders.js').Init, epochs: number }} Settings */

/** Points a side of the small pictures. */
const RESOLUTION = 120;
/** So many frames does a race last at least, whatever its length, where motion is welcome. */
const FRAMES = 240;
const EPOCH_CHOICES = [EPOCHS, 2000, 10_000];

const TEXTS = {
  start: 'Start the race',
  pause: 'Pause',
  goOn: 'Go on',
  again: 'Race again',
  reset: 'Back to the start',
  axis: 'Curves against',
};

/**
 * The notebook's four networks side by side.
 */
export class RaceWidget {
  #place;
  #common;
  /** @type {Settings} */
  #settings = { rule: NOTEBOOK.rule, init: NOTEBOOK.init, epochs: EPOCHS };
  #race;
  #sides;
  #planes;
  #charts;
  #results;
  #status = h('p', { class: 'muted' });
  #outcome = h('p', { class: 'verdict', role: 'status' });
  #toggle;
  /** One a frame, in turns. @type {(() => void)[]} */
  #drawings;
  #requests;
  #calm = matchMedia('(prefers-reduced-motion: reduce)');

  /** @param {Place} place */
  constructor(place) {
    this.#place = place;
    this.#common = commonOf(place.engine);
    const { data, baselines } = this.#common;
    this.#race = this.#createRace();
    this.#planes = CONTENDERS.map((contender, i) => createPlane(place, contender, i));
    this.#charts = new RaceCharts(place, baselines);
    this.#results = new RaceResults(place, baselines, data.test.y[0].length);
    this.#toggle = button(TEXTS.start, () => this.#press(), { primary: true });
    this.#drawings = [
      ...this.#planes.map((_, i) => () => this.#drawPlane(i)),
      ...Array.from(
        { length: this.#charts.count },
        (_, i) => () => this.#charts.draw(i, this.#race),
      ),
      () => this.#results.draw(this.#race),
    ];
    this.#requests = this.#drawings.map((draw) => schedule.add(draw, IN_TURN));
    this.#sides = new SideBySide(place.host, {
      onFrame: ({ rows, isHeld }) => {
        this.#race.append(rows);
        // Those of the last frame are drawn at rest.
        if (isHeld || !this.#sides.isTraining) return;
        for (const request of this.#requests) request.soon();
      },
      onRest: () => this.#rest(),
      onChange: () => this.#showStatus(),
    });
    place.root.append(this.#content());
    this.#start();
  }

  #content() {
    const controls = createControls(this.#settings, {
      id: 'race',
      count: { key: 'epochs', label: 'Epochs', choices: EPOCH_CHOICES },
      set: (changes) => {
        Object.assign(this.#settings, changes);
        this.#restart();
      },
    });
    const reset = button(TEXTS.reset, () => this.#restart());
    return h(
      'div',
      { class: 'stack race' },
      controls,
      buttons(this.#toggle, reset, this.#status),
      h('div', { class: 'race-planes' }, ...this.#planes.map(({ element }) => element)),
      h(
        'div',
        { class: 'race-legend' },
        seriesLegend(this.#place, [...CONTENDER_ENTRIES, ...REFERENCE_ENTRIES]),
        this.#createAxis(),
      ),
      this.#charts.element,
      this.#results.bars,
      this.#outcome,
      this.#results.table,
      quantities(this.#place, {
        'test-accuracy': 'test accuracy',
        'multiply-adds': 'multiply-adds',
      }),
    );
  }

  #createAxis() {
    const axis = radioSwitch({
      name: 'race-axis',
      label: TEXTS.axis,
      choices: EFFORTS,
      onCommit: async (value) => {
        this.#charts.effort = /** @type {import('./race-pictures.js').Effort} */ (value);
        await this.#race.time();
        for (let i = 0; i < this.#charts.count; i += 1) this.#charts.draw(i, this.#race);
      },
    });
    axis.update('epochs');
    return axis.element;
  }

  #createRace() {
    const { train } = this.#common.data;
    return new Race(this.#place.engine, train.y[0].length, this.#settings);
  }

  #start() {
    this.#sides.start(
      this.#race.trainings.map(({ config, start }) => ({
        config,
        start: { ...start, look: { resolution: RESOLUTION } },
      })),
    );
  }

  async #press() {
    if (this.#sides.isTraining) {
      await this.#sides.pause();
      return;
    }
    const race = this.#race;
    this.#outcome.textContent = '';
    await race.time();
    if (race !== this.#race) return;
    this.#sides.speed = this.#calm.matches ? Infinity : Math.ceil(race.epochs / FRAMES);
    await this.#sides.train();
  }

  #restart() {
    this.#race = this.#createRace();
    this.#outcome.textContent = '';
    this.#start();
  }

  /** One a frame here, too: what says how far they are is not to wait for all. */
  async #rest() {
    for (const draw of this.#drawings) {
      draw();
      await nextFrame();
    }
    this.#tell();
  }

  /** @param {number} i index of the network */
  #drawPlane(i) {
    const { description, frame } = this.#sides.scenes[i] ?? {};
    if (description && frame) this.#planes[i].show({ ...description, ...frame, points: 'both' });
  }

  /** Says in words what there is to see. */
  #tell() {
    const race = this.#race;
    for (const plane of this.#planes) plane.describe();
    this.#charts.describe(race);
    this.#results.describe(race);
    if (race.isFinished) setText(this.#outcome, verdict(race, this.#common.baselines));
    this.#showStatus();
    publish(this.#place, race);
  }

  #showStatus() {
    setText(this.#toggle, this.#sides.isTraining ? TEXTS.pause : this.#atRest());
    const [epoch, epochs] = [this.#race.epoch, this.#race.epochs].map(formatCount);
    setText(this.#status, this.#sides.failure ?? `Epoch ${epoch} of ${epochs}`);
  }

  #atRest() {
    if (this.#race.isFinished) return TEXTS.again;
    return this.#race.epoch === 0 ? TEXTS.start : TEXTS.goOn;
  }
}

/**
 * @param {Place} place
 * @param {import('./contenders.js').Contender} contender
 * @param {number} i
 */
function createPlane(place, { name, shape, color, dashes }, i) {
  const plane = new SmallPlane(place, { id: `race-plane-${i}`, title: `${name} ${shape}` });
  plane.element.firstElementChild?.prepend(swatch(place, { color, dashed: dashes }));
  return plane;
}

/**
 * @param {Place} place
 * @param {Race} race
 */
function publish(place, { lanes, epoch }) {
  const where = `the race, epoch ${epoch}`;
  const values = (/** @type {(lane: Race['lanes'][number]) => number} */ of) =>
    lanes.map((lane) => `${lane.contender.name}: ${of(lane)}`).join('\n');
  place.publish('test-accuracy', {
    shape: '() for each network',
    values: values(({ metrics }) => metrics.testAccuracy),
    where,
  });
  place.publish('multiply-adds', {
    shape: '() for each network',
    values: values(({ operations }) => operations),
    where: 'one epoch',
  });
}
