import { h, setText } from '../../views/dom.js';
import { radioSwitch } from '../../views/radio-switch.js';
import { selectField } from '../../views/select-field.js';
import { toPoints } from '../../engine/data.js';
import { button, quantityButton } from '../parts/button.js';
import { drawInTurn } from '../parts/in-turn.js';
import { seriesLegend, swatch } from '../parts/series-legend.js';
import { EFFORTS, RaceCharts, SmallPlane } from './race-pictures.js';
import { commonOf } from './baselines.js';
import { thousands } from './formats.js';
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
  const { data, baselines } = commonOf(place.engine);
  const points = { train: toPoints(data.train), test: toPoints(data.test) };
  /** @type {{ rule: import('./contenders.js').Rule, init: import('./contenders.js').Init, epochs: number }} */
  const settings = { rule: NOTEBOOK.rule, init: NOTEBOOK.init, epochs: EPOCHS };
  let race = new Race(place.engine, data, settings);

  const planes = CONTENDERS.map(({ name, shape, color, dashes }, i) => {
    const plane = new SmallPlane(place, { id: `race-plane-${i}`, title: `${name} ${shape}` });
    plane.element.firstElementChild?.prepend(swatch(place, { color, dashed: dashes }));
    return plane;
  });
  const charts = new RaceCharts(place, baselines);
  const results = new RaceResults(place, baselines, points.test.y.length);
  const status = h('p', { class: 'muted' });
  const outcome = h('p', { class: 'verdict', role: 'status' });
  const toggle = button(TEXTS.start, () => (place.isRunning ? place.stop() : run()), {
    primary: true,
  });

  const drawPlane = (/** @type {number} */ i) => {
    const resolution = RESOLUTION[place.isRunning && !race.isFinished ? 'moving' : 'still'];
    planes[i].show({
      grid: race.lanes[i].grid(data.bounds, resolution),
      resolution,
      bounds: data.bounds,
      ...points,
      points: 'both',
      metrics: race.lanes[i].metrics,
    });
  };
  /** One a frame, in turns. */
  const drawings = [
    ...planes.map((_, i) => () => drawPlane(i)),
    ...Array.from({ length: charts.count }, (_, i) => () => charts.draw(i, race)),
    () => results.draw(race),
  ];
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let turn = 0;
  /** Drawings to be made after the last epoch. */
  let left = drawings.length;

  const tick = (/** @type {number} */ budget) => {
    const end = performance.now() + budget - DRAWING_MS;
    if (race.time(budget - 1)) return true;
    let epochs = calm.matches ? settings.epochs : Math.ceil(settings.epochs / FRAMES);
    while (epochs > 0 && !race.isFinished && performance.now() < end) {
      race.step(Math.min(CHUNK, epochs));
      epochs -= CHUNK;
    }
    showStatus();
    if (calm.matches && !race.isFinished) return true;
    turn = (turn + 1) % drawings.length;
    drawings[turn]();
    if (race.isFinished) left -= 1;
    return left > 0;
  };

  const run = () => {
    if (race.isFinished) restart();
    outcome.textContent = '';
    place.run(tick, rest);
    showStatus();
  };

  const restart = () => {
    place.stop();
    race.dispose();
    race = new Race(place.engine, data, settings);
    left = drawings.length;
    outcome.textContent = '';
    rest();
  };

  const rest = () => {
    // What has been drawn after the last epoch already, need not be again.
    if (left > 0) for (const draw of drawings) draw();
    tell();
  };

  const tell = () => {
    for (const plane of planes) plane.describe();
    charts.describe(race);
    results.describe(race);
    if (race.isFinished) setText(outcome, verdict(race, baselines));
    showStatus();
    publish(place, race);
  };

  const showStatus = () => {
    setText(toggle, place.isRunning && left > 0 ? TEXTS.pause : atRest());
    const [epoch, epochs] = [race.epoch, race.epochs].map(thousands);
    setText(status, `Epoch ${epoch} of ${epochs}`);
  };

  const atRest = () => {
    if (race.isFinished) return TEXTS.again;
    return race.epoch === 0 ? TEXTS.start : TEXTS.goOn;
  };

  const set = (/** @type {Partial<typeof settings>} */ changes) => {
    Object.assign(settings, changes);
    restart();
  };
  const controls = createControls(settings, set);
  const axis = radioSwitch({
    name: 'race-axis',
    label: TEXTS.axis,
    choices: EFFORTS,
    onCommit: (value) => {
      charts.effort = /** @type {import('./race-pictures.js').Effort} */ (value);
      while (race.time(1));
      for (let i = 0; i < charts.count; i += 1) charts.draw(i, race);
    },
  });
  axis.update('epochs');

  place.root.append(
    h(
      'div',
      { class: 'stack race' },
      controls,
      h('div', { class: 'buttons' }, toggle, button(TEXTS.reset, restart), status),
      h('div', { class: 'race-planes' }, ...planes.map(({ element }) => element)),
      h(
        'div',
        { class: 'race-legend' },
        seriesLegend(place, [...CONTENDER_ENTRIES, ...REFERENCE_ENTRIES]),
        axis.element,
      ),
      charts.element,
      results.bars,
      outcome,
      results.table,
      h(
        'p',
        { class: 'quantities' },
        quantityButton(place, 'test-accuracy', 'test accuracy'),
        quantityButton(place, 'multiply-adds', 'multiply-adds'),
      ),
    ),
  );
  showStatus();
  for (const draw of [...drawings, tell]) drawInTurn(draw);
}

/**
 * @template {{ rule: string, init: string, epochs: number }} Settings
 * @param {Settings} settings
 * @param {(changes: Partial<Settings>) => void} set
 */
function createControls(settings, set) {
  const commit = (/** @type {object} */ changes) => set(/** @type {Partial<Settings>} */ (changes));
  const rule = radioSwitch({
    name: 'race-rule',
    label: 'Rule',
    choices: Object.entries(RULE_NAMES).map(([value, label]) => ({ value, label })),
    onCommit: (value) => commit({ rule: value }),
  });
  const init = selectField({
    id: 'race-init',
    label: 'First weights',
    choices: Object.entries(INIT_NAMES).map(([value, label]) => ({ value, label })),
    onCommit: (value) => commit({ init: value }),
  });
  const epochs = selectField({
    id: 'race-epochs',
    label: 'Epochs',
    choices: EPOCH_CHOICES.map((count) => ({ value: String(count), label: thousands(count) })),
    onCommit: (value) => commit({ epochs: Number(value) }),
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
