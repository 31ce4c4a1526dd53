import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isKeptFile, printKept, readKept } from '../../web/state/kept-file.js';
import { exampleRecord } from './record-example.js';

const RUNS = [
  { letter: 'A', label: 'A', record: exampleRecord() },
  { letter: 'C', label: 'slow', record: exampleRecord() },
];

/** @param {(file: any) => unknown} [spoil] */
function fileWith(spoil = () => {}) {
  const file = JSON.parse(printKept(RUNS));
  spoil(file);
  return file;
}

/** @param {(file: any) => unknown} spoil */
function refusalOf(spoil) {
  try {
    readKept(fileWith(spoil));
  } catch (error) {
    assert.ok(error instanceof TypeError);
    return error.message;
  }
  return 'nothing is wrong';
}

test('kept runs come back from their file as they were; a letter is no label', () => {
  assert.equal(isKeptFile(fileWith()), true);
  const read = readKept(fileWith());
  assert.deepEqual(
    read.map(({ label, record }) => ({ label, record })),
    [
      { label: '', record: RUNS[0].record },
      { label: 'slow', record: RUNS[1].record },
    ],
  );
  assert.deepEqual(read[1].checked.history, RUNS[1].record.history);
});

test('a record, and what is no object, is no file of kept runs', () => {
  for (const json of [exampleRecord(), null, 3, 'moonlab-kept-runs', []]) {
    assert.equal(isKeptFile(json), false);
  }
});

test('every fault is told by its place', () => {
  const refusals = {
    'kept.version: 2 is not known; allowed are 1': (/** @type {any} */ file) => (file.version = 2),
    'kept.more: 1 is not known; allowed are format, version, runs': (/** @type {any} */ file) =>
      (file.more = 1),
    'kept.runs: "x" is not a list; allowed are lists of runs': (/** @type {any} */ file) =>
      (file.runs = 'x'),
    'kept.runs.length: 9 is the wrong length; allowed are 1 to 8': (/** @type {any} */ file) =>
      (file.runs = Array(9).fill(file.runs[0])),
    'kept.runs[0].label: null is not a text; allowed are texts of up to 40 characters': (
      /** @type {any} */ file,
    ) => (file.runs[0].label = null),
    'kept.runs[1].record.version: 3 is not known; allowed are 1, 2': (/** @type {any} */ file) =>
      (file.runs[1].record.version = 3),
  };
  for (const [message, spoil] of Object.entries(refusals)) assert.equal(refusalOf(spoil), message);
});

test('of several faults of a record each has its place', () => {
  const message = refusalOf(({ runs }) => {
    Object.assign(runs[1].record.config, { samples: 1, noise: 7 });
  });
  assert.match(message, /^kept\.runs\[1\]\.record\.config\.samples: .*$/m);
  assert.match(message, /^kept\.runs\[1\]\.record\.config\.noise: .*$/m);
});
