/**
 * Own points while somebody works on them: rows that are not enough yet, and tables of which nobody but
 * their owner can tell what the columns are.
 *
 * @module
 */

import { findColumns } from './columns.js';
import { acceptPoints, readOwnTable, readPoints } from './points.js';
import { entryOfKey } from './schema.js';
import { attempt } from './values.js';

/** @import { LabelledPoint } from './classes.js' */
/** @import { Columns } from './columns.js' */
/** @import { ConfigError, PointsEntry, ProblemName } from './types.js' */

/** @typedef {{ table: import('./table.js').Table, columns: Columns | null }} Survey */

const ENTRY = /** @type {PointsEntry} */ (entryOfKey('data'));

/**
 * Reads rows of own points that need not be enough yet, such as those that somebody goes on drawing.
 *
 * @param {string} text
 * @param {ProblemName} [problem] that they are for
 * @returns {{ value: LabelledPoint[], error?: undefined }
 *   | { value?: undefined, error: ConfigError }}
 */
export function parseRows(text, problem) {
  return attempt(ENTRY, () => readPoints(ENTRY, text, { problem }));
}

/**
 * @param {string} text of own points
 * @param {ProblemName} [problem] that they are for
 * @returns {{ value: Survey, error?: undefined } | { value?: undefined, error: ConfigError }} its cells,
 *   and which columns the coordinates and the label are; null where nobody can tell
 */
export function surveyTable(text, problem) {
  return attempt(ENTRY, () => {
    const table = readOwnTable(ENTRY, text);
    return { table, columns: findColumns(table, problem) };
  });
}

/**
 * @param {string} text of own points
 * @param {Columns} columns that somebody has chosen
 * @param {ProblemName} [problem] that they are for
 * @returns {{ value: LabelledPoint[], error?: undefined }
 *   | { value?: undefined, error: ConfigError }}
 */
export function parseColumns(text, columns, problem) {
  return attempt(ENTRY, () => acceptPoints(ENTRY, text, { columns, problem }));
}
