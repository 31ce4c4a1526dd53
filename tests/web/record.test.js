import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultConfig } from '../../web/state/config.js';
import { checkRecordSize, parseRecord, readRecord } from '../../web/state/record-check.js';
import { mergeSettings, printRecord } from '../../web/state/record.js';
import { SCHEMA } from '../../web/state/schema.js';
import { CONFIG, exampleRecord } from './record-example.js';

test('a record comes back from its text as it was', () => {
  const record = exampleRecord();
  const text = printRecord(record);
  assert.deepEqual(JSON.parse(text), record);
  const checked = parseRecord(text);
  assert.deepEqual(checked.history, record.history);
  assert.deepEqual(checked.model, record.model);
  assert.deepEqual(checked.start, record.start);
  assert.deepEqual(checked.metrics, record.metrics);
  assert.deepEqual(checked.config, { ...CONFIG, theme: 'auto' }, 'how a page shows it is left out');
});

test('a record without an imported model, and with some settings only, is complete', () => {
  const { start, config, ...record } = exampleRecord();
  assert.ok(start && config);
  const { classNames } = CONFIG;
  const checked = readRecord({ ...record, config: { layers: [3], classNames } });
  assert.equal(checked.start, null);
  assert.deepEqual(checked.config, { ...defaultConfig(), layers: [3], classNames });
});

test('a file that is too large is refused by its size', () => {
  checkRecordSize(20e6);
  assert.throws(() => checkRecordSize(104_857_600), {
    name: 'RangeError',
    message: 'record: "104.9 MB" is too large; allowed are up to 20 MB',
  });
});

test('the longest history of all fits into a file that is not too large', () => {
  const numbers = Array(131_073).fill(0.1234567890123456);
  const history = Object.fromEntries(
    Object.keys(exampleRecord().history).map((name) => [name, numbers]),
  );
  const text = printRecord(/** @type {any} */ ({ ...exampleRecord(), history }));
  checkRecordSize(text.length + 2e6);
});

test('a record holds every setting but those of the page around the lab, which that keeps', () => {
  assert.deepEqual(
    Object.keys(exampleRecord().config),
    SCHEMA.filter(({ group }) => group !== 'embedding').map(({ key }) => key),
  );
  const current = { ...defaultConfig(), hide: /** @type {'loss'[]} */ (['loss']), seed: 1 };
  const merged = mergeSettings({ ...CONFIG, seed: 7 }, current);
  assert.deepEqual([merged.seed, merged.hide, merged.theme], [7, ['loss'], 'auto']);
});
