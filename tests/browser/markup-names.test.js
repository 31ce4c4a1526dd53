import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SCHEMA, markupName } from '../../web/state/schema.js';
import { visitHost } from './host-page.js';
import { startSite } from './support.js';

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/**
 * The lab before its engine is there, which settings do not wait for.
 *
 * @param {string} body
 * @param {(page: import('./support.js').Page) => Promise<void>} use
 */
const visitIdle = (body, use) =>
  visitHost(site, body, async (page) => {
    await page.waitForFunction(() => document.querySelector('moon-lab')?.config !== undefined);
    await use(page);
  });

/** @param {import('./support.js').Page} page */
const readMarkup = (page) =>
  page.evaluate(() => {
    const lab = document.querySelector('moon-lab');
    return [lab?.config.dataset, lab?.getAttribute('data-set'), lab?.getAttribute('dataset')];
  });

test('no attribute is a property of elements or of the lab, which frameworks would set instead', () =>
  visitIdle('<moon-lab></moon-lab>', async (page) => {
    const found = await page.evaluate(async (schema) => {
      const { modules } = await (await fetch('/dist/custom-elements.json')).json();
      const documented = modules[0].declarations[0].attributes.map(
        (/** @type {{ name: string }} */ { name }) => name,
      );
      const lab = document.createElement('moon-lab');
      const camel = (/** @type {string} */ name) =>
        name.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());
      const taken = [...schema, ...documented].filter((name) =>
        [name, camel(name)].some((spelling) => spelling in lab),
      );
      return { taken, documented, isSharp: 'dataset' in lab };
    }, SCHEMA.map(markupName));
    assert.deepEqual(found, { taken: [], documented: SCHEMA.map(markupName), isSharp: true });
  }));

test('the data set is written as data-set, which is kept in step with the settings', () =>
  visitIdle('<moon-lab data-set="circles"></moon-lab>', async (page) => {
    assert.deepEqual(await readMarkup(page), ['circles', 'circles', null]);
    await page.evaluate(() => {
      const lab = document.querySelector('moon-lab');
      if (lab) lab.config = { dataset: 'blobs' };
    });
    assert.deepEqual(await readMarkup(page), ['blobs', 'blobs', null]);
    await page.evaluate(() => document.querySelector('moon-lab')?.removeAttribute('data-set'));
    assert.deepEqual(await readMarkup(page), ['moons', null, null]);
  }));

test('pages that write dataset go on as before', () =>
  visitIdle('<moon-lab dataset="circles"></moon-lab>', async (page) => {
    assert.deepEqual(await readMarkup(page), ['circles', 'circles', 'circles']);
    await page.evaluate(() => {
      const lab = document.querySelector('moon-lab');
      if (lab) lab.config = { dataset: 'moons' };
    });
    assert.deepEqual(await readMarkup(page), ['moons', null, null]);
    await page.evaluate(() =>
      document.querySelector('moon-lab')?.setAttribute('dataset', 'circles'),
    );
    assert.deepEqual(await readMarkup(page), ['circles', 'circles', 'circles']);
    await page.evaluate(() => document.querySelector('moon-lab')?.setAttribute('dataset', 'blobs'));
    assert.deepEqual(await readMarkup(page), ['blobs', 'blobs', 'blobs']);
    await page.evaluate(() => document.querySelector('moon-lab')?.removeAttribute('dataset'));
    assert.deepEqual(await readMarkup(page), ['moons', null, null]);
  }));

for (const markup of ['data-set="circles" dataset="blobs"', 'dataset="blobs" data-set="circles"']) {
  test(`data-set wins over dataset: ${markup}`, () =>
    visitIdle(`<moon-lab ${markup}></moon-lab>`, async (page) => {
      assert.deepEqual(await readMarkup(page), ['circles', 'circles', 'circles']);
      assert.equal(await page.locator('.notice-messages li').count(), 0);
    }));
}
