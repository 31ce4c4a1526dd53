import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { leftOutOf } from '../../web/state/classes.js';
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

/** @param {string} name */
const decode = (name) => decodeFile(readFileSync(new URL(name, FOLDER)));
/**
 * @param {string} name of what is a text
 * @returns {string} as the lab reads it
 */
const read = (name) => decode(name) ?? assert.fail(`${name} is a text`);

/** @param {string} name */
const open = (name) => applyPatch(defaultConfig(), { dataset: 'own', data: read(name) });
/** @param {string} folder */
const filesOf = (folder) =>
  readdirSync(new URL(folder, FOLDER)).filter((name) => name.includes('.'));

/** Words that stand in the place of 0 and 1. @type {Record<string, string[]>} */
const NAMES = {
  'excel-german.csv': ['ja', 'nein'],
  'json-dumps-umlauts.json': ['groß', 'klein'],
  'labels-minus-one-one.csv': ['-1', '1'],
  'labels-one-two.csv': ['1', '2'],
  'labels-true-false.csv': ['False', 'True'],
  'pandas-to-csv-bool.csv': ['False', 'True'],
  'plain-windows-1252.csv': ['groß', 'klein'],
  'quotes-with-lines.csv': ['no "so"', 'yes "so"'],
  'r-dput-logical.R': ['FALSE', 'TRUE'],
  // Its names are beside it, its labels are numbers.
  'sklearn-bunch.txt': [],
  'spss-german.csv': ['1', '2'],
};
/** In these the class with the first name is that of 1. */
const SWAPPED = [
  'excel-german.csv',
  'pandas-to-csv-bool.csv',
  'plain-windows-1252.csv',
  'r-dput-logical.R',
];

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

/** Lines that tables have besides, in which a value is missing, or which are no points. */
const LEFT_OUT = {
  'empty-cell.csv': [7],
  'excel-english.csv': [8],
  'excel-german.csv': [3, 6, 9, 10, 11],
  'first-row.csv': [1],
  // Of lists in one line, which list it is; of columns, which row.
  'json-dumps.json': [6],
  'pandas-to-csv.csv': [7],
  'pandas-to-json-records.json': [6],
  'pandas-to-json-split.json': [6],
  'pandas-to-json.json': [6],
  'r-dput.R': [6],
  'r-fwrite.csv': [7],
  'r-print-data-frame.txt': [7],
  'r-print-label.txt': [7],
  'r-print-tibble.txt': [3, 9],
  'r-readr-write-csv.csv': [7],
  'r-write-csv-label.csv': [7],
  'r-write-csv.csv': [7],
  'r-write-json.json': [6],
  'r-write-table.txt': [7],
  'sas-proc-export.csv': [3, 6],
  'spellings.csv': [3, 5, 7, 9, 11, 12, 13, 14, 15, 16, 17],
};

test('every table of which lines are left out says so here', () => {
  assert.deepEqual(filesOf('left-out').sort(), Object.keys(LEFT_OUT).sort());
});

for (const [name, lines] of Object.entries(LEFT_OUT)) {
  test(`rows in which a value is missing are left out, and named: ${name}`, () => {
    const { config, errors } = open(`left-out/${name}`);
    assert.deepEqual(errors, []);
    assert.deepEqual(config.data, POINTS);
    assert.deepEqual(
      leftOutOf(config.data).map(({ line }) => line),
      lines,
    );
  });
}

for (const name of filesOf('binary')) {
  test(`what is no text is not read as one: ${name}`, () => {
    assert.equal(decode(`binary/${name}`), null);
  });
}

test('numbers that are shown with a factor in common are read with it', () => {
  // As MATLAB shows them, and Octave after fixed_point_format(true).
  const data = `B =

   1.0e+03 *

   0.0005   0.0010        0
  -0.0020   0.0003   0.0010
   0.0030   0.0040   0.0010
   1.0000   0.0020   0.0010
`;
  const { config, errors } = applyPatch(defaultConfig(), { dataset: 'own', data });
  assert.deepEqual(errors, []);
  assert.deepEqual(config.data, [
    [0.5, 1, 0],
    [-2, 0.3, 1],
    [3, 4, 1],
    [1000, 2, 1],
  ]);
});

