import { labelsOf, problemOf } from '../../state/problem.js';
import { h, setHidden, setText } from '../../views/dom.js';
import { selectField } from '../../views/controls/select-field.js';
import { themeColors } from '../../views/palette.js';
import { sceneMap } from '../../views/plane/map.js';
import { Schedule } from '../../views/schedule.js';
import { sweepGrid } from '../../views/sweep/grid.js';
import { pictureWords } from '../../views/text/picture-words.js';
import { scrollRegion } from '../../views/text/scroll-region.js';
import { SweepNumbers } from './sweep-numbers.js';
import { SweepWords } from './sweep-words.js';

/** @typedef {import('../../state/sweep.js').Cell} Cell */
/** @typedef {import('../../state/sweep-results.js').Measure} Measure */
/** @typedef {import('../../worker/training.js').Outcome} Outcome */
/** @typedef {import('../inside/panel.js').PanelOptions} PanelOptions */
/** @typedef {import('./results.js').SweepRuns} SweepRuns */

/**
 * @typedef {SweepRuns & { words: SweepWords, numbers: SweepNumbers, grid: ReturnType<typeof sweepGrid> }} Table
 */

/** @type {Measure[]} */
const MEASURES = ['testScore', 'testLoss'];
/** A frame has one picture, or some numbers: otherwise it would take too long. */
const TURN_MS = 10;
const CELLS_A_TURN = 4;
/** How often the shades follow, since a new number can change them all. */
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
  /** Which pairs have another number or shade than is shown. @type {Set<number>} */
  #unwritten = new Set();
  /** How good each pair is, from 0 to 1. @type {number[]} */
  #shares = [];
  /** The pair that is read of; −1: none. */
  #pointed = -1;
  #isComplete = false;
  #place = h('div');
  #reading = h('p', { class: 'sweep-reading' });
  #finding = h('p', { class: 'sweep-finding' });
  #measures = h('div');
  #schedule = new Schedule();
  #ranking = this.#schedule.add(
    () => this.#rank(),
    () => INTERVAL_MS,
    { isLight: true },
  );
  #painting = this.#schedule.add(
    () => this.#paint(),
    () => TURN_MS,
  );
  #writing = this.#schedule.add(
    () => this.#writeSome(),
    () => TURN_MS,
  );

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
    if (options.results.sweep) this.#show(options.results.sweep);
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
    const numbers = new SweepNumbers(this.#options, { pairs, words, measure: this.#measure });
    this.#table = { pairs, words, numbers, sweep, grid };
    this.#unpainted.clear();
    pairs.forEach(({ map }, index) => map && this.#unpainted.add(index));
    this.#pointed = -1;
    this.#isComplete = false;
    this.#measures.replaceChildren(this.#createMeasures());
    this.#place.replaceChildren(scrollRegion(words.caption, grid.element));
    setHidden(this.element, false);
    this.#writeAll();
    grid.fit();
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
    this.#ranking.soon();
  }

  /** All is there: what the table comes to is said. */
  conclude() {
    this.#isComplete = true;
    this.#writeAll();
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
    return /** @type {Table} */ (this.#table).numbers.textOf(index);
  }

  #createMeasures() {
    const { pairs, words } = /** @type {Table} */ (this.#table);
    const field = selectField({
      id: 'sweep-measure',
      label: this.#words.measure,
      choices: MEASURES.map((value) => ({
        value,
        label: words.measure(value, pairs[0].cell.config),
      })),
      onCommit: (value) => this.#compareBy(/** @type {Measure} */ (value)),
    });
    field.update(this.#measure);
    return field.element;
  }

  /** @param {Measure} measure */
  #compareBy(measure) {
    this.#measure = measure;
    if (!this.#table) return;
    this.#table.numbers = new SweepNumbers(this.#options, { ...this.#table, measure });
    this.#writeAll();
  }

  #rank() {
    if (!this.#table) return;
    const before = this.#shares;
    this.#shares = this.#table.numbers.rank();
    this.#shares.forEach((share, index) => {
      if (share !== before[index]) this.#unwritten.add(index);
    });
    this.#writing.soon();
  }

  #paint() {
    const [index] = this.#unpainted;
    if (index === undefined || !this.#table?.grid.isSeen) return;
    this.#unpainted.delete(index);
    const { map } = this.#table.pairs[index];
    if (map) this.#table.grid.paint(index, map, this.#theme);
    this.#painting.soon();
  }

  #writeSome() {
    for (const index of [...this.#unwritten].slice(0, CELLS_A_TURN)) this.#write(index);
    if (this.#unwritten.size > 0) this.#writing.soon();
  }

  #writeAll() {
    if (!this.#table) return;
    const { pairs, numbers } = this.#table;
    this.#shares = numbers.rank();
    for (const index of pairs.keys()) this.#write(index);
    setText(this.#finding, this.#isComplete ? numbers.tellBest() : '');
    this.#read();
  }

  /** @param {number} index */
  #write(index) {
    const { grid, numbers } = /** @type {Table} */ (this.#table);
    this.#unwritten.delete(index);
    grid.write(index, {
      text: numbers.textOf(index),
      name: numbers.tell(index),
      state: numbers.stateOf(index),
      share: this.#shares[index],
    });
    if (index === this.#pointed) this.#read();
  }

  /** @param {number} index */
  #point(index) {
    this.#pointed = index;
    this.#read();
  }

  #read() {
    const { pairs, numbers } = /** @type {Table} */ (this.#table);
    const pair = pairs[this.#pointed];
    if (!pair) setText(this.#reading, this.#words.hint);
    else if (pair.runs.length === 0) setText(this.#reading, this.#words.waiting);
    else {
      const text = numbers.tell(this.#pointed);
      setText(this.#reading, text[0].toUpperCase() + text.slice(1));
    }
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
}
