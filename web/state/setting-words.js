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
 * @typedef {object} Texts of a language
 * @property {Record<string, Partial<Words> & { choices?: Record<string, Partial<Words>> }>} settings
 * @property {Record<string, { help: string, choices?: Record<string, string> }>} [settingHelp] what they do,
 *   once that is there
 */

/**
 * @param {Texts} texts
 * @param {Entry} entry
 * @returns {SettingWords} with the choices in their order, if it is one
 */
export function settingWords({ settings, settingHelp = {} }, { key, ...entry }) {
  const told = settingHelp[key];
  const { choices = {}, ...words } = settings[key];
  const values = 'choices' in entry ? entry.choices : [];
  return {
    label: '',
    help: told?.help ?? '',
    ...words,
    choices: values.map((value) => ({
      value,
      label: value,
      help: told?.choices?.[value] ?? '',
      ...choices[value],
    })),
  };
}

/**
 * @param {Pick<Texts, 'settings'>} texts
 * @param {keyof Config} key of a number
 * @returns {string | undefined} what 0 is called, where it is no number to a reader: "all"
 */
export function zeroWord({ settings }, key) {
  const words = /** @type {{ zero?: string }} */ (settings[key]);
  return words.zero;
}
