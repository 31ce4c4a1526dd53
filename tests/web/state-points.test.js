import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  applyPatch,
  defaultConfig,
  needsNewExperiment,
  parseText,
  printQuery,
  printText,
} from '../../web/state/config.js';
import { leftOutOf } from '../../web/state/classes.js';
import { parseRows } from '../../web/state/own-table.js';
import { OWN_POINTS, manyPoints } from './config-values.js';

/** @import { Config, OwnPoint } from '../../web/state/types.js' */

const ALLOWED =
  'allowed are 4 to 10000 rows x1,x2,label, coordinates up to ±1000000, labels of two to six classes';

/** @type {OwnPoint[]} */
const FOUR = [
  [0.5, 1, 0],
  [-2, 0.25, 1],
  [3, 4, 1],
  [1e-7, 0, 0],
];

/** @param {unknown} data */
function messageOf(data) {
  const { config, errors } = applyPatch(defaultConfig(), { data });
  assert.deepEqual(config, defaultConfig());
  assert.equal(errors.length, 1);
  return errors[0].message;
}

/** @param {object} patch */
const configWith = (patch) => applyPatch(defaultConfig(), patch).config;

for (const [name, text] of Object.entries({
  'an attribute': '0.5,1,0;-2,.25,1;3,4,1;1e-7,-0,0',
  'an attribute with blanks and a last semicolon': ' 0.5, 1, 0 ; -2,0.25,1;\n3,4,1; 1e-7,0,0;',
  'a CSV file': '0.5,1,0\n-2,0.25,1\n3,4,1\n1e-7,0,0\n',
  'a file of Windows, with a header':
    '\ufeffx1,x2,label\r\n0.5,1,0\r\n-2,.25,1\r\n3,4,1\r\n1e-7,0,0',
  'a file with quotes and empty lines':
    '"feature 1","feature 2","class"\n\n"0.5","1","0"\n"-2","0.25","1"\n\n3,4,1\n1E-7,0,0\n',
  'a spreadsheet with decimal commas': 'x1;x2;Klasse\n0,5;1;0\n-2;0,25;1\n3;4;1\n1e-7;0;0\n',
  'a spreadsheet without a header': '0,5;1,0;0\n-2,0;0,25;1\n3;4;1\n1e-7;0;0\n',
  'cells copied from a spreadsheet': 'x1\tx2\tlabel\n0,5\t1\t0\n-2\t0,25\t1\n3\t4\t1\n1e-7\t0\t0',
  'what numpy.savetxt writes':
    '# x1 x2 y\n5.0e-01 1.0e+00 0.000e+00\n-2.0e+00 2.5e-01 1.000e+00\n3 4 1\n1e-7 0 0\n',
})) {
  test(`points are read from ${name}`, () => {
    assert.deepEqual(parseText('data', text), { value: FOUR });
  });
}

test('points are printed as an attribute spells them', () => {
  assert.equal(printText(FOUR), '0.5,1,0;-2,0.25,1;3,4,1;1e-7,0,0');
  assert.equal(printText(/** @type {OwnPoint[]} */ ([])), '');
});

test('wrong lines are named, the first ones, and the others counted', () => {
  const good = '1,2,0\n3,4,1\n';
  assert.equal(
    messageOf(`${good}a,2,0`),
    `data: "a,2,0" (line 3) has an x1 that is not a number; ${ALLOWED}`,
  );
  assert.equal(
    messageOf(`x1,x2,y\n${good}\n1,1e7,0\n1,2\n5,5,5\n1,,1\n,,,\n7,8,1`),
    'data: "1,1e7,0" (line 5) has an x2 that is too large, ' +
      '"1,2" (line 6) has 2 values instead of three, ' +
      `"1,,1" (line 8) has an x2 that is not a number; ${ALLOWED}`,
  );
  assert.equal(
    messageOf([[1, 2, 0], [3, 4, 1], [5, null, 0], 'x']),
    'data: "5,null,0" (line 3) has an x2 that is not a number, ' +
      `"x" (line 4) has 0 values instead of three; ${ALLOWED}`,
  );
});

test('too few points, too many, and those of one class are refused', () => {
  assert.equal(messageOf('1,2,0;3,4,1'), `data: "1,2,0;3,4,1" has 2 points only; ${ALLOWED}`);
  const one = '1,2,0;3,4,0;5,6,0;7,8,0';
  assert.equal(messageOf(one), `data: "${one}" has points of class 0 only; ${ALLOWED}`);
  assert.match(messageOf(manyPoints(10001)), /has 10001 points, which are too many; allowed/);
  assert.match(messageOf(printText(manyPoints(10001))), /has 10001 points, which are too many/);
});

