import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { ENGLISH } from '../../web/languages/en.js';
import { ENGLISH_LATER } from '../../web/languages/later/en.js';

const FOLDER = new URL('../../web/languages/', import.meta.url);
const others = readdirSync(FOLDER).filter((name) => /^(?!en\.).*\.js$/.test(name));

/**
 * @param {unknown} value
 * @param {string} [path]
 * @returns {string[]} every text's place, and what is there: words, or a function of so many things
 */
function shape(value, path = '') {
  if (typeof value !== 'object' || value === null) {
    const arity = typeof value === 'function' ? value.length : '';
    return [`${path}: ${typeof value}${arity}`];
  }
  return Object.entries(value).flatMap(([key, item]) => shape(item, `${path}/${key}`));
}

for (const name of others) {
  test(`${name} has every text that there is in English, and no more`, async () => {
    const { default: texts } = await import(new URL(name, FOLDER).href);
    assert.deepEqual(shape(texts).sort(), shape({ ...ENGLISH, ...ENGLISH_LATER }).sort());
  });

  test(`${name} is named as the language that its numbers are written in`, async () => {
    const { default: texts } = await import(new URL(name, FOLDER).href);
    assert.equal(`${texts.locale}.js`, name);
    assert.deepEqual(Intl.NumberFormat.supportedLocalesOf(texts.locale), [texts.locale]);
  });
}

test('there is more than English', () => assert.ok(others.includes('de.js')));
