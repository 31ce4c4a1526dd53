import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decimalMark, isNumeric, readNumeral } from '../../web/state/numerals.js';

test('numbers are read with a point or a comma before their tenths', () => {
  assert.equal(readNumeral('-1.5e3', '.'), -1500);
  assert.equal(readNumeral('-1,5e3', ','), -1500);
  assert.equal(readNumeral('1,234.5', '.'), 1234.5);
  assert.equal(readNumeral('1.234,5', ','), 1234.5);
  assert.equal(readNumeral('1’234.5', '.'), 1234.5);
  assert.ok(Object.is(readNumeral('-0', '.'), 0), 'never −0');
});

test('what is no number is none, with either mark', () => {
  for (const cell of ['', 'a', '1 2', '0x10', '1,2,3', '1.2.3', '1e', 'Infinity', '--1', '1_000']) {
    assert.equal(isNumeric(cell), false, cell);
  }
});

test('a table tells its mark; three digits after one that stands alone may be tenths', () => {
  assert.equal(decimalMark(['1', '2', 'a']), '.');
  assert.equal(decimalMark(['1,5', '2']), ',');
  assert.equal(decimalMark(['1,234', '0.5']), '.');
  assert.equal(decimalMark(['1.234', '0,5']), ',');
  assert.equal(decimalMark(['1,234', '2,345']), ',');
  assert.equal(decimalMark(['1,234', '0.123']), '.');
  assert.equal(decimalMark(['0.123', '0.456']), '.');
});
