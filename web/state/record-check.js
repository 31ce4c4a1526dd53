/**
 * Reads a lab record that anybody may have written: every field is checked, and copied.
 *
 * @module
 */

import { applyPatch, defaultConfig } from './config.js';
import { readChoice, readFields, readNumbers, refuse, refuseObject } from './fields.js';
import { CAPACITY, strideAt } from './history.js';
import { allowedValues, complaint, errorOf, unknownSetting } from './messages.js';
import { columnsIn, columnsOf, mapColumns, metricsAt } from './metrics.js';
import { METRIC_RANGES, readMetrics, readModel } from './model-check.js';
import { networkOf } from './model.js';
import { problemOf } from './problem.js';
import { MAX_RECORD_MEGABYTES, RECORD_FORMAT, RECORD_SETTINGS, RECORD_VERSION } from './record.js';
import { entryOfKey } from './schema.js';

/** @import { Config, Entry, Metrics, ProblemName } from './types.js' */
/** @import { LabRecord, RecordHistory } from './record.js' */
/** @import { Model } from './model.js' */

/**
 * @typedef {object} CheckedRecord
 * @property {Config} config complete; those settings that a record does not have are the defaults
 * @property {RecordHistory} history
 * @property {Metrics} metrics the last of the history
 * @property {Model} model
 * @property {Model | null} start
 */

/** The settings that an earlier one lacks had the values that are the defaults now. */
const VERSIONS = [1, RECORD_VERSION];
const FIELDS = ['format', 'version', 'config', 'metrics', 'history', 'model'];
const BYTES_PER_MEGABYTE = 1e6;

/**
 * To be asked before a file is read.
 *
 * @param {number} bytes
 * @throws {RangeError}
 */
export function checkRecordSize(bytes) {
  if (bytes <= MAX_RECORD_MEGABYTES * BYTES_PER_MEGABYTE) return;
  const size = `${(bytes / BYTES_PER_MEGABYTE).toFixed(1)} MB`;
  const say = complaint(
    'record',
    size,
    ({ problem }) => problem.tooLarge,
    ({ allowed, number }) => allowed.megabytes(number(MAX_RECORD_MEGABYTES)),
  );
  throw errorOf(RangeError, say);
}

/**
 * @param {string} text of a file
 * @returns {CheckedRecord}
 * @throws {TypeError}
 */
export function parseRecord(text) {
  return readRecord(parseFile(text));
}

/**
 * @param {string} text of a file
 * @returns {unknown}
 * @throws {TypeError}
 */
export function parseFile(text) {
  try {
    return JSON.parse(text);
  } catch {
    return refuse(
      'record',
      text,
      ({ problem }) => problem.notJson,
      ({ allowed }) => allowed.records,
    );
  }
}

/**
 * @param {unknown} json
 * @returns {CheckedRecord}
 * @throws {TypeError} that names the field, what came and what is allowed; a line for each
 */
export function readRecord(json) {
  // Of another kind or version, its fields would mean nothing.
  const { format, version } = /** @type {Partial<LabRecord>} */ (readObject(json));
  readChoice('record.format', format, [RECORD_FORMAT]);
  readChoice('record.version', version, VERSIONS);
  const fields = readFields('record', json, FIELDS, ['start']);
  const config = readConfig(fields.config);
  const problem = problemOf(config);
  const history = readHistory('record.history', fields.history, problem.kind);
  const record = {
    config,
    metrics: readMetrics('record.metrics', fields.metrics, problem.kind),
    history,
    model: readModel('record.model', fields.model, problem),
    start: Object.hasOwn(fields, 'start') ? readModel('record.start', fields.start, problem) : null,
  };
  checkAgreement(record);
  return record;
}

/** @param {unknown} json */
function readObject(json) {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json;
  return refuseObject('record', json, FIELDS);
}

/**
 * @param {unknown} value
 * @returns {Config}
 * @throws {TypeError}
 */
