import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBrackets } from '../../web/state/brackets.js';
import { parseText } from '../../web/state/config.js';
import { readLists } from '../../web/state/lists.js';
import { readMarkup } from '../../web/state/markup.js';

const CELLS = [
  ['1', '2', 'a'],
  ['2', '4', 'b'],
  ['3', '1', 'b'],
  ['4', '3', 'a'],
];

/** @param {string} text */
const cellsOf = (text) => readLists(text)?.rows.map(({ cells }) => cells) ?? null;

for (const [name, text] of Object.entries({
  'a list of rows': '[[1, 2, "a"], [2, 4, "b"], [3, 1, "b"], [4, 3, "a"]]',
  'rows one below the other': "[1, 2, 'a']\n[2, 4, 'b']\n[3, 1, 'b']\n[4, 3, 'a']",
  'rows with lists of their own': '[[[1, 2], "a"], [[2, 4], "b"], [[3, 1], "b"], [[4, 3], "a"]]',
  'columns by their names':
    'c = {"x1": [1, 2, 3, 4], "x2": [2, 4, 1, 3], "y": ["a", "b", "b", "a"]}',
  'three columns without': '[[1, 2, 3, 4], [2, 4, 1, 3], ["a", "b", "b", "a"]]',
  'coordinates, and labels beside them': '([[1, 2], [2, 4], [3, 1], [4, 3]], ["a", "b", "b", "a"])',
  'an index that is passed over':
    '{"index": [0, 1, 2, 3], "data": [[1, 2], [2, 4], [3, 1], [4, 3]], "y": ["a", "b", "b", "a"]}',
  'rows with names': '{"p": [1, 2, "a"], "q": [2, 4, "b"], "r": [3, 1, "b"], "s": [4, 3, "a"]}',
  'ranges of R': 'list(x1 = 1:4, x2 = c(2, 4, 1, 3), y = c("a", "b", "b", "a"))',
  'a factor of R':
    'list(x1 = 1:4, x2 = c(2, 4, 1, 3), y = structure(c(1L, 2L, 2L, 1L), levels = c("a", "b"), class = "factor"))',
  'a matrix of R, column by column':
    'structure(c("1", "2", "3", "4", "2", "4", "1", "3", "a", "b", "b", "a"), dim = 4:3)',
  'a matrix': '[1 2 a; 2 4 b; 3 1 b; 4 3 a]',
  'a matrix in lines of its own': 'A = [\n1 2 a\n2 4 b\n3 1 ...\nb\n4 3 a\n];',
  'matrices beside each other': "X = [1 2; 2 4; 3 1; 4 3];\ny = {'a'; 'b'; 'b'; 'a'};",
})) {
  test(`points in brackets are read: ${name}`, () => {
    assert.deepEqual(cellsOf(text), CELLS);
  });
}

test('ranges count down, too', () => {
  const text = 'list(n = 4:1, m = -1:2, k = c(5, 6, 7, 8))';
  assert.deepEqual(
    cellsOf(text)?.map(([n, m]) => [n, m]),
    [
      ['4', '-1'],
      ['3', '0'],
      ['2', '1'],
      ['1', '2'],
    ],
  );
});

test('columns have their names wherever these stand', () => {
  const rows = '[[1, 2, 0], [2, 4, 1], [3, 1, 1], [4, 3, 0]]';
  for (const text of [
    `{"columns": ["u", "v", "w"], "data": ${rows}}`,
    `pd.DataFrame(${rows}, columns=["u", "v", "w"])`,
    '[{"u": 1, "v": 2, "w": 0}, {"u": 2, "w": 1, "v": 4}, {"w": 1, "v": 1, "u": 3}, {"u": 4, "v": 3}]',
  ]) {
    assert.deepEqual(readLists(text)?.names, ['u', 'v', 'w']);
  }
});

test('a row of objects that lacks a key has an empty cell there, the first one, too', () => {
  assert.deepEqual(cellsOf('[{"v": 2}, {"u": 1, "v": 3}, {"u": 2, "v": 4}, {"v": 0, "u": 5}]'), [
    ['2', ''],
    ['3', '1'],
    ['4', '2'],
    ['0', '5'],
  ]);
});

test('a row without any cell is refused as others are', () => {
  const { error } = parseText(
    'data',
    '[[1, 2, 3, 0], [2, 4, 3, 1], [], [3, 1, 3, 1], [4, 3, 3, 0]]',
  );
  assert.match(error?.message ?? '', /leaves open which of its columns \(4\)/);
});

test('rows are named by their lines, or in one line by their place', () => {
  const lines = (/** @type {string} */ text) => readLists(text)?.rows.map(({ line }) => line);
  assert.deepEqual(lines('[[1, 2, 0], [2, 4, 1], [3, 1, 1]]'), [1, 2, 3]);
  assert.deepEqual(lines('[\n\n[1, 2, 0],\n[2, 4, 1], [3, 1,\n1]]'), [3, 4, 4]);
  assert.deepEqual(lines('[\n1 2 0\n2 4 1\n\n3 1 1]'), [2, 3, 5]);
});

test('what is quoted is read as the languages have it', () => {
  assert.deepEqual(
    cellsOf(String.raw`[[1, "gro\u00df, \"a\""], [2, 'it\'s [b]'], [3, "c\/d"]]`)?.map(
      ([, c]) => c,
    ),
    ['groß, "a"', "it's [b]", 'c/d'],
  );
});

test('what does not close, closes something else, is very deep or endless is no list', () => {
  for (const text of [
    '[[1, 2, 0], [2, 4, 1]',
    '[[1, 2, 0), (2, 4, 1]]',
    '[[1, 2, 0]]]',
    '[[1, 2, "a], [2, 4, 1]]',
    `${'['.repeat(13)}1${']'.repeat(13)}`,
    'list(x1 = 1:999999999, x2 = 1:999999999)',
    `[${'= 1:99999, '.repeat(9)}1]`,
  ]) {
    assert.equal(parseBrackets(text), null, text);
  }
  assert.equal(readLists('1, 2, [3]'), null);
});

test('cells of HTML stand in its lines, as text', () => {
  const page =
    '<p>a\n<table>\n<tr><th>x<sub>1</sub>\n<TH class="a">b<br>c\n\n' +
    '<tr>\n<td>&minus;1&nbsp;</td><td><b>&lt;&#8364;&amp;&unknown;</b></td></tr></table>\n<td>';
  assert.equal(readMarkup(page), '\n\nx1\tb c\n\n\n-1\t<€&&unknown;');
  const rows = '<tr><td>1<td>2</tr><tr><td>3<td>4</tr>';
  assert.equal(readMarkup(`<table>${rows}</table>`), '1\t2\n3\t4');
  assert.equal(readMarkup('a < b, <tr> and <i>c</i>'), 'a < b, <tr> and <i>c</i>');
});
