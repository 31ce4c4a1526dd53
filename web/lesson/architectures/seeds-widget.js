import { failureText } from '../failure.js';
import { h, setText } from '../../views/dom.js';
import { isUnavailable, setAvailable } from '../../views/controls/icons.js';
import { radioSwitch } from '../../views/controls/radio-switch.js';
import { schedule } from '../parts/schedule.js';
import { button, buttons, quantities } from '../parts/widget.js';
import { seriesLegend } from '../parts/chart.js';
import { commonOf, judgeBaselines } from './baselines.js';
import { CONTENDERS, REFERENCE_ENTRIES } from './contenders.js';
import { createControls } from './controls.js';
import { formatCount } from '../parts/numbers.js';
import { createFresh, FRESH_SAMPLES, SeedRuns } from './long-runs.js';
import { SeedResults } from './seeds-results.js';

/** @typedef {import('../place.js').Place} Place */
/** @typedef {import('./seeds-results.js').Judge} Judge */

const COUNTS = [10, 20, 30];
/** The dots are drawn so often while runs come in, in milliseconds. */
const DRAWING_INTERVAL_MS = 150;

const TEXTS = { run: 'Run', cancel: 'Cancel', judge: 'Judged on' };

/**
 * The race again and again, from other first weights each time.
 *
 * @param {Place} place
 */
export function mountSeeds(place) {
  const lots = new Lots(place.engine);
  const results = new SeedResults(place);
  /** @type {{ rule: import('./contenders.js').Rule, init: import('./contenders.js').Init, seeds: number, judge: Judge }} */
  const settings = { rule: 'backprop', init: 'he', seeds: COUNTS[0], judge: 'test' };
  const progress = h('progress', { 'aria-label': 'Runs done', value: 0, max: 1 });
  const status = h('p', { class: 'muted', role: 'status' });
  const toggle = button(TEXTS.run, () => press(), { primary: true });
  /** What ends the runs that are under way. @type {AbortController | null} */
  let running = null;

  const total = () => settings.seeds * CONTENDERS.length;
  const runs = () => lots.of(settings).upTo(settings.seeds);
  const done = () => runs().reduce((sum, { length }) => sum + length, 0);
  const isComplete = () => done() === total();

  const draw = () => {
    const { judge } = settings;
    results.draw({ runs: runs(), judge, ...lots.judged(judge) });
    progress.max = total();
    progress.value = done();
  };
  const drawing = schedule.add(draw, () => DRAWING_INTERVAL_MS);

  const show = () => {
    draw();
    results.conclude(isComplete());
    setText(toggle, TEXTS.run);
    setAvailable(toggle, !isComplete());
    const count = `${done()} of ${total()} runs`;
    setText(status, isComplete() ? `All ${count.replace(/^\d+ of /, '')} are done.` : count);
    publish(place, runs(), settings.seeds);
  };

  const run = async () => {
    const { signal } = (running = new AbortController());
    setText(toggle, TEXTS.cancel);
    setText(status, 'Running…');
    let failure = '';
    try {
      await lots.of(settings).train(settings.seeds, { signal, onRun: () => drawing.soon() });
    } catch (error) {
      failure = failureText(error);
    }
    if (signal.aborted) return;
    stop();
    show();
    if (failure) setText(status, failure);
  };
  const stop = () => {
    running?.abort();
    running = null;
  };

  const press = () => {
    if (isUnavailable(toggle)) return;
    if (!running) run();
    else {
      stop();
      show();
    }
  };

  const set = (/** @type {object} */ changes) => {
    stop();
    Object.assign(settings, changes);
    show();
  };
  const judge = radioSwitch({
    name: 'seeds-judge',
    label: TEXTS.judge,
    choices: [
      { value: 'test', label: `${lots.judged('test').nPoints} test points` },
      { value: 'fresh', label: `${formatCount(FRESH_SAMPLES)} fresh points` },
    ],
    onCommit: (value) => {
      settings.judge = /** @type {Judge} */ (value);
      draw();
      results.conclude(isComplete());
    },
  });
  judge.update(settings.judge);

  place.root.append(
    h(
      'div',
      { class: 'stack seeds' },
      createControls(settings, {
        id: 'seeds',
        count: { key: 'seeds', label: 'Runs of each', choices: COUNTS },
        set,
      }),
      buttons(toggle, progress, status),
      judge.element,
      seriesLegend(place, REFERENCE_ENTRIES),
      ...results.elements,
      quantities(place, { 'test-accuracy': 'test accuracy' }),
    ),
  );
  show();
}

/** The runs of every setting that has been asked for, which stay as they are. */
class Lots {
  #engine;
  #common;
  #fresh;
  #judged;
  /** @type {Map<string, SeedRuns>} */
  #lots = new Map();

  /** @param {import('../../engine/engine.js').Engine} engine */
  constructor(engine) {
    this.#engine = engine;
    this.#common = commonOf(engine);
    this.#fresh = createFresh(engine);
    const { data, baselines } = this.#common;
    const judgeOn = (/** @type {import('../../engine/data.js').LabelledSet} */ set) => ({
      nPoints: set.y[0].length,
      baselines: judgeBaselines(engine, baselines, set),
    });
    this.#judged = { test: judgeOn(data.test), fresh: judgeOn(this.#fresh) };
  }

  /**
   * @param {{ rule: import('./contenders.js').Rule, init: import('./contenders.js').Init }} options
   */
  of({ rule, init }) {
    const key = `${rule} ${init}`;
    let lot = this.#lots.get(key);
    if (!lot) {
      lot = new SeedRuns(this.#engine, this.#fresh, { rule, init });
      this.#lots.set(key, lot);
    }
    return lot;
  }

  /** @param {Judge} judge */
  judged(judge) {
    return this.#judged[judge];
  }
}

/**
 * @param {Place} place
 * @param {import('./long-runs.js').Run[][]} runs
 * @param {number} seeds
 */
function publish(place, runs, seeds) {
  const values = CONTENDERS.map(({ name }, i) => {
    const texts = runs[i].map(({ test }) => test.toFixed(4));
    return `${name}: ${texts.join(' ')}`;
  });
  place.publish('test-accuracy', {
    shape: `(${seeds},) for each network`,
    values: values.join('\n'),
    where: 'the runs from many first weights',
  });
}