function readConfig(value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuseObject('record.config', value, RECORD_SETTINGS);
  }
  const patch = /** @type {Record<string, unknown>} */ (value);
  const strange = Object.keys(patch).filter(
    (key) => !RECORD_SETTINGS.some((known) => known === key),
  );
  const messages = strange.map((key) => unknownSetting(key, RECORD_SETTINGS));
  if (messages.length === 0) {
    const { config, errors } = applyPatch(defaultConfig(), patch);
    messages.push(...errors.map((error) => error.say));
    if (messages.length === 0) messages.push(...inexactSettings(patch, config));
    if (messages.length === 0) return config;
  }
  throw errorOf(TypeError, (words) =>
    // A place in the file, in which settings have the names that are spelt there.
    messages.map((say) => `record.config.${say({ ...words, settings: undefined })}`).join('\n'),
  );
}

/**
 * A page may spell a number as text, or leave a choice to the preset with null. A record says exactly
 * what was trained with.
 *
 * @param {Record<string, unknown>} patch
 * @param {Config} config what it was taken for
 * @returns {import('./types.js').Message[]}
 */
function inexactSettings(patch, config) {
  return Object.entries(patch)
    .filter(([key, value]) => {
      const taken = config[/** @type {keyof Config} */ (key)];
      return JSON.stringify(value) !== JSON.stringify(taken);
    })
    .map(([key, value]) => {
      const entry = /** @type {Entry} */ (entryOfKey(key));
      return complaint(
        entry.attribute,
        value,
        ({ problem }) => problem.notExact,
        allowedValues(entry),
      );
    });
}

/**
 * @param {string} place
 * @param {unknown} value
 * @param {ProblemName} problem
 * @returns {RecordHistory}
 */
function readHistory(place, value, problem) {
  const columns = columnsOf(problem);
  const fields = readFields(place, value, columns);
  let lengths = { min: 1, max: CAPACITY };
  const history = mapColumns((name) => {
    const column = readNumbers(`${place}.${name}`, fields[name], lengths, METRIC_RANGES[name]);
    // All are as long as the first, which is that of the epochs.
    lengths = { min: column.length, max: column.length };
    return column;
  }, columns);
  checkEpochs(`${place}.epoch`, history.epoch);
  return history;
}

/**
 * How far a training is decides which of its epochs are held.
 *
 * @param {string} place
 * @param {number[]} epochs
 */
function checkEpochs(place, epochs) {
  const last = epochs[epochs.length - 1];
  const stride = strideAt(last);
  epochs.forEach((epoch, index) => {
    const isLater = index === 0 || epoch > epochs[index - 1];
    if (isLater && epoch === Math.min(index * stride, last)) return;
    refuse(`${place}[${index}]`, epoch, ({ problem }) => problem.outOfOrder, index * stride);
  });
}

/**
 * What stands in two places must be the same in both.
 *
 * @param {CheckedRecord} record
 */
function checkAgreement({ config, metrics, history, model, start }) {
  expectMetrics('record.metrics', metrics, metricsAt(history, history.epoch.length - 1));
  expectMetrics('record.model.metrics', model.metrics, metrics);
  if (start) expectMetrics('record.start.metrics', start.metrics, metricsAt(history, 0));
  const { layerSizes, activations } = start ?? networkOf(config);
  expectList('record.model.layerSizes', model.layerSizes, layerSizes);
  expectList('record.model.activations', model.activations, activations);
  expectNames('record.model.classNames', model.classNames, config.classNames);
  if (start) expectNames('record.start.classNames', start.classNames, config.classNames);
}

/**
 * @param {string} place
 * @param {Metrics} metrics
 * @param {Metrics} expected
 */
function expectMetrics(place, metrics, expected) {
  const wrong = columnsIn(expected).find((name) => !Object.is(metrics[name], expected[name]));
  if (!wrong) return;
  const allowed = String(expected[wrong]);
  refuse(`${place}.${wrong}`, metrics[wrong], ({ problem }) => problem.notHistory, allowed);
}

/**
 * @param {string} place
 * @param {(number | string)[]} list
 * @param {(number | string)[]} expected
 */
function expectList(place, list, expected) {
  const text = expected.join(',');
  if (list.join(',') !== text) refuse(place, list, ({ problem }) => problem.otherNetwork, text);
}

/**
 * @param {string} place
 * @param {string[]} names
 * @param {string[]} expected
 */
function expectNames(place, names, expected) {
  const i = [...names, ...expected].findIndex((_, index) => names[index] !== expected[index]);
  const text = expected.join(', ');
  if (i >= 0) refuse(`${place}[${i}]`, names[i], ({ problem }) => problem.otherNetwork, text);
}
