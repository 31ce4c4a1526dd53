/**
 * Kept runs in one file: each as a record under its label, which is read and repeated as a record is.
 *
 * @module
 */

import { readChoice, readFields, readList } from './fields.js';
import { MOST_KEPT, readLabel } from './kept.js';
import { errorOf, messageFrom } from './messages.js';
import { readRecord } from './record-check.js';

/** @import { KeptRun } from './kept.js' */
/** @import { CheckedRecord } from './record-check.js' */
/** @import { LabRecord } from './record.js' */

export const KEPT_FORMAT = 'moonlab-kept-runs';
export const KEPT_VERSION = 1;

/**
 * @typedef {object} FiledRun
 * @property {string} label empty where there was none
 * @property {LabRecord} record as it stands in the file
 * @property {CheckedRecord} checked the same, read
 */

/**
 * @param {readonly Pick<KeptRun, 'letter' | 'label' | 'record'>[]} kept
 * @returns {string} JSON, a run a line
 */
export function printKept(kept) {
  const runs = kept.map(({ letter, label, record }) =>
    JSON.stringify({ label: label === letter ? '' : label, record }),
  );
  const head = `{\n  "format": "${KEPT_FORMAT}",\n  "version": ${KEPT_VERSION},\n`;
  return `${head}  "runs": [\n    ${runs.join(',\n    ')}\n  ]\n}\n`;
}

/**
 * @param {unknown} json
 * @returns {boolean} whether it says that it holds kept runs, and not one record
 */
export function isKeptFile(json) {
  return Object(json).format === KEPT_FORMAT;
}

/**
 * @param {unknown} json that says so
 * @returns {FiledRun[]}
 * @throws {TypeError} that names the run, the field, what came and what is allowed
 */
export function readKept(json) {
  const { version, runs } = readFields('kept', json, ['format', 'version', 'runs']);
  readChoice('kept.version', version, [KEPT_VERSION]);
  const list = readList('kept.runs', runs, { min: 1, max: MOST_KEPT }, 'runs');
  return list.map((run, index) => {
    const place = `kept.runs[${index}]`;
    const { label, record } = readFields(place, run, ['label', 'record']);
    return {
      label: readLabel(`${place}.label`, label),
      record: /** @type {LabRecord} */ (record),
      checked: within(place, () => readRecord(record)),
    };
  });
}

/**
 * @template T
 * @param {string} place of a record among others
 * @param {() => T} read
 * @returns {T}
 * @throws {TypeError} whose places are within that
 */
function within(place, read) {
  try {
    return read();
  } catch (error) {
    throw placed(place, error);
  }
}

/**
 * @param {string} place of a record among others
 * @param {unknown} error about it, a line for each place in it
 * @returns {TypeError} with all of its places within that
 */
export function placed(place, error) {
  const say = messageFrom(error);
  return errorOf(TypeError, (words) =>
    say(words)
      .split('\n')
      .map((line) => `${place}.${line}`)
      .join('\n'),
  );
}
