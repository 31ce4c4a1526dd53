/**
 * Runs that are kept beside the next ones: what has come of them, to compare, and all that it takes to
 * have them again to the last bit, which is a record's.
 *
 * @module
 */

import { idleKeys } from './config.js';
import { complaint, errorOf } from './messages.js';
import { columnsIn, mapColumns } from './metrics.js';
import { SCHEMA } from './schema.js';
import { printText } from './values.js';

/** @import { Config, Metrics } from './types.js' */
/** @import { LabRecord } from './record.js' */

/** More lines in one picture cannot be told apart. */
export const MOST_KEPT = 8;
/** Characters of a label. */
export const LABEL_LENGTH = 40;

/**
 * @typedef {object} KeptRun
 * @property {string} letter A to H, which no other has; the run's mark as long as it is kept
 * @property {string} label what it is called
 * @property {Config} config
 * @property {LabRecord} record of the epoch at which it was kept
 * @property {boolean} isSaved whether it stands in a file under this label
 */

/** What decides digits. */
const COMPARED = SCHEMA.filter(({ scope }) => scope === 'experiment').map(({ key }) => key);

/**
 * @param {readonly KeptRun[]} kept
 * @param {Omit<KeptRun, 'letter' | 'isSaved'> & { isSaved?: boolean }} run where its label is empty, that is
 *   its letter
 * @returns {readonly KeptRun[]} with it
 * @throws {RangeError} where there are as many as there can be
 */
export function keep(kept, { label, config, record, isSaved = false }) {
  checkCount(kept.length + 1);
  const letter = LETTERS.find((one) => !kept.some((other) => other.letter === one)) ?? '';
  return [...kept, { letter, label: label || letter, config, record, isSaved }];
}

/**
 * @param {number} count of runs that are to be kept
 * @throws {RangeError} where they are too many
 */
export function checkCount(count) {
  if (count > MOST_KEPT) throw errorOf(RangeError, ({ manyRuns }) => manyRuns(count, MOST_KEPT));
}

const LETTERS = Array.from({ length: MOST_KEPT }, (_, i) => String.fromCharCode(65 + i));

/**
 * @param {readonly KeptRun[]} kept
 * @param {KeptRun} run one of them
 * @param {string} label where it is empty, the run's letter
 * @returns {readonly KeptRun[]}
 */
export function rename(kept, run, label) {
  const renamed = { ...run, label: label.trim() || run.letter, isSaved: false };
  return kept.map((one) => (one === run && one.label !== renamed.label ? renamed : one));
}

/**
 * @param {string} place that it came from
 * @param {unknown} label
 * @returns {string} without blanks around it; empty where none was given
 * @throws {TypeError}
 */
export function readLabel(place, label = '') {
  const text = typeof label === 'string' ? label.trim() : null;
  if (text !== null && text.length <= LABEL_LENGTH) return text;
  throw errorOf(
    TypeError,
    complaint(
      place,
      label,
      ({ problem, number }) =>
        text === null ? problem.notText : problem.tooLong(number(text.length)),
      ({ allowed, number }) => allowed.label(number(LABEL_LENGTH)),
    ),
  );
}

/**
 * @param {KeptRun} run
 * @returns {import('./types.js').Curves} NaN where JSON has null
 */
export function curvesOf({ record: { history } }) {
  const column = (/** @type {keyof Metrics} */ name) =>
    Float64Array.from(history[name] ?? [], (value) => value ?? NaN);
  return mapColumns(column, columnsIn(history));
}

/**
 * @param {readonly Config[]} configs
 * @returns {(keyof Config)[]} the settings in which they differ, in the schema's order; not what decides
 *   nothing in any of those that have another value of it
 */
export function differences(configs) {
  return COMPARED.filter((key) => {
    const values = configs.map((config) => valueOf(config, key));
    return new Set(values.filter((value) => value !== null)).size > 1;
  });
}

/**
 * @param {Config} config
 * @param {keyof Config} key
 * @returns {string | null} as it is spelt; null where it decides nothing
 */
export function valueOf(config, key) {
  return idleKeys(config).includes(key) ? null : printText(config[key]);
}

/**
 * @param {KeptRun} run
 * @param {'loss' | 'accuracy' | 'r2'} name of what a chart shows
 * @param {Config} config of the run that it shows
 * @returns {boolean} whether it has the same to show: another loss is another quantity
 */
export function isComparable({ config: { loss }, record }, name, config) {
  if (name === 'loss') return loss === config.loss;
  return columnsIn(record.metrics).includes(name === 'r2' ? 'testR2' : 'testAccuracy');
}
