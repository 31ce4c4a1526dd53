import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFormats } from '../../web/views/formats.js';

const english = createFormats({ locale: 'en', notANumber: 'undefined' });
const german = createFormats({ locale: 'de', notANumber: 'undefiniert' });

/** Between a number and its sign of percent. */
const NO_BREAK_SPACE = '\u00a0';

test('numbers are written for people, and a dash where there is none', () => {
  assert.equal(english.count(12345), '12,345');
  assert.equal(english.loss(0.08731), '0.0873');
  assert.equal(english.percent(0.975), '97.5%');
  assert.equal(english.percent(1), '100.0%');
  assert.equal(english.percent(Number.NaN), '–');
});

test('German has its own point, comma and space', () => {
  assert.equal(german.count(12345), '12.345');
  assert.equal(german.count(0.5), '0,5');
  assert.equal(german.loss(0.08731), '0,0873');
  assert.equal(german.percent(0.975), `97,5${NO_BREAK_SPACE}%`);
  assert.equal(german.share(0.96, 1), `96${NO_BREAK_SPACE}%`);
  assert.equal(german.tick(-0.5, 0.5), '−0,5');
  assert.equal(german.number(1234.5), '1235');
  assert.equal(german.number(-0.000012345), '−1,23e−5');
  assert.equal(german.number(NaN), 'undefiniert');
  assert.equal(german.scientific(1.234e-7), '1,23·10⁻⁷');
  assert.equal(german.probability(1e-9), '< 0,001');
  assert.equal(german.verbatim(0.8039264206973471), '0,8039264206973471');
});

test('English digits are those of JavaScript, whatever Intl would round', () => {
  // The double is a little less than 1.005, of which Intl sees the shortest decimal only.
  assert.equal(english.fixed(1.005, 2), '1.00');
  for (let i = 0; i < 1000; i += 1) {
    const value = Math.sin(i) * 10 ** ((i % 9) - 4);
    for (const decimals of [0, 2, 8]) {
      const expected = (Number(value.toFixed(decimals)) + 0).toFixed(decimals);
      assert.equal(english.fixed(value, decimals), expected.replace('-', '−'));
    }
  }
});
