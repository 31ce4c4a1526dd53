import { h, setText } from '../../views/dom.js';
import { radioSwitch } from '../../views/controls/radio-switch.js';
import { selectField } from '../../views/controls/select-field.js';
import { toPoints } from '../../engine/data.js';
import { button, buttons, quantities } from '../parts/widget.js';
import { drawInTurn } from '../parts/in-turn.js';
import { seriesLegend, swatch } from '../parts/chart.js';
import { EFFORTS, RaceCharts, SmallPlane } from './race-pictures.js';
import { commonOf } from './baselines.js';
import { formatCount } from '../parts/numbers.js';
import {
  CONTENDER_ENTRIES,
  CONTENDERS,
  EPOCHS,
  INIT_NAMES,
  NOTEBOOK,
  REFERENCE_ENTRIES,
  RULE_NAMES,
} from './contenders.js';
import { RaceResults, verdict } from './race-results.js';
import { Race } from './race.js';

/** @typedef {import('../place.js').Place} Place */
/** @typedef {{ rule: import('./contenders.js').Rule, init: import('./contenders.js').Init, epochs: number }} Settings */

/** Points a side of the small pictures: coarse while they move, so that a frame stays short. */
const RESOLUTION = { moving: 48, still: 120 };
/** So many frames does a race last at least, whatever its length, where motion is welcome. */
const FRAMES = 240;
/** Epochs of all four without a look at the clock: below a millisecond. */
const CHUNK = 2;
/** What drawing one of the pictures takes, about. */
const DRAWING_MS = 3;
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
 *
 * @param {Place} place
 */
export function mountRace(place) {
  new RaceWidget(place);
}

class RaceWidget {
  #place;
  #common;
  #points;
  /** @type {Settings} */
  #settings = { rule: NOTEBOOK.rule, init: NOTEBOOK.init, epochs: EPOCHS };
  #race;
  #planes;
  #charts;
  #results;
  #status = h('p', { class: 'muted' });
  #outcome = h('p', { class: 'verdict', role: 'status' });
  #toggle;
  /** One a frame, in turns. @type {(() => void)[]} */
  #drawings;
  #turn = 0;
  /** Drawings to be made after the last epoch. */
  #left;
  #calm = matchMedia('(prefers-reduced-motion: reduce)');

  /** @param {Place} place */
  constructor(place) {
    this.#place = place;
    this.#common = commonOf(place.engine);
    const { train, test } = this.#common.data;
    this.#points = { train: toPoints(train), test: toPoints(test) };
    this.#race = this.#createRace();
    this.#planes = CONTENDERS.map((contender, i) => createPlane(place, contender, i));
    this.#charts = new RaceCharts(place, this.#common.baselines);
    this.#results = new RaceResults(place, this.#common.baselines, this.#points.test.y.length);
    this.#toggle = button(TEXTS.start, () => (place.isRunning ? place.stop() : this.#run()), {
      primary: true,
    });
    this.#drawings = [
      ...this.#planes.map((_, i) => () => this.#drawPlane(i)),
      ...Array.from(
        { length: this.#charts.count },
        (_, i) => () => this.#charts.draw(i, this.#race),
      ),
      () => this.#results.draw(this.#race),
    ];
    this.#left = this.#drawings.length;
    place.root.append(this.#content());
    this.#showStatus();
    for (const draw of [...this.#drawings, () => this.#tell()]) drawInTurn(draw);
  }

  #content() {
    const controls = createControls(this.#settings, (changes) => {
      Object.assign(this.#settings, changes);
      this.#restart();
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
      onCommit: (value) => {
        this.#charts.effort = /** @type {import('./race-pictures.js').Effort} */ (value);
        while (this.#race.time(1));
        for (let i = 0; i < this.#charts.count; i += 1) this.#charts.draw(i, this.#race);
      },
    });
    axis.update('epochs');
    return axis.element;
  }

  #createRace() {
    return new Race(this.#place.engine, this.#common.data, this.#settings);
  }

  #run() {
    if (this.#race.isFinished) this.#restart();
    this.#outcome.textContent = '';
    this.#place.run(
      (budget) => this.#tick(budget),
      () => this.#rest(),
    );
    this.#showStatus();
  }

  #restart() {
    this.#place.stop();
    this.#race.dispose();
    this.#race = this.#createRace();
    this.#left = this.#drawings.length;
    this.#outcome.textContent = '';
    this.#rest();
  }

  /** @param {number} budget in milliseconds */
  #tick(budget) {
    const end = performance.now() + budget - DRAWING_MS;
    if (this.#race.time(budget - 1)) return true;
    this.#advance(end);
    this.#showStatus();
    if (this.#calm.matches && !this.#race.isFinished) return true;
    this.#turn = (this.#turn + 1) % this.#drawings.length;
    this.#drawings[this.#turn]();
    if (this.#race.isFinished) this.#left -= 1;
    return this.#left > 0;
  }

  /** @param {number} end of its time, on the clock of performance.now() */
  #advance(end) {
    const { epochs: all } = this.#settings;
    let epochs = this.#calm.matches ? all : Math.ceil(all / FRAMES);
    while (epochs > 0 && !this.#race.isFinished && performance.now() < end) {
      this.#race.step(Math.min(CHUNK, epochs));
      epochs -= CHUNK;
    }
  }

  #rest() {
    // What has been drawn after the last epoch already, need not be again.
    if (this.#left > 0) for (const draw of this.#drawings) draw();
    this.#tell();
  }

  /** @param {number} i index of the network */
  #drawPlane(i) {
    const isMoving = this.#place.isRunning && !this.#race.isFinished;
    const resolution = RESOLUTION[isMoving ? 'moving' : 'still'];
    const { bounds } = this.#common.data;
    const lane = this.#race.lanes[i];
    this.#planes[i].show({
      grid: lane.grid(bounds, resolution),
      resolution,
      bounds,
      ...this.#points,
      points: 'both',
      metrics: lane.metrics,
    });
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
    const isUnderWay = this.#place.isRunning && this.#left > 0;
    setText(this.#toggle, isUnderWay ? TEXTS.pause : this.#atRest());
    const [epoch, epochs] = [this.#race.epoch, this.#race.epochs].map(formatCount);
    setText(this.#status, `Epoch ${epoch} of ${epochs}`);
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
 * @param {Settings} settings
 * @param {(changes: Partial<Settings>) => void} set
 */
function createControls(settings, set) {
  const rule = radioSwitch({
    name: 'race-rule',
    label: 'Rule',
    choices: Object.entries(RULE_NAMES).map(([value, label]) => ({ value, label })),
    onCommit: (value) => set({ rule: /** @type {Settings['rule']} */ (value) }),
  });
  const init = selectField({
    id: 'race-init',
    label: 'First weights',
    choices: Object.entries(INIT_NAMES).map(([value, label]) => ({ value, label })),
    onCommit: (value) => set({ init: /** @type {Settings['init']} */ (value) }),
  });
  const epochs = selectField({
    id: 'race-epochs',
    label: 'Epochs',
    choices: EPOCH_CHOICES.map((count) => ({ value: String(count), label: formatCount(count) })),
    onCommit: (value) => set({ epochs: Number(value) }),
  });
  rule.update(settings.rule);
  init.update(settings.init);
  epochs.update(String(settings.epochs));
  return h('div', { class: 'settings' }, rule.element, init.element, epochs.element);
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
