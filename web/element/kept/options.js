/**
 * The shape of what the parts of kept runs are given. Types only: nothing here runs.
 *
 * @module
 */

/**
 * @typedef {object} KeptOptions
 * @property {import('../../languages/en.js').Texts} texts
 * @property {import('../../views/text/formats.js').Formats} formats
 * @property {import('../controls.js').Controls} controls
 * @property {import('../changes.js').Changes} changes
 * @property {import('../change-words.js').ChangeWords} changeWords
 *
 * @typedef {{ name: string, onPress: () => void }} Offer what can be done about what is said
 *
 * What the panel does for its parts.
 * @typedef {object} KeptPart
 * @property {(text: string, options?: { isError?: boolean, offer?: Offer }) => void} say
 * @property {(act: () => unknown) => Promise<void>} attempt says what goes wrong
 * @property {() => Promise<void>} save all kept runs, in one file
 * @property {(run: import('../../state/kept.js').KeptRun) => Promise<void>} toggleBeside shows it beside this
 *   run, or does so no longer
 */

export {};
