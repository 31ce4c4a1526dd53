import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visitHost } from './host-page.js';
import { picture, startSite, waitForEpoch, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** How the lab is laid out and written: all of it comes from its sheet. */
const look = (/** @type {Page} */ page) =>
  page.evaluate(() => {
    const { lab } = /** @type {any} */ (window);
    const of = (/** @type {string} */ selector) =>
      getComputedStyle(/** @type {Element} */ (lab.shadowRoot.querySelector(selector)));
    const { display, fontFamily } = of('.lab');
    return { display, fontFamily, button: of('.button').borderRadius };
  });

/** @param {Page} page @param {'page' | 'frame'} where */
const put = (page, where) =>
  page.evaluate((place) => {
    const { lab } = /** @type {any} */ (window);
    const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
    const home = place === 'frame' ? frame.contentDocument : document;
    home?.body.append(lab);
  }, where);

test('a lab that is taken to a frame’s document and back keeps its look and its run', () =>
  visitHost(
    site,
    '<moon-lab></moon-lab><iframe title="A frame" width="1184" height="1500"></iframe>',
    async (page) => {
      await waitForState(page, 'ready');
      await page.evaluate(() => {
        const lab = document.querySelector('moon-lab');
        Object.assign(window, { lab });
        return lab?.step(20);
      });
      const own = await look(page);
      const [worker] = page.workers();
      await put(page, 'frame');
      assert.deepEqual(await look(page), own);
      const frame = page.frames()[1];
      await frame.getByRole('button', { name: 'Train', exact: true }).click();
      await page.waitForFunction(() => /** @type {any} */ (window).lab.metrics.epoch > 25);
      await frame.getByRole('button', { name: 'Pause', exact: true }).click();
      await put(page, 'page');
      assert.deepEqual(await look(page), own);
      await waitForEpoch(page, 25);
      assert.deepEqual(page.workers(), [worker]);
      assert.notEqual(await picture(page, 'Decision boundary'), '');
    },
    { viewport: { width: 1200, height: 900 } },
  ));

test('a lab that is made for a frame’s document has its look there, and its theme', () =>
  visitHost(
    site,
    '<iframe title="A frame" width="1150" height="1500"></iframe>',
    async (page) => {
      await page.waitForFunction(() => customElements.get('moon-lab'));
      await page.evaluate(() => {
        const lab = Object.assign(document.createElement('moon-lab'), { config: { seed: 3 } });
        Object.assign(window, { lab });
        document.querySelector('iframe')?.contentDocument?.body.append(lab);
      });
      await page.waitForFunction(() => /** @type {any} */ (window).lab.state === 'ready');
      assert.equal((await look(page)).display, 'grid');
    },
    { viewport: { width: 1200, height: 900 } },
  ));
