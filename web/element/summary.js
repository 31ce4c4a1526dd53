import { hasOwnPoints } from '../state/choices.js';
import { printText } from '../state/config.js';
import { entryOfKey } from '../state/schema.js';
import { settingWords, zeroWord } from '../state/setting-words.js';

/** @typedef {import('../state/types.js').Config} Config */
/** @typedef {import('../state/types.js').Entry} Entry */

/**
 * @param {Config} config
 * @param {import('../languages/en.js').FirstTexts} texts
 * @param {import('../views/text/formats.js').Formats} formats
 * @returns {import('../languages/en.js').Summary}
 */
export function summaryOf(config, texts, formats) {
  return {
    ownPoints: hasOwnPoints(config) ? config.data.length : null,
    text(key) {
      const value = config[key];
      if (typeof value !== 'number') return printText(value);
      return (value === 0 && zeroWord(texts, key)) || formats.verbatim(value);
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
