import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSite } from '../support.js';
import { readingTime, THOROUGH } from './reading-time.js';

/** @type {import('../support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

test('whoever reads the lesson, moves every figure and answers every question is through in 45 minutes', async () => {
  const minutes = await readingTime(site, THOROUGH);
  assert.ok(minutes > 0 && minutes <= 45, `${minutes.toFixed(1)} minutes`);
});
