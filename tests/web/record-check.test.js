import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRecord, readRecord } from '../../web/state/record-check.js';
import { printRecord } from '../../web/state/record.js';
import { entryOfKey } from '../../web/state/schema.js';
import { exampleRecord } from './record-example.js';

/** @typedef {(string | number)[]} Path */

/** What no field of a record may be. */
const RUBBISH = [
  NaN,
  Infinity,
  -1,
  null,
  undefined,
  true,
  '',
  '<img src=x onerror=alert(1)>',
  {},
  [],
  [[[]]],
  () => {},
];

/**
 * @param {unknown} value
 * @param {Path} [path]
 * @returns {Path[]} of everything in it
 */
function pathsIn(value, path = []) {
  if (typeof value !== 'object' || value === null) return [path];
  const inside = Object.entries(value).flatMap(([key, item]) =>
    pathsIn(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [path, ...inside];
}

/**
 * @param {Path} path
 * @param {(parent: any, key: string | number) => void} change
 */
function changed(path, change) {
  /** @type {any} */
  const box = { record: exampleRecord() };
  const whole = ['record', ...path];
  let parent = box;
  for (const key of whole.slice(0, -1)) parent = parent[key];
  change(parent, whole[whole.length - 1]);
  return box.record;
}

/** @param {unknown} record */
function refusalOf(record) {
  try {
    readRecord(record);
  } catch (error) {
    assert.ok(error instanceof TypeError, String(error));
    return error.message;
  }
  return assert.fail('it was taken');
}

/**
 * @param {Path} path
 * @returns {string} as in messages: `record.history.epoch[1]`
 */
function placeOf(path) {
  // Settings go by their attribute, as everywhere.
  const [field, key] = path;
  const names = field === 'config' && key ? ['config', attributeOf(key)] : path;
  return ['record', ...names]
    .map((name, i) => (typeof name === 'number' ? `[${name}]` : `${i > 0 ? '.' : ''}${name}`))
    .join('');
}

/** @param {string | number} key */
function attributeOf(key) {
  return entryOfKey(String(key))?.attribute ?? key;
}

test('a setting of the page around the lab has no place in a record', () => {
  assert.match(
    refusalOf(changed(['config'], (record) => (record.config.hide = ['export']))),
    /^record\.config\.hide: is not a setting; allowed are preset, problem, dataset/,
  );
});

test('rubbish in any place of a record is refused, and the place is named', () => {
  const paths = pathsIn(exampleRecord());
  assert.ok(paths.length > 100);
  for (const path of paths) {
    for (const value of RUBBISH) {
      if (isAllowed(path, value)) continue;
      const record = changed(path, (parent, key) => (parent[key] = value));
      const message = refusalOf(record);
      const place = placeOf(path);
      const isNamed = message.includes(place) || message.includes(`${place}.length`);
      assert.ok(isNamed, `${place} = ${String(value)}: ${message}`);
      assert.match(message, /; allowed are /);
      assert.ok(message.length < 600, 'what came is cut short');
    }
  }
});

/** What stands there anyway, or may. */
const SAME = [
  'config {}',
  'config,layers []',
  'config,data []',
  'config,weightSeed null',
  'config,schedule ""',
  'config,neuron ""',
  'model,scaler null',
  'start,scaler null',
];

/**
 * Weights can be any finite number; of the settings, those not given are the defaults.
 *
 * @param {Path} path
 * @param {unknown} value
 */
function isAllowed(path, value) {
  if (SAME.includes(`${path} ${show(value)}`)) return true;
  if (path.includes('classNames')) return path[0] === 'config' && isName(path, value);
  if (path[0] === 'config') return false;
  const isWeight = path.includes('layers') && path.length >= 5;
  return isWeight && typeof path[path.length - 1] === 'number' && value === -1;
}

/**
 * Another name is refused for what the model says, and no name is the default.
 *
 * @param {Path} path
 * @param {unknown} value
 */
function isName(path, value) {
  return path.length === 2 ? show(value) === '[]' : typeof value === 'string' && value !== '';
}

/** @param {unknown} value */
const show = (value) => JSON.stringify(value) ?? '';

/**
 * The objects and lists of a record; its settings have rules of their own.
 *
 * @returns {{ path: Path, value: object }[]}
 */
function containers() {
  const record = exampleRecord();
  return pathsIn(record)
    .filter(([field]) => field !== 'config')
    .map((path) => ({
      path,
      value: path.reduce((parent, key) => parent[key], /** @type {any} */ (record)),
    }))
    .filter(({ value }) => typeof value === 'object' && value !== null);
}

test('a field that is missing is named', () => {
  for (const { path, value } of containers()) {
    if (Array.isArray(value)) continue;
    for (const name of Object.keys(value)) {
      if (name === 'start') continue;
      const message = refusalOf(changed([...path, name], (parent, key) => delete parent[key]));
      assert.ok(message.startsWith(`${placeOf([...path, name])}: undefined is `), message);
    }
  }
});

test('a field too many is named, and never becomes markup', () => {
  for (const { path, value } of containers()) {
    if (Array.isArray(value)) continue;
    const record = changed(path, (parent, key) => (parent[key]['<b>x</b>'] = '<i>y</i>'));
    assert.ok(refusalOf(record).includes('<b>x</b>'.slice(0, 40 - placeOf(path).length - 1)));
  }
});

test('a list that is too short or too long is named', () => {
  for (const { path, value } of containers()) {
    if (!Array.isArray(value)) continue;
    for (const length of [0, value.length - 1, value.length + 1, 1e6, 4294967295]) {
      const message = refusalOf(changed(path, (parent, key) => (parent[key].length = length)));
      // Which of two lists is wrong where they should be alike, nobody knows.
      assert.match(message, /^record\.(history|model|start)\.\w+/);
    }
  }
});

test('another format, another version and other JSON are refused before anything else', () => {
  assert.match(
    refusalOf({ format: 'moonlab-model', version: 1, layers: 'x' }),
    /^record\.format: "moonlab-model" is not known; allowed are moonlab-record$/,
  );
  assert.match(
    refusalOf({ ...exampleRecord(), version: 3, fields: 'of the future' }),
    /^record\.version: 3 is not known; allowed are 1, 2$/,
  );
  for (const json of [null, 5, 'x', [], [exampleRecord()]]) {
    assert.match(refusalOf(json), /^record: .* is not an object; allowed are objects of format/);
  }
});

test('what is no JSON is refused, and shown no longer than needed', () => {
  for (const text of ['', '{', 'x1,x2,label\n1,2,0', '<script>alert(1)</script>'.repeat(1000)]) {
    assert.throws(
      () => parseRecord(text),
      (/** @type {Error} */ error) => {
        assert.match(error.message, /^record: ".*" is not JSON; allowed are files that a lab/s);
        return error.message.length < 150;
      },
    );
  }
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  for (const text of [
    deep,
    `{"format":${deep}}`,
    `{"format":"moonlab-record","version":${deep}}`,
  ]) {
    assert.throws(() => parseRecord(text), { name: 'TypeError', message: /^record/ });
  }
});

test('a prototype in disguise is an unknown field', () => {
  const text = printRecord(exampleRecord());
  for (const name of ['__proto__', 'constructor', 'toString']) {
    assert.match(refusalFrom(text.replace('"metrics"', `"${name}": {}, "metrics"`)), RegExp(name));
    assert.match(refusalFrom(text.replace('"preset"', `"${name}": {}, "preset"`)), RegExp(name));
  }
  assert.equal(/** @type {any} */ ({}).preset, undefined);
});

/** @param {string} text */
function refusalFrom(text) {
  try {
    parseRecord(text);
  } catch (error) {
    return /** @type {Error} */ (error).message;
  }
  return assert.fail('it was taken');
}

test('settings that a page may spell as it likes are exact in a record', () => {
  for (const [key, value] of [
    ['samples', '300'],
    ['samples', null],
    ['layers', '3'],
    ['activation', ['tanh']],
    ['speed', 5],
    ['seed', '42'],
  ]) {
    const message = refusalOf(
      changed(['config'], (record) => (record.config[String(key)] = value)),
    );
    assert.match(message, RegExp(`^record\\.config\\.${key}: .*; allowed are `));
  }
});

test('every setting that is wrong is named, not only the first', () => {
  const message = refusalOf(
    changed(['config'], ({ config }) => Object.assign(config, { samples: 3, noise: 'x' })),
  );
  assert.deepEqual(message.split('\n'), [
    'record.config.samples: 3 is too small; allowed are 4 to 10000',
    'record.config.noise: "x" is not a number; allowed are 0 to 1',
  ]);
});

test('a history out of order, and metrics that are not its last, are named', () => {
  assert.match(
    refusalOf(changed(['history', 'epoch', 0], (epochs) => (epochs[0] = 1))),
    /record\.history\.epoch\[0\]: 1 is out of order; allowed are 0/,
  );
  assert.match(
    refusalOf(changed(['history', 'epoch', 2], (epochs) => (epochs[2] = 1))),
    /record\.history\.epoch\[2\]: 1 is out of order; allowed are 2/,
  );
  assert.match(
    refusalOf(changed(['metrics'], ({ metrics }) => (metrics.testLoss = 0.5))),
    /record\.metrics\.testLoss: 0\.5 is not what the history says; allowed are 0\.6/,
  );
});

test('a network other than the settings’, or than the one it began from, is named', () => {
  const { start, ...drawn } = exampleRecord();
  assert.ok(start);
  assert.match(
    refusalOf({ ...drawn, config: { ...drawn.config, layers: [4] } }),
    /record\.model\.layerSizes: "2,3,1" is another network than the record’s; allowed are 2,4,1/,
  );
  assert.match(
    refusalOf({ ...drawn, config: { ...drawn.config, activation: 'relu' } }),
    /record\.model\.activations: "tanh,sigmoid" is another/,
  );
  readRecord({ ...drawn, start, config: { ...drawn.config, layers: [4] } });
});
