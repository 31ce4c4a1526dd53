import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { hostFolder, hostNames, readHost, triedVersions } from '../hosts/host.js';
import { startSite } from './support.js';

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const PATH = { path: '/dist/where-it-works.html', javaScriptEnabled: false };

test('the reference leads to the page that says where the lab works, and that leads back', () =>
  site.visit({ path: '/dist/embed.html' }, async (page) => {
    await page
      .getByRole('navigation', { name: 'On this page' })
      .getByRole('link', { name: 'Where it works' })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Where it works' }).waitFor();
    await page.getByRole('link', { name: 'put it on your page' }).click();
    await page.getByRole('heading', { level: 1, name: 'Put the lab on your page' }).waitFor();
  }));

test('every host that is tried is named, with its version and the very files that were tried', () =>
  site.visit(PATH, async (page) => {
    for (const name of hostNames()) {
      const host = await readHost(name);
      const title = page.getByRole('rowheader', { name: host.title, exact: true });
      const row = page.getByRole('row').filter({ has: title });
      await row.filter({ hasText: triedVersions(name, host) }).waitFor();
      const shown = await page.locator(`#${name} pre`).allTextContents();
      const files = host.recipe.map((path) =>
        readFileSync(`${hostFolder(host.project ?? name)}/${path}`, 'utf8').trim(),
      );
      assert.deepEqual(shown, files);
    }
  }));
