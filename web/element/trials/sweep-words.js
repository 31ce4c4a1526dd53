import { entryOfKey } from '../../state/schema.js';
import { settingWords } from '../../state/setting-words.js';
import { printScore } from '../sentences.js';
import { summaryOf } from '../summary.js';

/** @typedef {import('../../state/sweep.js').Cell} Cell */
/** @typedef {import('../../state/sweep-results.js').Measure} Measure */
/** @typedef {import('../../state/types.js').Config} Config */
/** @typedef {import('../../state/types.js').Entry} Entry */
/** @typedef {import('../inside/panel.js').PanelOptions} PanelOptions */

/** What the settings, values and numbers of a sweep are called. */
export class SweepWords {
  #options;
  #x;
  #y;

  /**
   * @param {PanelOptions} options
   * @param {Pick<import('../../state/sweep.js').Sweep, 'x' | 'y'>} sweep
   */
  constructor(options, { x, y }) {
    this.#options = options;
    this.#x = x.key;
    this.#y = y?.key;
  }

  get caption() {
    const words = this.#options.texts.sweep;
    return words.caption(this.#labelOf(this.#x), this.#y ? this.#labelOf(this.#y) : '');
  }

  /** What rows and columns are. */
  get corner() {
    const across = this.#labelOf(this.#x);
    return this.#y ? `${this.#labelOf(this.#y)} ↓ ${across} →` : across;
  }

  /** @param {Cell} cell */
  column(cell) {
    return this.#valueOf(this.#x, cell.config);
  }

  /** @param {Cell} cell @returns {string} empty where there is one row */
  row(cell) {
    return this.#y ? this.#valueOf(this.#y, cell.config) : '';
  }

  /** @param {Cell} cell @returns {string} within a sentence: "learning rate 0.01, hidden layers 8,8" */
  pair({ config }) {
    const { within } = this.#options.texts.changes;
    const keys = this.#y ? [this.#x, this.#y] : [this.#x];
    return keys
      .map((key) => `${within(this.#labelOf(key))} ${this.#valueOf(key, config)}`)
      .join(', ');
  }

  /**
   * @param {Measure} measure
   * @param {Config} config
   */
  measure(measure, { problem }) {
    const { loss, accuracy, r2 } = this.#options.texts.sweep.measures;
    if (measure === 'testLoss') return loss;
    return problem === 'regression' ? r2 : accuracy;
  }

  /**
   * @param {Measure} measure
   * @param {number} value
   * @param {Config} config of the run
   */
  number(measure, value, { problem }) {
    const { formats } = this.#options;
    if (measure === 'testLoss') return formats.loss(value);
    return printScore(problem === 'regression' ? 'r2' : 'accuracy', value, formats);
  }

  /** @param {string} key */
  #labelOf(key) {
    return settingWords(this.#options.texts, /** @type {Entry} */ (entryOfKey(key))).label;
  }

  /**
   * @param {string} key
   * @param {Config} config
   */
  #valueOf(key, config) {
    const { texts, formats } = this.#options;
    const { kind } = /** @type {Entry} */ (entryOfKey(key));
    const summary = summaryOf(config, texts, formats);
    const asked = /** @type {import('../../languages/en.js').Summarized} */ (key);
    const isNamed = kind === 'choice' || kind === 'activations';
    return (isNamed ? summary.label(asked) : summary.text(asked)) || texts.changes.none;
  }
}
