import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { decodeFile } from '../../web/element/decode.js';

/** What stands in each of the tables, whatever its spelling. */
const POINTS = [
  [0.5, 1, 0],
  [-2, 0.25, 1],
  [3, 4, 1],
  [0.001, 0, 0],
  [1.5, -0.75, 0],
];
const FOLDER = new URL('tables/', import.meta.url);

/**
 * @param {string} name
 * @returns {string} as the lab reads it
 */
const read = (name) => decodeFile(readFileSync(new URL(name, FOLDER)));

/** @param {string} name */
const open = (name) => applyPatch(defaultConfig(), { dataset: 'own', data: read(name) });
/** @param {string} folder */
const filesOf = (folder) =>
  readdirSync(new URL(folder, FOLDER)).filter((name) => name.includes('.'));

/** Words that stand in the place of 0 and 1. @type {Record<string, string[]>} */
const NAMES = {
  'excel-german.csv': ['ja', 'nein'],
  'labels-minus-one-one.csv': ['-1', '1'],
  'labels-one-two.csv': ['1', '2'],
  'labels-true-false.csv': ['False', 'True'],
  'plain-windows-1252.csv': ['groß', 'klein'],
  'quotes-with-lines.csv': ['no "so"', 'yes "so"'],
  'spss-german.csv': ['1', '2'],
};
/** In these the class with the first name is that of 1. */
const SWAPPED = ['excel-german.csv', 'plain-windows-1252.csv'];

for (const name of filesOf('.').filter((file) => file !== 'README.md')) {
  test(`a table is read without being told how it is spelt: ${name}`, () => {
    const { config, errors } = open(name);
    assert.deepEqual(
      errors.map(({ message }) => message),
      [],
    );
    const isSwapped = SWAPPED.includes(name);
    const expected = POINTS.map(([x1, x2, label]) => [x1, x2, isSwapped ? 1 - label : label]);
    assert.deepEqual(config.data, expected);
    const names = /\b(no|yes)\b/.test(read(name)) ? ['no', 'yes'] : [];
    assert.deepEqual(config.classNames, NAMES[name] ?? names);
  });
}

/** What is said of what is no table. @type {Record<string, RegExp>} */
const REFUSED = {
  'one-class.csv': /has points of class yes only;/,
  'seven-classes.csv': /^data: "6,6,g" \(line 8\) has the label g, which makes 7 classes where six/,
  'words-for-numbers.csv': /^data: "one,2,1" \(line 7\) has an x1 that is not a number;/,
  'nan.csv': /^data: "NaN,2,1" \(line 7\) has an x1 that is not a number;/,
  'nan-label.csv': /^data: "1,2,NaN" \(line 7\) has no label;/,
  'ragged.csv':
    /^data: "1,2" \(line 7\) has 2 values instead of three, "1,2,0,4" \(line 8\) has 4 values/,
  'empty-cell.csv': /^data: "1,,1" \(line 7\) has an x2 that is not a number;/,
  'open-quote.csv': /^data: ""1\.5,-0\.75,0" \(line 6\) has 1 value instead of three;/,
  'two-columns.csv': /^data: "0.5,1" \(line 2\) has 2 values instead of three,/,
  'iris.csv':
    /leaves open which of its columns \(sepal_length, sepal_width, petal_length, petal_width, species\)/,
  'prose.txt': /^data: "It has some lines," \(line 2\) has 4 values instead of three,/,
  'numpy-elided.txt': /"\.\.\." \(line \d+\) has 1 value instead of three/,
};

test('every table that is to be refused says so here', () => {
  assert.deepEqual(filesOf('refused').sort(), Object.keys(REFUSED).sort());
});

for (const [name, message] of Object.entries(REFUSED)) {
  test(`what is no table is refused, by its line where it has one: ${name}`, () => {
    const { config, errors } = open(`refused/${name}`);
    assert.deepEqual(config, defaultConfig());
    assert.equal(errors.length, 1);
    assert.match(errors[0].message, message);
  });
}

test('a table of three labels is one of three classes, in the order of their names', () => {
  const { config, errors } = open('several/three-classes.csv');
  assert.deepEqual(errors, []);
  assert.deepEqual(
    config.data.map(([, , label]) => label),
    [0, 2, 2, 0, 0, 1],
  );
  assert.deepEqual(config.classNames, ['no', 'perhaps', 'yes']);
  assert.equal(config.classes, 3);
});

test('a third column of numbers is one of values where these are learned', () => {
  const data = read('several/values.csv');
  const patch = { problem: 'regression', dataset: 'own', data, testSize: 0.4 };
  const { config, errors } = applyPatch(defaultConfig(), patch);
  assert.deepEqual(errors, []);
  assert.deepEqual(
    config.data.map(([, , value]) => value),
    [0.25, -1.5, 1e-3, 2, 0.25],
  );
  assert.deepEqual(config.classNames, []);
  // What would be labels is a coordinate like another.
  const bits = applyPatch(defaultConfig(), { ...patch, data: '0,1,4;1,2,5;0,3,6;1,4,7;0,5,8' });
  assert.deepEqual(bits.config.data[1], [1, 2, 5]);
  const many = 'id,z,x,y,colour\n1,0.5,1,2,red\n2,1.5,2,3,blue\n3,2.5,3,4,red\n4,3.5,4,6,red';
  const named = applyPatch(defaultConfig(), { ...patch, data: many });
  assert.deepEqual(named.config.data[1], [2, 3, 1.5]);
  const words = applyPatch(defaultConfig(), {
    ...patch,
    data: read('several/three-classes.csv'),
  });
  assert.match(words.errors[0].message, /^data: "0.5,1,no" \(line 2\) has a value that is not a/);
});