test('a first line that says what stands between cells is a title where it names what cannot', () => {
  for (const told of ['-', ']', '\\', '"', 'a', '1']) {
    const data = `sep=${told}\n1,2,0\n3,4,1\n5,6,0\n7,8,1\n`;
    const { config, errors } = applyPatch(defaultConfig(), { dataset: 'own', data });
    assert.deepEqual(errors, [], told);
    assert.equal(config.data.length, 4);
    assert.deepEqual(
      leftOutOf(config.data).map(({ line }) => line),
      [1],
    );
  }
});

test('a first row of 0, 1, 2 is a point where others are written in the same manner', () => {
  const data = '0,1,2\n3,4,1\n5,6,0\n7,8,2\n';
  const { config } = applyPatch(defaultConfig(), { dataset: 'own', data });
  assert.deepEqual(config.data[0], [0, 1, 2]);
  assert.equal(config.data.length, 4);
});

/** What is said of what is no table. @type {Record<string, RegExp>} */
const REFUSED = {
  'one-class.csv': /has points of class yes only;/,
  'seven-classes.csv': /^data: "6,6,g" \(line 8\) has the label g, which makes 7 classes where six/,
  'words-for-numbers.csv': /^data: "one,2,1" \(line 7\) has an x1 that is not a number;/,
  'nan.csv': /^data: "NaN,2,1" \(line 7\) has an x1 that is not a number;/,
  'nan-label.csv': /^data: "1,2,NaN" \(line 7\) has no label;/,
  'ragged.csv':
    /^data: "1,2" \(line 7\) has 2 values instead of three, "1,2,0,4" \(line 8\) has 4 values/,
  'open-quote.csv': /^data: ""1\.5,-0\.75,0" \(line 6\) has 1 value instead of three;/,
  'two-columns.csv': /^data: "0.5,1" \(line 2\) has 2 values instead of three,/,
  'iris.csv':
    /leaves open which of its columns \(sepal_length, sepal_width, petal_length, petal_width, species\)/,
  'prose.txt': /^data: "It has some lines," \(line 2\) has 4 values instead of three,/,
  'excel-error.csv': /^data: "#DIV\/0!,2,no" \(line 7\) has an x1 that is not a number;/,
  'only-header.csv': /^data: "x1,x2,label\n" has 0 points only;/,
  'one-row.csv': /^data: "x1,x2,label\n0.5,1,no\n" has 1 point only;/,
  'page.html': /^data: "<!DOCTYPE html>" \(line 1\) has 2 values instead of three,/,
  'csharp-cpp.txt': /^data: "{0.5, 1, 0}, \/\/ first" \(line 2\) has 4 values instead of three,/,
  'libsvm.txt': /^data: "0 1:0.5 2:1" \(line 1\) has an x1 that is not a number,/,
  'numpy-savetxt-nan.txt': /^data: "nan 1\.0.+" \(line 6\) has an x1 that is not a number;/,
  'octave-csvwrite-nan.csv': /^data: "NaN,1,0" \(line 6\) has an x1 that is not a number;/,
  'octave-display-cell.txt': /^data: "1,1" \(line 3\) has 2 values instead of three,/,
  'octave-display-nan.txt': /^data: "NaN +1.0000 +0" \(line 8\) has an x1 that is not a number;/,
  'pandas-print-nan.txt': /^data: "5 +NaN +1.00 +no" \(line 7\) has an x1 that is not a number;/,
  'pandas-to-dict-series.py': /^data: "{'x1': 0 +0.500" \(line 1\) has an x1 that is not a number,/,
  'r-print-vectors.txt': /leaves open which of its columns \(6\)/,
  'r-str.txt': /leaves open which of its columns \(9\)/,
  'r-summary.txt': /leaves open which of its columns/,
  'r-write-default.txt': /leaves open which of its columns \(5\)/,
  'yaml.yml': /^data: "- \[0.5, 1, 0\]" \(line 1\) has an x1 that is not a number,/,
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
