import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyPatch, defaultConfig, parseQuery } from '../../web/state/config.js';
import { nearMisses } from '../../web/state/messages.js';
import { SCHEMA } from '../../web/state/schema.js';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
/** Slips that are words of their own, of which addresses and markup are full. */
const WORDS = 'date feed less line lost role sale shop side step top unit'.split(' ');

const names = SCHEMA.map(({ attribute }) => attribute);
const keys = SCHEMA.map(({ key }) => key);

/**
 * @param {string} name
 * @returns {string[]} the name with a letter dropped, doubled, swapped with the next, added or changed
 */
function slipsOf(name) {
  const slips = [...name].flatMap((letter, i) => {
    const [before, after] = [name.slice(0, i), name.slice(i + 1)];
    return [
      before + after,
      before + letter + letter + after,
      before + after.slice(0, 1) + letter + after.slice(1),
      ...LETTERS.flatMap((one) => [before + one + after, before + one + letter + after]),
    ];
  });
  return [...new Set(slips)].filter((slip) => !names.includes(slip) && !WORDS.includes(slip));
}

// Two letters are no name to be near of.
for (const { attribute, key } of SCHEMA.filter((entry) => entry.attribute.length > 2)) {
  test(`${attribute} with a letter wrong is told, with the right name`, () => {
    const slips = slipsOf(attribute);
    assert.ok(slips.length > 100);
    for (const slip of slips) {
      const { patch, errors } = parseQuery(`?${slip}=1`);
      assert.deepEqual([patch, errors.length], [{}, 1], slip);
      assert.match(errors[0].message, new RegExp(`Did you mean .*\\b${attribute}\\b.*\\?$`), slip);
    }
  });

  test(`${attribute} in the spelling of another place is told, with the right name`, () => {
    const snake = attribute.replaceAll('-', '_');
    for (const name of [snake, attribute.toUpperCase(), key, key.toLowerCase()]) {
      if (name !== attribute) assert.deepEqual(nearMisses(name, names), [attribute], name);
      if (name !== key) assert.deepEqual(nearMisses(name, keys), [key], name);
    }
  });
}

test('two letters wrong are told of long names only', () => {
  assert.deepEqual(nearMisses('lerning-rat', names), ['learning-rate']);
  assert.deepEqual(nearMisses('optimisers', names), ['optimizer']);
  assert.deepEqual(nearMisses('landing', names), [], 'loading');
  assert.deepEqual(nearMisses('see', ['seed']), ['seed']);
  assert.deepEqual(nearMisses('id', ['at']), []);
  assert.deepEqual(nearMisses('as', ['at']), [], 'two letters are no name to be near of');
});

test('JSON has no names of others: every strange one is told, a near one with what was meant', () => {
  const { errors } = applyPatch(defaultConfig(), { 'data-set': 'xor', lyers: [4], colour: 'red' });
  const [dataset, layers, colour] = errors.map(({ message }) => message);
  assert.match(dataset, /^data-set: is not a setting; allowed are .*\. Did you mean dataset\?$/);
  assert.match(layers, /^lyers: is not a setting; allowed are .*\. Did you mean layers\?$/);
  assert.match(colour, /^colour: is not a setting; allowed are preset, .*, link$/);
});
