import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { customElements } from '../../web/build/reference.js';
import { elementMarkup } from '../../web/embed/snippets.js';
import { applyPatch, defaultConfig } from '../../web/state/config.js';
import { SCHEMA, markupName } from '../../web/state/schema.js';
import { followingKeys } from '../../web/state/settle-problem.js';
import { companionsOf, validValues } from './config-values.js';

const ROOT = new URL('../../', import.meta.url);
const EXAMPLES = 'web/examples/';
/** What people copy from. */
const DOCUMENTS = [
  'README.md',
  'web/embed.html',
  ...readdirSync(new URL(EXAMPLES, ROOT)).map((name) => EXAMPLES + name),
];
/** Of HTML, as far as the documents use them. */
const GLOBAL = ['class', 'hidden', 'id', 'lang', 'slot'];

const written = SCHEMA.map(markupName);

/**
 * @param {string} text
 * @returns {string[]} the names of the attributes of every lab in it
 */
function attributesIn(text) {
  const tags = text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .matchAll(/<moon-lab\b((?:[^>"]|"[^"]*")*)>/g);
  return [...tags].flatMap(([, inside]) =>
    [...inside.replaceAll(/"[^"]*"/g, '').matchAll(/[a-z-]+/gi)].map(([name]) => name),
  );
}

test('the documents write attributes as the reference does', () => {
  const labs = DOCUMENTS.flatMap((path) => {
    const names = attributesIn(readFileSync(new URL(path, ROOT), 'utf8'));
    assert.deepEqual(
      names.filter((name) => ![...written, ...GLOBAL].includes(name)),
      [],
      path,
    );
    return names;
  });
  assert.ok(labs.includes('data-set'), 'some lab has a data set');
});

test('the manifest for editors has data-set, and no dataset', () => {
  const [{ declarations }] = customElements().modules;
  assert.deepEqual(
    declarations[0].attributes.map(({ name }) => name),
    written,
  );
  assert.ok(written.includes('data-set') && !written.includes('dataset'));
});

test('what the configurator gives to paste has these attributes, too', () => {
  for (const entry of SCHEMA) {
    const value = validValues(entry).find((one) => String(one) !== String(entry.default));
    const patch = { ...companionsOf(entry, value), [entry.key]: value };
    const { config } = applyPatch(defaultConfig(), patch);
    const names = attributesIn(elementMarkup({ config, base: '', lang: '' }));
    // Values have one loss, and own points their classes: neither is told.
    const follows = followingKeys(config).includes(entry.key);
    assert.equal(names.includes(markupName(entry)), !follows, entry.key);
    assert.ok(!names.includes('dataset'));
  }
});
