import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pseudoTexts } from '../../web/monkey/pseudo.js';
import { standingOut } from './standing-out.js';
import { button, linger, readLab, settle, startSite, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

const SIZES = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
  { width: 1440, height: 900 },
];
/** In a page that has refused something, and reached something. */
const BUSY = '&goal=test-accuracy>=0.5';

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/**
 * Opens all that is folded at this width.
 *
 * @param {Page} page
 */
async function unfold(page) {
  await page.evaluate(() => {
    const root = document.querySelector('moon-lab')?.shadowRoot;
    if (!root) throw new Error('no lab');
    for (const fold of root.querySelectorAll('.group-toggle[aria-expanded="false"]')) {
      if (fold.getClientRects().length > 0) /** @type {HTMLElement} */ (fold).click();
    }
    for (const panel of root.querySelectorAll('details')) panel.open = true;
  });
  await settle(page);
}

/**
 * Trains a little, and has something refused, until both are told.
 *
 * @param {Page} page
 */
async function busy(page) {
  await page.evaluate(async () => {
    const lab = document.querySelector('moon-lab');
    if (lab) lab.config = { noise: 7 };
    await lab?.step(30);
  });
  await page.locator('moon-lab .notice-messages li').waitFor();
  await page.locator('moon-lab .goal[data-reached]').waitFor();
  await linger(page);
}

for (const kind of /** @type {const} */ (['long', 'rtl'])) {
  test(`with ${kind} texts nothing stands out of its place, however wide the window`, () =>
    site.visit({ viewport: SIZES[0], query: `?texts=${kind}${BUSY}` }, async (page) => {
      await button(page, pseudoTexts(kind).transport.step).waitFor();
      await waitForState(page, 'ready');
      await unfold(page);
      await busy(page);
      for (const viewport of SIZES) {
        await page.setViewportSize(viewport);
        await settle(page);
        await unfold(page);
        assert.deepEqual(await standingOut(page), [], `${viewport.width} pixels wide`);
        const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
        assert.equal(scrollWidth, clientWidth, 'the page need not be scrolled sideways');
      }
    }));
}

test('texts from right to left turn the lab round, but no number, slider or picture', () =>
  site.visit({ query: '?texts=rtl', viewport: { width: 1440, height: 900 } }, async (page) => {
    const texts = pseudoTexts('rtl');
    await button(page, texts.transport.step).waitFor();
    await waitForState(page, 'ready');
    const found = await page.evaluate(() => {
      const root = document.querySelector('moon-lab')?.shadowRoot;
      const left = (/** @type {string} */ selector) =>
        root?.querySelector(selector)?.getBoundingClientRect().left ?? NaN;
      const direction = (/** @type {string} */ selector) =>
        getComputedStyle(/** @type {Element} */ (root?.querySelector(selector))).direction;
      return {
        controls: left('.controls'),
        boundary: left('.picture-boundary'),
        network: left('.network'),
        surface: direction('.surface'),
        number: direction('.number'),
        slider: direction('.slider'),
      };
    });
    assert.ok(found.controls > found.network && found.network > found.boundary);
    const { surface, number, slider } = found;
    assert.deepEqual([surface, number, slider], ['rtl', 'ltr', 'ltr']);
    // The pointer at the left still means the lowest x₁.
    const canvas = page.locator('.picture-boundary canvas');
    const box = await canvas.boundingBox();
    assert.ok(box);
    const read = async (/** @type {number} */ share) => {
      await page.mouse.move(box.x + share * box.width, box.y + box.height / 2);
      const text = await page.locator('.readout').textContent();
      return Number(
        text
          ?.match(/x₁ (\S+),/)?.[1]
          .replace('\u200e', '')
          .replace('−', '-'),
      );
    };
    const [low, high] = [await read(0.2), await read(0.7)];
    assert.ok(low < high, `${low} lies left of ${high}`);
  }));

test('a lab in a page written from right to left keeps the direction of its own language', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    const direction = await page
      .locator('moon-lab .surface')
      .evaluate((surface) => getComputedStyle(surface).direction);
    assert.equal(direction, 'ltr');
  }));

test('what tries the lab out stays in the address that the lab rewrites, and is no setting', () =>
  site.visit({ query: '?texts=long&noise=0.1' }, async (page) => {
    await waitForState(page, 'ready');
    assert.equal((await readLab(page)).config.noise, 0.1);
    assert.equal(await page.locator('moon-lab .notice-messages li').count(), 0);
    await page.evaluate(() => {
      const lab = document.querySelector('moon-lab');
      if (lab) lab.config = { seed: 7 };
    });
    await page.waitForFunction(() => location.search === '?texts=long&noise=0.1&seed=7');
    await page.reload();
    await button(page, pseudoTexts('long').transport.step).waitFor();
  }));

test('texts that there are not are refused by name', () =>
  site.visit({ query: '?texts=short' }, async (page) => {
    await page.getByText('texts: short is not known; allowed are long, rtl').waitFor();
    await waitForState(page, 'ready');
  }));

test('without them nothing of it is fetched', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const names = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    assert.notEqual(names.length, 0);
    assert.deepEqual(
      names.filter((name) => /monkey|fuzz/.test(name)),
      [],
    );
  }));
