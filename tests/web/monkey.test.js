import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENGLISH } from '../../web/languages/en.js';
import { ENGLISH_LATER } from '../../web/languages/later/en.js';
import { createChance } from '../../web/monkey/chance.js';
import { pseudoTexts } from '../../web/monkey/pseudo.js';
import { spoil } from '../../web/monkey/deeds.js';
import { createFormats } from '../../web/views/text/formats.js';

/**
 * @param {unknown} value
 * @returns {unknown} the same without its words
 */
function shape(value) {
  if (typeof value === 'function') return value.length;
  if (Array.isArray(value)) return value.map(shape);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shape(item)]));
}

test('made-up languages have every text that there is in English', () => {
  for (const kind of /** @type {const} */ (['long', 'rtl'])) {
    assert.deepEqual(shape(pseudoTexts(kind)), shape({ ...ENGLISH, ...ENGLISH_LATER }), kind);
  }
});

test('long texts are twice as long, those that are put together too, and numbers are not', () => {
  const { layers, transport, locale, numerals, saving } = pseudoTexts('long');
  assert.equal(transport.train, 'Train Train');
  assert.equal(layers.neurons(2), 'Neurons of layer 2 Neurons of layer 2');
  assert.equal(layers.count(3), '3');
  assert.deepEqual([locale, numerals], [ENGLISH.locale, ENGLISH.numerals]);
  assert.deepEqual(saving.script, ENGLISH_LATER.saving.script, 'which programs read');
});

test('texts from right to left have their words turned, and numbers kept together', () => {
  const texts = pseudoTexts('rtl');
  assert.equal(texts.direction, 'rtl');
  assert.equal(texts.layers.neurons(2), '‮Neurons‬ ‮of‬ ‮layer‬ 2');
  const formats = createFormats(texts);
  assert.equal(formats.fixed(-0.5, 1), '\u200e−0.5');
  assert.equal(formats.scientific(6.7e-4), '\u200e6.70·10⁻⁴');
  assert.equal(createFormats(ENGLISH).scientific(-6.7e-4), '−6.70·10⁻⁴');
});

test('chance follows from the seed and the number of the step alone', () => {
  const draw = (/** @type {string} */ seed, /** @type {number} */ number) => {
    const chance = createChance(seed, number);
    return [chance.below(1000), chance.unit(), chance.pick(['a', 'b', 'c'])];
  };
  assert.deepEqual(draw('7', 3), draw('7', 3));
  assert.notDeepEqual(draw('7', 3), draw('7', 4));
  assert.notDeepEqual(draw('7', 3), draw('8', 3));
});

test('what is drawn by name stays the same where others come and go', () => {
  const names = Array.from({ length: 50 }, (_, i) => ({ name: `button ${i}` }));
  const chosen = createChance('7', 1).pickNamed(names);
  const others = names.filter(({ name }, i) => name === chosen?.name || i % 2 === 0);
  assert.equal(createChance('7', 1).pickNamed(others), chosen);
  assert.equal(createChance('7', 1).pickNamed([]), undefined);
});

test('every number is drawn about as often as the next', () => {
  const counts = Array(10).fill(0);
  for (let number = 1; number <= 10_000; number += 1) {
    counts[createChance('1', number).below(10)] += 1;
  }
  assert.ok(Math.min(...counts) > 850 && Math.max(...counts) < 1150, counts.join());
});

test('JSON is spoilt at one place, and what it was made from is not', () => {
  const json = { a: [1, 2], b: { c: 3 } };
  assert.deepEqual(spoil(json, { place: 0.99, wrong: 1 }), { a: [1, 2], b: { c: -1 } });
  assert.deepEqual(spoil(json, { place: 0.4, wrong: 4 }), { a: [true, 2], b: { c: 3 } });
  assert.equal(spoil(json, { place: 0, wrong: 0 }), '<b>');
  assert.deepEqual(json, { a: [1, 2], b: { c: 3 } });
});
