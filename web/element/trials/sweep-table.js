import { labelsOf, problemOf } from '../../state/problem.js';
import { findBest, rankMeans, spreadOf } from '../../state/sweep-results.js';
import { h, setHidden, setText } from '../../views/dom.js';
import { selectField } from '../../views/controls/select-field.js';
import { themeColors } from '../../views/palette.js';
import { sceneMap } from '../../views/plane/map.js';
import { Schedule } from '../../views/schedule.js';
import { sweepGrid } from '../../views/sweep/grid.js';
import { pictureWords } from '../../views/text/picture-words.js';
import { scrollRegion } from '../../views/text/scroll-region.js';
import { SweepWords } from './sweep-words.js';

/** @typedef {import('../../state/sweep.js').Cell} Cell */
/** @typedef {import('../../state/sweep-results.js').Measure} Measure */
/** @typedef {import('../../worker/training.js').Outcome} Outcome */
/** @typedef {import('../inside/panel.js').PanelOptions} PanelOptions */
/** @typedef {import('./results.js').SweepRuns} SweepRuns */

/**
 * @typedef {SweepRuns & { words: SweepWords, grid: ReturnType<typeof sweepGrid> }} Table
 */

/** So much worse than the best, a smaller network does as well. */
const TOLERANCE = 0.01;
/** @type {Measure[]} */
const MEASURES = ['testScore', 'testLoss'];
/** How often numbers follow; pictures are painted one a frame. */
const INTERVAL_MS = 150;

