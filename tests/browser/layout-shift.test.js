import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { settle, startSite, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** What the reference says keeps a lab's place. */
const PLACE = readFileSync(new URL('../../web/examples/place.css', import.meta.url), 'utf8');
/** As web.dev has it: above this, reading is disturbed. */
const DISTURBING = 0.1;
const TEXT = '<p>What follows the lab is read while it loads.</p>'.repeat(20);

/**
 * A page whose script comes last, on a line so slow that everything else has long been painted.
 *
 * @param {string} css
 * @param {{ width: number, height: number }} viewport
 * @returns {Promise<number>} how far the page's own text has moved, in the browser's own measure
 */
async function shiftOf(css, viewport) {
  const html =
    '<!doctype html><html lang="en"><title>A course</title><link rel="icon" href="data:,">' +
    `<style>${css}</style><body><h1>A course</h1><moon-lab loading="eager"></moon-lab>${TEXT}` +
    '<script type="module" src="/dist/moon-lab.js"></script>';
  let shift = NaN;
  await site.visit(
    {
      path: '/course/page.html',
      viewport,
      async before(page) {
        await page.addInitScript(measureShift);
        await page.route('**/course/page.html', (route) =>
          route.fulfill({ contentType: 'text/html', body: html }),
        );
        await page.route('**/dist/moon-lab.js', async (route) => {
          await settle(page);
          await route.continue();
        });
      },
    },
    async (page) => {
      await waitForState(page, 'ready');
      await settle(page);
      shift = await page.evaluate(() => /** @type {any} */ (window).shift);
    },
  );
  return shift;
}

/** Runs in the page. What moves inside the lab has no node that the page may see. */
function measureShift() {
  Object.assign(window, { shift: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { sources, value } = /** @type {any} */ (entry);
      const isText = sources.some((/** @type {{ node: Node | null }} */ { node }) => node !== null);
      if (isText) /** @type {any} */ (window).shift += value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

for (const viewport of [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`where the script comes last, a line of CSS keeps the lab's place, ${viewport.width} pixels wide`, async () => {
    assert.ok((await shiftOf('', viewport)) > DISTURBING, 'without it, the text moves');
    assert.equal(await shiftOf(PLACE, viewport), 0);
  });
}
