/** What it takes to open a record. */

export { mergeSettings } from '../../state/record.js';
export { checkRecordSize, parseRecord, readRecord } from '../../state/record-check.js';
export { replay } from './replay.js';
