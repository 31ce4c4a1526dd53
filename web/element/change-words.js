import { defaultConfig } from '../state/config.js';
import { scheduledKey } from '../state/schedule.js';
import { entryOfKey } from '../state/schema.js';
import { settingWords } from '../state/setting-words.js';
import { summaryOf } from './summary.js';

/** @typedef {import('../languages/en.js').Texts} Texts */
/** @typedef {import('../state/deed.js').Deed} Deed */
/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('../state/types.js').Entry} Entry */
/** @typedef {import('../views/text/formats.js').Formats} Formats */

/**
 * What changes are called.
 */
export class ChangeWords {
  #texts;
  #formats;

  /**
   * @param {Texts} texts
   * @param {Formats} formats
   */
  constructor(texts, formats) {
    this.#texts = texts;
    this.#formats = formats;
  }

  /**
   * @param {import('../state/schedule.js').LiveChange} change
   * @returns {string} within a sentence: "learning rate 0.01", "weight w1.3.2 = 0.5"
   */
  ofChange({ name, value }) {
    const key = scheduledKey(name);
    if (key) return this.#ofSetting(key, { ...defaultConfig(), [key]: value });
    const { weight, bias } = this.#texts.changes;
    return (name.startsWith('w') ? weight : bias)(name, this.#formats.verbatim(Number(value)));
  }

  /**
   * @param {Partial<Config>} patch
   * @param {Config} config that it is for
   * @returns {string} "Optimiser Adam, learning rate 0.01"
   */
  ofPatch(patch, config) {
    const keys = /** @type {(keyof Config)[]} */ (Object.keys(patch));
    const text = keys.map((key) => this.#ofSetting(key, { ...config, ...patch })).join(', ');
    return text[0].toUpperCase() + text.slice(1);
  }

  /**
   * @param {import('../state/schedule.js').Change} change
   * @returns {string} "Epoch 200: learning rate 0.01"
   */
  ofEntry(change) {
    return this.#texts.changes.entry(this.#formats.count(change.epoch), this.ofChange(change));
  }

  /**
   * @param {Deed} deed
   * @param {Config} config
   * @returns {string} what has been done, in a sentence
   */
  ofDeed(deed, config) {
    const { changes: texts } = this.#texts;
    const { count } = this.#formats;
    switch (deed.kind) {
      case 'wentOn': {
        const what = deed.changes.map((change) => this.ofChange(change));
        return texts.wentOn(what.join(', '), count(deed.changes[0].epoch));
      }
      case 'startedAgain':
        return texts.startedAgain(this.#ofFirst(deed.keys, config));
      case 'removed':
        return texts.removed(this.ofEntry(deed.change));
      case 'restored':
        return texts.restored(deed.name, count(deed.epoch));
      default:
        return texts[deed.kind](count(deed.epoch));
    }
  }

  /**
   * @param {Deed} deed
   * @returns {string} what can be had instead; empty where there is nothing
   */
  ofOther(deed) {
    const { changes: texts } = this.#texts;
    if (deed.kind === 'wentOn' && deed.hasOther) return texts.startAgain;
    if (deed.kind === 'startedAgain' && deed.hasOther) {
      return texts.goOn(this.#formats.count(deed.epoch));
    }
    return deed.kind === 'repeating' ? texts.cancel : '';
  }

  /** @param {import('../state/lab-state.js').Travel} travel */
  ofTravel({ epoch, at }) {
    return this.#texts.timeline.travel(this.#formats.count(epoch), this.#formats.count(at));
  }

  get cancel() {
    return this.#texts.changes.cancel;
  }

  /**
   * @param {readonly string[]} keys
   * @param {Config} config
   * @returns {string} what the first is now; empty where it has no control
   */
  #ofFirst([key], config) {
    const entry = entryOfKey(key);
    return entry ? this.#ofSetting(entry.key, config) : '';
  }

  /**
   * @param {keyof Config} key
   * @param {Config} config
   */
  #ofSetting(key, config) {
    const entry = /** @type {Entry} */ (entryOfKey(key));
    const { label } = settingWords(this.#texts, entry);
    const name = this.#texts.changes.within(label);
    // A table is no word.
    return entry.kind === 'points' ? name : `${name} ${this.valueOf(key, config)}`;
  }

  /**
   * @param {keyof Config} key
   * @param {Config} config
   * @returns {string} what it is set to; of points how many there are
   */
  valueOf(key, config) {
    const { kind } = /** @type {Entry} */ (entryOfKey(key));
    if (kind === 'points') return this.#formats.count(config.data.length);
    const summary = summaryOf(config, this.#texts, this.#formats);
    const asked = /** @type {import('../languages/en.js').Summarized} */ (key);
    const value = kind === 'choice' ? summary.label(asked) : summary.text(asked);
    return value || this.#texts.changes.none;
  }
}
