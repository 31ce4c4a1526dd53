/** @import { Config, Entry } from './types.js' */

/**
 * What a setting and its choices are called in a language.
 *
 * @typedef {object} Words
 * @property {string} label
 * @property {string} help
 *
 * @typedef {Words & { choices: (Words & { value: string })[] }} SettingWords
 *
 * @typedef {Pick<import('../languages/en.js').Texts, 'settings'>} Settings
 */

/**
 * @param {{ settings: Record<string, Partial<Words>> }} texts
 * @param {Entry} entry
 * @returns {SettingWords} with the choices in their order, if it is one
 */
export function settingWords({ settings }, entry) {
  /** @type {Partial<Words> & { choices?: Record<string, Words> }} */
  const { label = '', help = '', choices = {} } = settings[entry.key];
  const values = 'choices' in entry ? entry.choices : [];
  return { label, help, choices: values.map((value) => ({ value, ...choices[value] })) };
}

/**
 * @param {Settings} texts
 * @param {keyof Config} key of a number
 * @returns {string | undefined} what 0 is called, where it is no number to a reader: "all"
 */
export function zeroWord({ settings }, key) {
  const words = /** @type {{ zero?: string }} */ (settings[key]);
  return words.zero;
}
