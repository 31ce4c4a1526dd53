/** What it takes to open a record, or a file of kept runs. */

export { mergeSettings } from '../../state/record.js';
export { isKeptFile, placed, readKept } from '../../state/kept-file.js';
export { checkRecordSize, parseFile, readRecord } from '../../state/record-check.js';
export { replay } from './replay.js';
