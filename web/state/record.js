/**
 * The lab record: one run in a file, with which it can be gone on with anywhere, to the last digit.
 *
 * It need not hold the state of optimiser and batches. The same configuration gives the same digits
 * on every machine, so opening a record repeats its training, and everything else in it (curves,
 * metrics, weights) is there to be read by others and to be compared. A record that opens has been
 * trained, not written.
 *
 * @module
 */

import { errorOf } from './messages.js';
import { metricsAt, toJson } from './metrics.js';
import { modelOf, plainMetrics } from './model.js';
import { SCHEMA } from './schema.js';
import { followingKeys } from './settle-problem.js';

/** @import { Config, Curves, Description, Frame, Metrics } from './types.js' */
/** @import { Model } from './model.js' */

export const RECORD_FORMAT = 'moonlab-record';
export const RECORD_VERSION = 2;

/** A larger file is none of ours: the longest history, with 17 digits a number, makes 13 MB. */
export const MAX_RECORD_MEGABYTES = 20;

/** The settings in a record. How a page embeds its lab is the page's business. */
export const RECORD_SETTINGS = SCHEMA.filter((entry) => entry.group !== 'embedding').map(
  (entry) => entry.key,
);

/**
 * @typedef {{ [Name in keyof Metrics]: number[] }} RecordHistory of equal length, from epoch 0 on
 *
 * @typedef {object} LabRecord plain JSON
 * @property {typeof RECORD_FORMAT} format
 * @property {number} version
 * @property {Partial<Config>} config RECORD_SETTINGS
 * @property {Metrics} metrics now
 * @property {RecordHistory} history as the lab's `history`
 * @property {Model} model now
 * @property {Model} [start] the model that the training began from, if one was imported
 *
 * @typedef {object} Run
 * @property {Config} config
 * @property {Description} description
 * @property {Frame} frame
 * @property {Curves} curves
 * @property {Float64Array | null} imported the parameters at epoch 0, if they were imported
 */

/**
 * @param {Run} run
 * @returns {LabRecord}
 * @throws {RangeError} where the training has diverged: JSON knows finite numbers only
 */
export function makeRecord({ config, description, frame, curves, imported }) {
  const { metrics, parameters } = frame;
  if (frame.diverged) {
    throw errorOf(RangeError, ({ diverged, number }) => diverged('record', number(metrics.epoch)));
  }
  const rows = Object.entries(curves).map(([name, column]) => [name, Array.from(column, toJson)]);
  const history = /** @type {RecordHistory} */ (Object.fromEntries(rows));
  const told = followingKeys(config).includes('data') ? { ...config, data: [] } : config;
  const settings = RECORD_SETTINGS.map((key) => [key, structuredClone(told[key])]);
  const network = { ...description, classNames: config.classNames };
  return {
    format: RECORD_FORMAT,
    version: RECORD_VERSION,
    config: Object.fromEntries(settings),
    metrics: plainMetrics(metrics),
    history,
    model: modelOf(network, parameters, metrics),
    ...(imported && { start: modelOf(network, imported, metricsAt(history, 0)) }),
  };
}

/**
 * @param {LabRecord} record
 * @returns {string} JSON, a field a line
 */
export function printRecord(record) {
  const fields = Object.entries(record).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  return `{\n${fields.join(',\n')}\n}\n`;
}

/**
 * A record's settings in a lab, which keeps those that are its page's.
 *
 * @param {Config} recorded
 * @param {Config} current
 * @returns {Config}
 */
export function mergeSettings(recorded, current) {
  const settings = RECORD_SETTINGS.map((key) => [key, recorded[key]]);
  return { ...current, ...Object.fromEntries(settings) };
}
