/** @import { Entry } from './types.js' */

/**
 * What a setting and its choices are called in a language.
 *
 * @typedef {object} Words
 * @property {string} label
 * @property {string} help
 *
 * @typedef {Words & { choices: (Words & { value: string })[] }} SettingWords
 */

/**
 * @param {Pick<import('../languages/en.js').Texts, 'settings'>} texts
 * @param {Entry} entry
 * @returns {SettingWords} with the choices in their order, if it is one
 */
export function settingWords({ settings }, entry) {
  /** @type {Words & { choices?: Record<string, Words> }} */
  const { label, help, choices = {} } = settings[entry.key];
  const values = 'choices' in entry ? entry.choices : [];
  return { label, help, choices: values.map((value) => ({ value, ...choices[value] })) };
}
