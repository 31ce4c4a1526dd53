import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameSnippet, scriptSnippet } from '../../web/embed/snippets.js';
import { addressOf, readQuery, readTrials } from '../../web/page/address.js';
import { applyPatch, defaultConfig, parseQuery } from '../../web/state/config.js';

const PAGE = 'https://example.org/lab/index.html';
const LONG = `?dataset=own&data=${'0.5,1,0;'.repeat(1000)}`;

test('a configuration stands in the query', () => {
  const address = addressOf(`${PAGE}?noise=1#top`, '?seed=7');
  assert.equal(address, `${PAGE}?seed=7#top`);
  assert.equal(readQuery(new URL(address)), '?seed=7');
  assert.equal(addressOf(address, ''), `${PAGE}#top`);
});

test('one too long for servers stands behind the #, and comes back from there', () => {
  const address = addressOf(`${PAGE}?noise=1`, LONG);
  assert.equal(address, `${PAGE}#${LONG}`);
  assert.equal(readQuery(new URL(address)), LONG);
  assert.equal(addressOf(address, '?seed=7'), `${PAGE}?seed=7`);
});

test('settings stand in both places, and of one that does so, what is behind the # counts', () => {
  const query = (/** @type {string} */ place) => readQuery(new URL(`${PAGE}${place}`));
  assert.equal(query('#?seed=7'), '?seed=7');
  assert.equal(query('#seed=7&autoplay'), '?seed=7&autoplay');
  assert.equal(query('?seed=1&noise=0.3#seed=7'), '?noise=0.3&seed=7');
  assert.equal(query('?seed=1#?seed=7'), '?seed=7');
  assert.equal(
    query('?noise=0.3&amp;seed=1#?layers=4&amp;seed=7'),
    '?noise=0.3&layers=4&amp;seed=7',
  );
  assert.equal(query('?layers=4,2#top'), '?layers=4,2', 'a place of the page');
  assert.equal(addressOf(`${PAGE}#seed=7`, '?seed=8'), `${PAGE}?seed=8`);
});

test('the lines to paste keep a short query, and put a long one behind the #', () => {
  const target = { base: 'https://example.org/lab/', lang: 'de', height: 700 };
  const sourceOf = (/** @type {object} */ patch) => {
    const config = applyPatch(defaultConfig(), patch).config;
    const [, source] = /** @type {string[]} */ (
      /src="([^"]*)"/.exec(frameSnippet({ ...target, config }))
    );
    return source.replaceAll('&amp;', '&');
  };
  assert.equal(sourceOf({ seed: 7 }), 'https://example.org/lab/frame.html?seed=7&lang=de');
  const data = Array.from({ length: 300 }, (_, i) => [i / 7, i / 11, i % 2]);
  const source = sourceOf({ dataset: 'own', data });
  assert.ok(source.startsWith('https://example.org/lab/frame.html#?'));
  const { patch, errors } = parseQuery(readQuery(new URL(source)).replace('&lang=de', ''));
  assert.deepEqual(errors, []);
  assert.deepEqual(applyPatch(defaultConfig(), patch).config.data, data);
});

test('the element to paste says no more than the address', () => {
  const markup = (/** @type {object} */ patch) => {
    const { config, errors } = applyPatch(defaultConfig(), patch);
    assert.deepEqual(errors, []);
    return /<moon-lab(.*?)>/.exec(
      scriptSnippet({ base: 'https://example.org/', lang: '', config }),
    )?.[1];
  };
  assert.equal(markup({}), '');
  assert.equal(markup({ dataset: 'hills' }), ' problem="regression" data-set="hills"');
  assert.equal(markup({ preset: 'regression' }), ' preset="regression"');
  assert.equal(markup({ dataset: 'blobs', classes: 4 }), ' data-set="blobs" classes="4"');
  const data = '0,0,1.5;1,1,2;2,2,3;3,3,1';
  assert.equal(
    markup({ problem: 'regression', dataset: 'own', data, testSize: 0.5 }),
    ` problem="regression" data-set="own" data="${data}" test-size="0.5"`,
  );
});

test('what tries the lab out stays in the query, and is none of the configuration', () => {
  const { search, hash } = new URL(`${PAGE}?texts=rtl&noise=1&fuzz=3&fuzz-seconds=5`);
  assert.equal(readQuery({ search, hash }), '?noise=1');
  assert.equal(readTrials({ search, hash }), '?texts=rtl&fuzz=3&fuzz-seconds=5');
  assert.equal(readTrials({ search: '?noise=1', hash }), '');
  const address = addressOf(`${PAGE}?noise=1&texts=rtl`, '?seed=7');
  assert.equal(address, `${PAGE}?texts=rtl&seed=7`);
  assert.equal(addressOf(address, ''), `${PAGE}?texts=rtl`);
});
