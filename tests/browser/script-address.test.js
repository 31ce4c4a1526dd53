import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { visitHost } from './host-page.js';
import { startSite, waitForState } from './support.js';

const SCRIPT = '/dist/moon-lab.js?v=1';
const ASSETS = new URL('../../dist/assets/', import.meta.url);

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

test('named with a version behind it, the script is fetched once, whatever is opened', async () => {
  /** @type {string[]} */
  const asked = [];
  const listenFirst = async (/** @type {import('./support.js').Page} */ page) =>
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const body = '<moon-lab></moon-lab><moon-lab lang="de"></moon-lab>';
  await visitHost(
    site,
    body,
    async (page) => {
      await waitForState(page, 'ready');
      const panels = await page.evaluate(() => {
        const folded = document.querySelector('moon-lab')?.shadowRoot?.querySelectorAll('details');
        for (const panel of folded ?? []) panel.open = true;
        return folded?.length ?? 0;
      });
      assert.ok(panels >= 4);
      const names = ['parity', 'butterfly', 'gradient', 'activity'].map((name) => `${name}-panel`);
      for (const name of [...names, 'de-']) {
        while (!asked.some((path) => path.includes(name))) await page.waitForEvent('request');
      }
      await page.waitForLoadState('networkidle');
      assert.equal(asked.filter((path) => path.endsWith('/moon-lab.js')).length, 1);
    },
    { before: listenFirst, script: SCRIPT },
  );
});

test('no other script imports the one that pages name', () => {
  const scripts = readdirSync(ASSETS).filter((name) => name.endsWith('.js'));
  // As in `from"../moon-lab.js"`; the configurator writes its name for pages to copy.
  const importing = scripts.filter((name) =>
    /(?:from|import)\s*\(?\s*["'][^"']*\/moon-lab\.js["']/.test(
      readFileSync(new URL(name, ASSETS), 'utf8'),
    ),
  );
  assert.deepEqual(importing, []);
});
