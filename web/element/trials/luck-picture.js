import { histogramOf, luckOf } from '../../state/luck.js';
import { measureOf } from '../../state/sweep-results.js';
import { HistogramCanvas } from '../../views/charts/histogram.js';
import { h, setHidden, setText } from '../../views/dom.js';
import { figure } from '../../views/figure.js';
import { FittedCanvas } from '../../views/fitted-canvas.js';
import { themeColors } from '../../views/palette.js';
import { Schedule } from '../../views/schedule.js';
import { printScore } from '../sentences.js';
import { choice } from './choice.js';

/** @typedef {import('../inside/panel.js').PanelOptions} PanelOptions */
/** @typedef {import('../../state/luck.js').Chance} Chance */
/** @typedef {import('../../state/luck.js').Draw} Draw */
/** @typedef {import('../../state/luck.js').Luck} Luck */
/** @typedef {import('../../state/sweep-results.js').Measure} Measure */
/** @typedef {import('../../worker/training.js').Outcome} Outcome */

/**
 * @typedef {object} Shown
 * @property {Draw[]} draws
 * @property {Chance} chance
 * @property {(Outcome | undefined)[]} outcomes by draw, those that are there
 */

/** How often it follows. */
const INTERVAL_MS = 150;

/** How the results of many seeds are spread: a histogram, and what it says in words. */
export class LuckPicture {
  #words;
  #formats;
  /** @type {Measure} */
  #measure = 'testScore';
  /** @type {Shown | null} */
  #shown = null;
  #measures = h('div');
  #histogram;
  #describe;
  #sentence = h('p', { class: 'luck-sentence' });
  #drawing = new Schedule().add(
    () => this.draw(),
    () => INTERVAL_MS,
  );

  /** @param {PanelOptions} options */
  constructor({ texts, formats }) {
    const words = texts.luck;
    this.#words = words;
    this.#formats = formats;
    const picture = figure({ id: 'luck-histogram', title: words.histogram });
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
      this.#sentence,
    );
  }

  /** @param {import('../../views/palette.js').ThemeName} name */
  setTheme(name) {
    this.#histogram.setTheme(themeColors(name));
  }

  /**
   * @param {Draw[]} draws
   * @param {Chance} chance
   */
  begin(draws, chance) {
    this.#shown = { draws, chance, outcomes: [] };
    this.#measure = 'testScore';
    this.#measures.replaceChildren(this.#createMeasures());
    setHidden(this.element, false);
    this.draw();
  }

  /**
   * @param {number} index of the draw
   * @param {Outcome} outcome
   */
  take(index, outcome) {
    if (!this.#shown) return;
    this.#shown.outcomes[index] = outcome;
    this.#drawing.soon();
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
    const { outcomes } = this.#shown;
    const done = outcomes.filter((outcome) => outcome !== undefined);
    const sound = done.filter(({ diverged }) => !diverged);
    const values = sound.map(({ metrics }) => measureOf(metrics, this.#measure));
    const luck = luckOf(values);
    const text = luck ? this.#say(luck, done.length - sound.length) : '';
    setText(this.#sentence, done.length > 0 && !luck ? this.#words.allDiverged : text);
    this.#describe(text);
    this.#histogram.show(luck && this.#sceneOf(values, sound[0]));
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

  /** The seed of that. */
  get #ownSeed() {
    return String(this.#shown?.draws[0].seed);
  }

  /**
   * @param {number[]} values
   * @param {Outcome} outcome
   */
  #sceneOf(values, { description }) {
    const { loss, number, share, count } = this.#formats;
    // An accuracy is a number of test points.
    const isStepped = this.#name === 'accuracy';
    const step = isStepped ? 1 / description.test.y.length : 0;
    const value = this.#own;
    return {
      histogram: histogramOf(values, step),
      mark: value === null ? null : { value, label: this.#words.own(this.#ownSeed) },
      titles: { x: this.#words.names[this.#name], y: this.#words.runs },
      format: isStepped
        ? (/** @type {number} */ tick) => share(tick)
        : this.#name === 'loss'
          ? loss
          : number,
      formatCount: count,
    };
  }

  /**
   * @param {Luck} luck
   * @param {number} lost how many have diverged
   */
  #say({ count, mean, lower, upper, lowest, highest }, lost) {
    const words = this.#words;
    const print = (/** @type {number} */ value) => {
      const name = this.#name;
      return name === 'loss' ? this.#formats.loss(value) : printScore(name, value, this.#formats);
    };
    const { chance } = /** @type {Shown} */ (this.#shown);
    const parts = [
      words.mean(this.#formats.count(count), chance, words.names[this.#name], print(mean)),
      words.range({
        ...{ lower: print(lower), upper: print(upper) },
        ...{ lowest: print(lowest), highest: print(highest) },
      }),
      lost > 0 && words.diverged(this.#formats.count(lost)),
      this.#sayOwn(),
    ];
    return parts.filter(Boolean).join(' ');
  }

  /** @returns {string} where the lab's own seed stands among the others */
  #sayOwn() {
    const own = this.#own;
    if (own === null || !this.#shown) return '';
    const others = this.#shown.outcomes.slice(1).filter((outcome) => outcome !== undefined);
    const sign = this.#measure === 'testLoss' ? -1 : 1;
    const beaten = others.filter(
      ({ metrics, diverged }) => diverged || sign * (own - measureOf(metrics, this.#measure)) > 0,
    );
    if (others.length === 0) return '';
    return this.#words.place(this.#ownSeed, this.#formats.share(beaten.length / others.length, 0));
  }
}
