import { isComparable } from '../../state/kept.js';
import { countInto, histogramOf, luckOf } from '../../state/luck.js';
import { measureOf } from '../../state/sweep-results.js';
import { HistogramCanvas } from '../../views/charts/histogram.js';
import { h, setHidden, setText } from '../../views/dom.js';
import { figure } from '../../views/figure.js';
import { FittedCanvas } from '../../views/fitted-canvas.js';
import { themeColors } from '../../views/palette.js';
import { Schedule } from '../../views/schedule.js';
import { choice } from './choice.js';
import { LuckWords } from './luck-words.js';

/** @typedef {import('../inside/panel.js').PanelOptions} PanelOptions */
/** @typedef {import('../../state/luck.js').Chance} Chance */
/** @typedef {import('../../state/luck.js').Draw} Draw */
/** @typedef {import('../../state/kept.js').KeptRun} KeptRun */
/** @typedef {import('../../state/sweep-results.js').Measure} Measure */
/** @typedef {import('../../worker/training.js').Outcome} Outcome */
/** @typedef {import('./results.js').LuckRuns} LuckRuns */

/** How often it follows. */
const INTERVAL_MS = 150;

/** How the results of many seeds are spread: a histogram, and what it says in words. */
export class LuckPicture {
  #options;
  #words;
  /** @type {Measure} */
  #measure = 'testScore';
  /** @type {LuckRuns | null} */
  #shown = null;
  #measures = h('div');
  #histogram;
  #describe;
  #legend = h('p', { class: 'panel-note', hidden: true });
  #sentence = h('p', { class: 'luck-sentence' });
  #duel = h('p', { class: 'luck-duel', hidden: true });
  #drawing = new Schedule().add(
    () => this.draw(),
    () => INTERVAL_MS,
  );

  /** @param {PanelOptions} options */
  constructor(options) {
    const { texts } = options;
    this.#options = options;
    this.#words = texts.luck;
    const picture = figure({ id: 'luck-histogram', title: this.#words.histogram });
    this.#describe = picture.describe;
    this.#histogram = new HistogramCanvas(picture.canvas, {
      theme: themeColors('light'),
      direction: texts.direction === 'rtl' ? 'rtl' : 'ltr',
    });
    new FittedCanvas(picture.stage, this.#histogram, () => this.#histogram.draw());
    this.element = h(
      'div',
      { class: 'luck-results', hidden: true },
      this.#measures,
      picture.element,
      this.#legend,
      this.#sentence,
      this.#duel,
    );
    if (options.results.luck) this.#show(options.results.luck);
  }

  /** @param {import('../../views/palette.js').ThemeName} name */
  setTheme(name) {
    this.#histogram.setTheme(themeColors(name));
  }

  /**
   * @param {Draw[]} draws
   * @param {Chance} chance
   * @param {KeptRun | null} run that is trained from the same seeds
   */
  begin(draws, chance, run) {
    this.#show({ draws, chance, outcomes: [], beside: run && { run, outcomes: [] } });
  }

  /** @param {LuckRuns} shown */
  #show(shown) {
    const { draws, beside } = shown;
    const run = beside?.run;
    this.#shown = shown;
    this.#options.results.luck = shown;
    this.#measure = 'testScore';
    const isShared = !run || isComparable(run, 'loss', draws[0].config);
    this.#measures.replaceChildren(...(isShared ? [this.#createMeasures()] : []));
    setText(this.#legend, run ? this.#words.legend(this.#nameOf(run)) : '');
    setHidden(this.#legend, !run);
    setHidden(this.#duel, !run);
    setHidden(this.element, false);
    this.draw();
  }

  /**
   * @param {number} index of the draw
   * @param {boolean} isBeside whether it is the kept run's
   * @param {Outcome} outcome
   */
  take(index, isBeside, outcome) {
    const { outcomes, beside } = /** @type {LuckRuns} */ (this.#shown);
    (isBeside && beside ? beside.outcomes : outcomes)[index] = outcome;
    this.#drawing.soon();
  }

  /** @param {KeptRun} run */
  #nameOf({ letter, label }) {
    return this.#options.texts.kept.named(letter, label);
  }

  #createMeasures() {
    const { measure, names } = this.#words;
    const measures = { testScore: names[this.#name], testLoss: names.loss };
    return choice('luck-measure', measure, measures, (value) => {
      this.#measure = /** @type {Measure} */ (value);
      this.draw();
    });
  }

  draw() {
    if (!this.#shown) return;
    const { outcomes, beside } = this.#shown;
    const done = outcomes.filter((outcome) => outcome !== undefined);
    const own = this.#valuesOf(outcomes);
    const others = this.#valuesOf(beside?.outcomes ?? []);
    const text = this.#say(own, done.length - own.length);
    const compared = this.#compare(others);
    setText(this.#sentence, done.length > 0 && own.length === 0 ? this.#words.allDiverged : text);
    setText(this.#duel, compared);
    this.#describe([text, compared].filter(Boolean).join(' '));
    this.#histogram.show(own.length + others.length > 0 ? this.#sceneOf(own, others) : null);
  }

  /** @param {(Outcome | undefined)[]} outcomes @returns {number[]} of those that are sound */
  #valuesOf(outcomes) {
    return outcomes
      .filter((outcome) => outcome !== undefined && !outcome.diverged)
      .map((outcome) => measureOf(/** @type {Outcome} */ (outcome).metrics, this.#measure));
  }

  /** What the measure is called, whether R² stands for the accuracy. */
  get #name() {
    if (this.#measure === 'testLoss') return 'loss';
    return this.#shown?.draws[0].config.problem === 'regression' ? 'r2' : 'accuracy';
  }

  /** The value of the first draw, which is the lab's own setting; null where there is none. */
  get #own() {
    const own = this.#shown?.outcomes[0];
    return own && !own.diverged ? measureOf(own.metrics, this.#measure) : null;
  }

  /** An accuracy is a number of test points, if all have as many. @param {LuckRuns} shown */
  #stepOf({ outcomes, beside }) {
    const both = [...outcomes, ...(beside?.outcomes ?? [])];
    const counts = new Set(both.flatMap((one) => one?.description.test.y.length ?? []));
    return this.#name === 'accuracy' && counts.size === 1 ? 1 / [...counts][0] : 0;
  }

  /**
   * @param {number[]} own
   * @param {number[]} others of the kept run; with the former one at least
   */
  #sceneOf(own, others) {
    const shown = /** @type {LuckRuns} */ (this.#shown);
    const { loss, number, share, count } = this.#options.formats;
    const bins = histogramOf([...own, ...others], this.#stepOf(shown));
    const value = this.#own;
    const formats = { loss, r2: number, accuracy: (/** @type {number} */ tick) => share(tick) };
    const letter = shown.beside?.run.letter;
    return {
      histogram: countInto(bins, own),
      beside: letter ? { letter, counts: countInto(bins, others).counts } : null,
      mark: value === null ? null : { value, label: this.#words.own(String(shown.draws[0].seed)) },
      titles: { x: this.#words.names[this.#name], y: this.#words.runs },
      format: formats[this.#name],
      formatCount: count,
    };
  }

  get #saying() {
    const { chance } = /** @type {LuckRuns} */ (this.#shown);
    return new LuckWords(this.#options, { chance, measure: this.#measure, name: this.#name });
  }

  /**
   * @param {number[]} own
   * @param {number} lost how many have diverged
   */
  #say(own, lost) {
    const { draws, outcomes } = /** @type {LuckRuns} */ (this.#shown);
    const luck = luckOf(own);
    if (!luck) return '';
    const place = this.#saying.place(String(draws[0].seed), this.#own, outcomes.slice(1));
    return [this.#saying.spread(luck, lost), place].filter(Boolean).join(' ');
  }

  /** @param {number[]} others */
  #compare(others) {
    const { draws, outcomes, beside } = /** @type {LuckRuns} */ (this.#shown);
    if (!beside) return '';
    const run = this.#nameOf(beside.run);
    const parts = [
      this.#saying.beside(run, luckOf(others)),
      this.#saying.duel(run, outcomes, beside.outcomes, draws.length),
    ];
    return parts.filter(Boolean).join(' ');
  }
}