test('what a cell holds is only ever shown, and shortened', () => {
  for (const cell of [
    '<img src=x onerror=alert(1)>',
    '=cmd|/c calc',
    '__proto__',
    '1e999',
    'Infinity',
    '9'.repeat(1e5),
  ]) {
    const message = messageOf(`1,2,0\n3,4,1\n${cell},1,0\n5,6,1`);
    assert.match(message, /^data: ".+" \(line 3\) has /);
    assert.ok(message.length < 300);
  }
});

test('a million lines, and other texts made to be slow, are refused', () => {
  const texts = [
    '1,2,0\n'.repeat(1e6),
    '\n'.repeat(999_999),
    ' '.repeat(999_999) + 'x',
    '9'.repeat(999_999) + 'x',
    ';'.repeat(999_999),
    ','.repeat(999_999),
    '"'.repeat(999_999),
    '1,2,0;'.repeat(166_000),
  ];
  for (const text of texts) {
    const { config, errors } = applyPatch(defaultConfig(), { data: text });
    assert.deepEqual(config, defaultConfig());
    // Nothing but line ends is nothing.
    assert.equal(errors.length, /[^\n]/.test(text) ? 1 : 0, JSON.stringify(text.slice(0, 8)));
  }
  assert.match(
    messageOf('1,2,0\n'.repeat(1e6)),
    /is 6000000 characters long, more than 1000000, and was not read/,
  );
});

test('the data set own needs points, whichever comes first', () => {
  const { config, errors } = applyPatch(defaultConfig(), { dataset: 'own' });
  assert.deepEqual(config, defaultConfig());
  assert.match(
    errors[0].message,
    /^dataset: "own" comes without data; allowed are moons, circles, blobs, xor, spirals, classification, plane, hills, own; own with data of 4 to/,
  );
  const own = configWith({ dataset: 'own', data: FOUR });
  assert.equal(own.dataset, 'own');
  const kept = applyPatch(own, { data: null });
  assert.deepEqual(kept.config, own);
  assert.deepEqual(
    kept.errors.map((error) => error.key),
    ['data'],
  );
  assert.deepEqual(applyPatch(own, { data: null, dataset: null }).config, defaultConfig());
});

test('bad points keep the points before, and the data set', () => {
  const own = configWith({ dataset: 'own', data: FOUR });
  const { config, errors } = applyPatch(own, { data: '1,2,3', seed: 1 });
  assert.deepEqual(config, { ...own, seed: 1 });
  assert.equal(errors.length, 1);
});

test('where the points are refused, the data set without them needs no message of its own', () => {
  const { config, errors } = applyPatch(defaultConfig(), { dataset: 'own', data: '1,2,3' });
  assert.deepEqual(config, defaultConfig());
  assert.deepEqual(
    errors.map((error) => error.key),
    ['data'],
  );
});

test('a point of one’s own must be left to train on', () => {
  const own = configWith({ dataset: 'own', data: FOUR });
  const { config, errors } = applyPatch(own, { testSize: 0.9 });
  assert.equal(config.testSize, 0.2);
  assert.match(errors[0].message, /^test-size: 0.9 of 4 samples leaves none .* 0.05 to 0.75$/);
  const wide = configWith({ testSize: 0.9 });
  const refused = applyPatch(wide, { dataset: 'own', data: FOUR });
  assert.deepEqual(refused.config, wide);
  assert.match(
    refused.errors[0].message,
    /^data: .* leaves none to train on; allowed are 10 to 10000 points$/,
  );
});

test('other data sets and presets leave points waiting', () => {
  const own = configWith({ dataset: 'own', data: FOUR });
  assert.deepEqual(applyPatch(own, { dataset: 'blobs' }).config.data, FOUR);
  const notebook = applyPatch(own, { preset: 'notebook' }).config;
  assert.deepEqual([notebook.dataset, notebook.data], ['moons', FOUR]);
});

