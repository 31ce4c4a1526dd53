import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visitHost } from './host-page.js';
import { settle, startSite, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const SIZE = { width: 1200, height: 900 };

/**
 * @param {Page} page
 * @returns {Promise<Record<string, number>>} of each picture, how many pixels it has for one of CSS in
 *   the window, in tenths
 */
async function densities(page) {
  await settle(page);
  await settle(page);
  return page.evaluate(() => {
    const root = document.querySelector('moon-lab')?.shadowRoot;
    const seen = [...(root?.querySelectorAll('canvas') ?? [])].filter((each) => each.clientWidth);
    return Object.fromEntries(
      seen.map((canvas) => [
        canvas.getAttribute('aria-label'),
        Math.round((10 * canvas.width) / canvas.getBoundingClientRect().width) / 10,
      ]),
    );
  });
}

/**
 * A screen of any density. The one that Chromium emulates changes without telling: neither media
 * queries nor observers hear of it.
 */
const addScreen = (/** @type {Page} */ page) =>
  page.addInitScript(() => {
    const { matchMedia } = window;
    let ratio = 1;
    /** @type {EventTarget[]} */
    const watched = [];
    Object.defineProperty(window, 'devicePixelRatio', { get: () => ratio });
    Object.assign(window, {
      matchMedia(/** @type {string} */ query) {
        if (query !== `(resolution: ${ratio}dppx)`) return matchMedia.call(window, query);
        const screen = new EventTarget();
        watched.push(screen);
        return screen;
      },
      setScreen(/** @type {number} */ to) {
        ratio = to;
        for (const screen of watched.splice(0)) screen.dispatchEvent(new Event('change'));
      },
    });
  });

/** @param {(page: Page) => Promise<void>} use */
const visit = (use) =>
  visitHost(
    site,
    '<div id="place"><moon-lab></moon-lab></div>',
    async (page) => {
      await waitForState(page, 'ready');
      await page.evaluate(() => document.querySelector('moon-lab')?.step(2));
      await page.locator('.panel-gradients > summary').click();
      await page.locator('.panel-gradients canvas').first().waitFor();
      await use(page);
    },
    { viewport: SIZE, before: addScreen },
  );

/**
 * @param {Record<string, number>} seen
 * @param {number} density
 */
function assertAll(seen, density) {
  assert.ok(Object.keys(seen).length >= 5, Object.keys(seen).join());
  for (const [name, value] of Object.entries(seen)) assert.equal(value, density, name);
}

test('on another screen, as large as before, every picture has the pixels of that screen', () =>
  visit(async (page) => {
    assertAll(await densities(page), 1);
    for (const ratio of [2, 1.5, 1]) {
      await page.evaluate((to) => /** @type {any} */ (window).setScreen(to), ratio);
      assertAll(await densities(page), ratio);
    }
  }));

test('where CSS zooms it, every picture has the pixels that there are', () =>
  visit(async (page) => {
    await page.evaluate(() => {
      const place = document.getElementById('place');
      if (place) place.style.cssText = 'width: 1100px; zoom: 2';
    });
    assertAll(await densities(page), 1);
  }));
