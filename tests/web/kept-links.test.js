import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { applyPatch, defaultConfig, parseQuery, printQuery } from '../../web/state/config.js';
import { SCHEMA } from '../../web/state/schema.js';

/**
 * Addresses that the lab once printed, and the changes to its settings that they were printed for.
 *
 * @type {{ query: string, config: import('../../web/state/types.js').ConfigPatch }[]}
 */
const LINKS = JSON.parse(readFileSync(new URL('kept-links.json', import.meta.url), 'utf8'));

test('links that were made before lead to the same settings, and are printed as before', () => {
  for (const { query, config: patch } of LINKS) {
    const { config } = applyPatch(defaultConfig(), patch);
    const read = parseQuery(query);
    const { config: opened, errors } = applyPatch(defaultConfig(), read.patch);
    assert.deepEqual([...read.errors, ...errors], [], query);
    assert.deepEqual(opened, config, query);
    assert.equal(printQuery(config), query);
  }
});

test('every setting is in one of them', () => {
  for (const { key, attribute } of SCHEMA) {
    assert.ok(
      LINKS.some(({ query }) => new URLSearchParams(query).has(attribute)),
      key,
    );
  }
});