test('only what decides the points needs a new experiment', () => {
  const own = configWith({ dataset: 'own', data: FOUR });
  /** @type {[Config, object, boolean][]} */
  const cases = [
    [own, { data: OWN_POINTS }, true],
    [own, { data: structuredClone(FOUR) }, false],
    [own, { samples: 100, noise: 0.5 }, false],
    [own, { dataset: 'moons' }, true],
    [defaultConfig(), { data: FOUR }, false],
    [defaultConfig(), { data: FOUR, dataset: 'own' }, true],
    [defaultConfig(), { noise: 0.5 }, true],
  ];
  for (const [before, patch, expected] of cases) {
    assert.equal(needsNewExperiment(before, applyPatch(before, patch).config), expected);
  }
});

test('an address holds points without escapes', () => {
  const own = configWith({ dataset: 'own', data: FOUR });
  const query = '?dataset=own&data=0.5,1,0;-2,0.25,1;3,4,1;1e-7,0,0';
  assert.equal(printQuery(own), query);
  assert.equal(new URL(query, 'https://example.org').search, query);
});

test('labels become numbers of classes, and their names; numbers before texts', () => {
  const { config } = applyPatch(defaultConfig(), {
    data: [
      [1, 2, 'b'],
      [3, 4, '10'],
      [5, 6, 10],
      [7, 8, 'b'],
    ],
  });
  assert.deepEqual(
    config.data.map(([, , label]) => label),
    [1, 0, 0, 1],
  );
  assert.deepEqual(config.classNames, ['10', 'b']);
});

test('names that come along are those of the numbers as they are', () => {
  const named = configWith({ data: FOUR, classNames: ['no', 'yes'] });
  assert.deepEqual([named.data, named.classNames], [FOUR, ['no', 'yes']]);
  assert.deepEqual(applyPatch(named, { data: structuredClone(FOUR) }).config, named);
  const others = applyPatch(named, { data: OWN_POINTS }).config;
  assert.deepEqual(others.classNames, [], 'other points have other classes');
  const early = applyPatch(configWith({ classNames: ['no', 'yes'] }), { data: FOUR }).config;
  assert.deepEqual(early.classNames, ['no', 'yes'], 'whichever is set first');
});

test('rows in which a value is missing are left out where the others are right, but not of drafts', () => {
  const text = `${FOUR.map(String).join('\n')}\n1,,1\n`;
  const { value } = parseText('data', text);
  assert.deepEqual(value, FOUR);
  assert.deepEqual(
    leftOutOf(/** @type {OwnPoint[]} */ (value)).map(({ line, source }) => [line, source]),
    [[5, '1,,1']],
  );
  assert.match(parseRows(text).error?.message ?? '', /"1,,1" \(line 5\) has an x2 that is not a/);
});

test('points keep what was left out of their text', () => {
  const text = `My points\n\nx1,x2,label\n${FOUR.map(String).join('\n')}\nSource: me\n`;
  const { value } = parseText('data', text);
  const { config } = applyPatch(defaultConfig(), { data: value });
  assert.deepEqual(
    leftOutOf(config.data).map(({ line, source }) => [line, source]),
    [
      [1, 'My points'],
      [8, 'Source: me'],
    ],
  );
});

test('thousands may be marked, and tenths, as spreadsheets format them', () => {
  for (const text of [
    'x1,x2,label\n"1,234.5",2,0\n"12,000",3,1\n0.5,1,1\n0,0,0\n',
    'x1;x2;label\n1.234,5;2;0\n12.000;3;1\n0,5;1;1\n0;0;0\n',
    "x1;x2;label\n1'234.5;2;0\n12'000;3;1\n0.5;1;1\n0;0;0\n",
    'x1\tx2\tlabel\n1 234,5\t2\t0\n12 000\t3\t1\n0,5\t1\t1\n0\t0\t0\n',
  ]) {
    assert.deepEqual(
      configWith({ data: text }).data.map(([x1]) => x1),
      [1234.5, 12000, 0.5, 0],
      text,
    );
  }
});

test('signs and words may be labels, but not what programs write where there is none', () => {
  const text = (/** @type {string} */ label) => `1,2,+\n3,4,${label}\n5,6,+\n7,8,${label}\n`;
  for (const label of ['-', '?', 'none', 'x y']) {
    const expected = ['+', label].sort();
    assert.deepEqual(configWith({ data: text(label) }).classNames, expected);
  }
  for (const label of ['', 'NA', 'NaN', 'None', 'NULL', '.', '#N/A']) {
    assert.match(messageOf(text(label)), /\(line 2\) has no label/);
  }
});