/** The pairs of a sweep as small pictures with a number each, and what can be read and had from them. */
export class SweepTable {
  #options;
  #words;
  /** @type {Table | null} */
  #table = null;
  /** @type {Measure} */
  #measure = 'testScore';
  #theme = themeColors('light');
  /** Which pairs' pictures are to be painted. @type {Set<number>} */
  #unpainted = new Set();
  /** Which pairs have other numbers than are shown. @type {Set<number>} */
  #unwritten = new Set();
  /** The pair that is read of; −1: none. */
  #pointed = -1;
  #isComplete = false;
  #place = h('div');
  #reading = h('p', { class: 'sweep-reading' });
  #finding = h('p', { class: 'sweep-finding' });
  #measures = h('div');
  #schedule = new Schedule();
  #writing = this.#schedule.add(
    () => this.#write(),
    () => INTERVAL_MS,
  );
  #painting = this.#schedule.add(() => this.#paint());

  /** @param {PanelOptions} options */
  constructor(options) {
    this.#options = options;
    this.#words = options.texts.sweep;
    this.element = h(
      'div',
      { class: 'sweep-results', hidden: true },
      this.#place,
      h('div', { class: 'sweep-words' }, this.#measures, this.#reading, this.#finding),
    );
    if (!options.results.sweep) return;
    this.#show(options.results.sweep);
    // What trains ends with the panel that has begun it.
    this.conclude();
  }

  get table() {
    return this.#table;
  }

  get theme() {
    return this.#theme;
  }

  /**
   * Lays out an empty table.
   *
   * @param {Cell[]} cells the first for each pair
   * @param {SweepRuns['sweep']} sweep
   */
  begin(cells, sweep) {
    this.#show({ pairs: cells.map((cell) => ({ cell, runs: [], map: null })), sweep });
  }

  /** @param {SweepRuns} runs */
  #show({ pairs, sweep }) {
    this.#options.results.sweep = { pairs, sweep };
    const cells = pairs.map(({ cell }) => cell);
    const words = new SweepWords(this.#options, sweep);
    const width = sweep.x.values.length;
    const grid = sweepGrid({
      caption: words.caption,
      corner: words.corner,
      columns: cells.slice(0, width).map((cell) => words.column(cell)),
      rows: cells.filter((_, i) => i % width === 0).map((cell) => words.row(cell)),
      onPoint: (index) => this.#point(index),
      onOpen: (index) => this.#open(index),
    });
    this.#table = { pairs, words, sweep, grid };
    this.#unpainted.clear();
    pairs.forEach(({ map }, index) => map && this.#unpainted.add(index));
    this.#unwritten = new Set(pairs.keys());
    this.#pointed = -1;
    this.#isComplete = false;
    this.#measures.replaceChildren(this.#createMeasures());
    this.#place.replaceChildren(scrollRegion(words.caption, grid.element));
    setHidden(this.element, false);
    this.#write();
  }

  /**
   * @param {number} index of the pair
   * @param {Cell} cell one of its runs
   * @param {Outcome} outcome of it
   */
  take(index, cell, { metrics, diverged, description, answer }) {
    if (!this.#table) return;
    const pair = this.#table.pairs[index];
    const { parameterCount } = description;
    pair.runs.push({ cell, result: { metrics, diverged, parameterCount } });
    pair.runs.sort((a, b) => a.cell.seed - b.cell.seed);
    if (answer) {
      const words = pictureWords(this.#options.texts);
      const labels = labelsOf(problemOf(cell.config));
      pair.map = sceneMap({ frame: answer, description }, labels, words, cell.config.surface).map;
      this.#unpainted.add(index);
      this.#painting.soon();
    }
    this.#unwritten.add(index);
    this.#writing.soon();
  }

  /** All is there: what the table comes to is said. */
  conclude() {
    this.#isComplete = true;
    this.#write();
  }

  /**
   * What could not be painted, since it was folded away, is painted, too.
   *
   * @param {import('../../views/palette.js').ThemeName} name
   */
  setTheme(name) {
    const theme = themeColors(name);
    if (theme !== this.#theme) {
      this.#table?.pairs.forEach(({ map }, index) => map && this.#unpainted.add(index));
    }
    this.#theme = theme;
    this.#painting.soon();
  }

  /** @param {number} index of a pair @returns {string} its number, as its cell shows it */
  textOf(index) {
    const { runs, cell } = /** @type {Table} */ (this.#table).pairs[index];
    if (runs.length === 0) return '';
    const { count, mean } = this.#spreadOf(index);
    return count === 0 ? this.#words.diverged : this.#number(mean, cell);
  }

  #createMeasures() {
    const field = selectField({
      id: 'sweep-measure',
      label: this.#words.measure,
      choices: MEASURES.map((value) => ({ value, label: this.#labelOf(value) })),
      onCommit: (value) => {
        this.#measure = /** @type {Measure} */ (value);
        this.#table?.pairs.forEach((_, index) => this.#unwritten.add(index));
        this.#write();
      },
    });
    field.update(this.#measure);
    return field.element;
  }

  /** @param {Measure} measure */
  #labelOf(measure) {
    const { pairs } = /** @type {Table} */ (this.#table);
    const { loss, accuracy, r2 } = this.#words.measures;
    if (measure === 'testLoss') return loss;
    return pairs[0].cell.config.problem === 'regression' ? r2 : accuracy;
  }

  #paint() {
    if (!this.#table?.grid.isSeen) return;
    const [index] = this.#unpainted;
    if (index === undefined) return;
    this.#unpainted.delete(index);
    const { map } = this.#table.pairs[index];
    if (map) this.#table.grid.paint(index, map, this.#theme);
    this.#painting.soon();
  }

  #write() {
    if (!this.#table) return;
    const { pairs, grid, words } = this.#table;
    const spreads = pairs.map((_, index) => this.#spreadOf(index));
    const means = spreads.map(({ mean }) => mean);
    grid.shade(rankMeans(means, this.#measure));
    for (const index of this.#unwritten) {
      const { cell, runs } = pairs[index];
      const isDone = runs.length > 0;
      grid.write(index, {
        text: this.textOf(index),
        name: `${words.pair(cell)}: ${isDone ? this.#describe(index) : this.#words.waiting}`,
        state: isDone ? (spreads[index].count > 0 ? 'done' : 'diverged') : 'waiting',
      });
    }
    this.#unwritten.clear();
    this.#find();
    this.#read();
  }

  #find() {
    const { pairs, words } = /** @type {Table} */ (this.#table);
    const results = pairs.map(({ runs }) => runs.map(({ result }) => result));
    const found = this.#isComplete ? findBest(results, this.#measure, TOLERANCE) : null;
    const say = (/** @type {number} */ index) => ({
      name: words.pair(pairs[index].cell),
      value: this.textOf(index),
      parameters: this.#options.formats.count(results[index][0].parameterCount),
    });
    const smallest = found?.smallest ?? null;
    const size = smallest === null ? '' : ` ${this.#words.smallest(say(smallest))}`;
    setText(this.#finding, found ? this.#words.best(say(found.best)) + size : '');
  }

  /** @param {number} index */
  #point(index) {
    this.#pointed = index;
    this.#read();
  }

  #read() {
    const { pairs, words } = /** @type {Table} */ (this.#table);
    const pair = pairs[this.#pointed];
    if (!pair) setText(this.#reading, this.#words.hint);
    else if (pair.runs.length === 0) setText(this.#reading, this.#words.waiting);
    else {
      const name = words.pair(pair.cell);
      const text = `${name}: ${this.#describe(this.#pointed)}`;
      setText(this.#reading, text[0].toUpperCase() + text.slice(1));
    }
  }

  /** @param {number} index of a pair with runs @returns {string} its numbers, in words */
  #describe(index) {
    const { runs, cell } = /** @type {Table} */ (this.#table).pairs[index];
    const { count, diverged, mean, deviation, lowest, highest } = this.#spreadOf(index);
    const words = this.#words;
    const print = (/** @type {number} */ value) => this.#number(value, cell);
    const measure = words.within(this.#labelOf(this.#measure));
    const at = this.#options.formats.count(runs[0].result.metrics.epoch);
    const parts = [
      count === 1 && words.one(measure, print(mean)),
      count > 1 &&
        words.several(measure, {
          count: this.#options.formats.count(count),
          mean: print(mean),
          deviation: print(deviation),
          lowest: print(lowest),
          highest: print(highest),
        }),
      diverged > 0 && words.divergedAt(diverged, runs.length, at),
    ];
    return parts.filter(Boolean).join(' ');
  }

  /** @param {number} index of the pair whose first run is opened in the lab */
  #open(index) {
    const { runs, cell } = /** @type {Table} */ (this.#table).pairs[index];
    const run = runs.find((one) => one.cell === cell) ?? runs[0];
    this.#point(index);
    if (!run) return;
    const { epoch } = run.result.metrics;
    this.#options.open({ config: run.cell.config, epoch, model: null });
    setText(this.#reading, this.#words.opened(this.#options.formats.count(epoch)));
  }

  /** @param {number} index */
  #spreadOf(index) {
    const { runs } = /** @type {Table} */ (this.#table).pairs[index];
    const results = runs.map(({ result }) => result);
    return spreadOf(results, this.#measure);
  }

  /**
   * @param {number} value
   * @param {Cell} cell
   */
  #number(value, { config }) {
    return /** @type {Table} */ (this.#table).words.number(this.#measure, value, config);
  }
}
