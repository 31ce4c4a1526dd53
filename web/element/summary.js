import { printText } from '../state/config.js';
import { entryOfKey } from '../state/schema.js';
import { settingWords } from '../state/setting-words.js';

/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('../state/types.js').Entry} Entry */

/**
 * How the one-line summaries of the catalogue ask for values.
 *
 * @typedef {object} Summary
 * @property {(key: keyof Config) => string} label what is chosen, as a person reads it
 * @property {(key: keyof Config) => string} text as it is spelled; numbers as a person writes them
 * @property {number | null} ownPoints how many, where the data set is one's own
 */

/**
 * @param {Config} config
 * @param {import('../languages/en.js').Texts} texts
 * @param {import('../views/formats.js').Formats} formats
 * @returns {Summary}
 */
export function summaryOf(config, texts, formats) {
  return {
    ownPoints: config.dataset === 'own' ? config.data.length : null,
    text(key) {
      const value = config[key];
      return typeof value === 'number' ? formats.verbatim(value) : printText(value);
    },
    label(key) {
      const { choices } = settingWords(texts, /** @type {Entry} */ (entryOfKey(key)));
      return printText(config[key])
        .split(',')
        .map((name) => choices.find(({ value }) => value === name)?.label ?? name)
        .join(', ');
    },
  };
}
