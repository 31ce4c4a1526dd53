import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readdirSync } from 'node:fs';
import de from '../../web/languages/de.js';
import { ENGLISH } from '../../web/languages/en.js';
import { createFormats } from '../../web/views/text/formats.js';
import { intlFormats } from './intl-formats.js';

const FOLDER = new URL('../../web/languages/', import.meta.url);
const english = createFormats(ENGLISH);
const german = createFormats(de);

/** Between a number and its sign of percent. */
const NO_BREAK_SPACE = '\u00a0';

test('numbers are written for people, and a dash where there is none', () => {
  assert.equal(english.count(12345), '12,345');
  assert.equal(english.loss(0.08731), '0.0873');
  assert.equal(english.loss(999_999.5), '999999.5000');
  assert.equal(english.loss(-5.3416e304), '−5.34e304');
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

/** @returns {() => number} 0…1, the same ones each time: mulberry32 */
function stream() {
  let state = 20;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = stream();
const below = (/** @type {number} */ end) => Math.floor(random() * end);
const signed = (/** @type {number} */ size) => (random() < 0.5 ? -size : size);
const digitsOf = (/** @type {number} */ length) => Array.from({ length }, () => below(10)).join('');
const bits = new DataView(new ArrayBuffer(8));

/** @type {Record<string, () => number>} */
const NUMBERS = {
  'any double': () => {
    bits.setUint32(0, below(2 ** 32));
    bits.setUint32(4, below(2 ** 32));
    const double = bits.getFloat64(0);
    return Number.isFinite(double) ? double : Number.MAX_VALUE;
  },
  'subnormal numbers': () => signed(Number.MIN_VALUE * 2 ** (52 * random())),
  'numbers of common sizes': () => signed(10 ** (20 * random() - 12)),
  'whole numbers up to 10²¹': () => signed(Number(digitsOf(1 + below(21)))),
  'numbers halfway between two': () => signed(Number(`${digitsOf(1 + below(14))}5e-${below(24)}`)),
  'numbers below a power of ten': () =>
    signed(Number(`${'9'.repeat(1 + below(17))}e${below(30) - 25}`)),
  'shares from −1 to 10': () => 11 * random() - 1,
  zeros: () => signed(0),
};

/** @type {Record<string, (formats: ReturnType<typeof intlFormats>, value: number, digits: number) => string>} */
const WAYS = {
  count: (formats, value) => formats.count(value),
  loss: (formats, value) => formats.loss(value),
  percent: (formats, value) => formats.percent(value),
  share: (formats, value, digits) => formats.share(value, digits),
  exact: (formats, value) => formats.exact(value),
  exactPercent: (formats, value) => formats.exactPercent(value),
  fixed: (formats, value, digits) => formats.fixed(value, digits),
  verbatim: (formats, value) => formats.verbatim(value),
  tick: (formats, value, digits) => formats.tick(value, 10 ** -digits),
  number: (formats, value, digits) => formats.number(value, digits + 1),
  scientific: (formats, value, digits) => formats.scientific(value, digits + 1),
  probability: (formats, value) => formats.probability(value),
};

test('every way of writing a number is compared with what browsers write', () => {
  const ways = Object.entries(english).filter(([, way]) => typeof way === 'function');
  assert.deepEqual(ways.map(([name]) => name).sort(), Object.keys(WAYS).sort());
});

for (const name of readdirSync(FOLDER).filter((one) => one.endsWith('.js'))) {
  test(`numbers in ${name} are written as browsers write them in its language`, async () => {
    const texts = await textsOf(name);
    const ours = createFormats(texts);
    const theirs = intlFormats(texts);
    for (const [kind, next] of Object.entries(NUMBERS)) {
      for (let i = 0; i < 1000; i += 1) {
        const value = next();
        const digits = below(21);
        for (const [way, write] of Object.entries(WAYS)) {
          const message = `${kind}: ${way} of ${value}, ${digits} digits`;
          assert.equal(write(ours, value, digits), write(theirs, value, digits), message);
        }
      }
    }
  });

  test(`what is no number, or endless, in ${name} is written as browsers write it`, async () => {
    const texts = await textsOf(name);
    const ours = createFormats(texts);
    const theirs = intlFormats(texts);
    for (const value of [NaN, Infinity, -Infinity]) {
      assert.equal(ours.fixed(value, 2), theirs.fixed(value, 2));
    }
    for (const value of [Infinity, -Infinity]) {
      assert.equal(ours.share(value), theirs.share(value, 1));
    }
  });

  test(`counts in the sentences of ${name} are written as browsers write them`, async () => {
    const { locale, messages } = await textsOf(name);
    for (const count of [0, 2, 999, 1000, 12345, 999999, 1234567, 1e15]) {
      const sentence = messages.problem.tooFewPoints(count);
      const expected = new Intl.NumberFormat(locale).format(count);
      assert.ok(sentence.split(' ').includes(expected), `${sentence}: ${expected}`);
    }
  });
}

/**
 * @param {string} name of a file
 * @returns {Promise<import('../../web/languages/en.js').Texts>}
 */
async function textsOf(name) {
  const catalogue = await import(new URL(name, FOLDER).href);
  return catalogue.default ?? catalogue.ENGLISH;
}
