/** The lab for many to see: on the whole screen, or where that is refused in the whole frame. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertNoViolation } from './axe.js';
import { visitHost } from './host-page.js';
import { button, settle, startSite, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const HALL = { width: 1920, height: 1080 };
/** CSS pixels that can be read from the last row. */
const LARGE = 28;

/** The page's frame is all that there is, as where an iframe is not allowed more. */
const refuseFullScreen = (/** @type {Page} */ page) =>
  page.addInitScript(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('not allowed'));
  });

const isFullScreen = (/** @type {Page} */ page) =>
  page.evaluate(() => document.fullscreenElement === document.querySelector('moon-lab'));

/**
 * @param {Page} page
 * @param {'screen' | 'frame'} kind
 */
const isPresented = (page, kind) =>
  page.locator(`moon-lab [data-presentation=${kind}]`).waitFor({ state: 'visible' });

/** @param {Page} page */
const isOver = (page) =>
  page.locator('moon-lab [data-presentation]').waitFor({ state: 'detached' });

/** @param {Page} page */
const focused = (page) =>
  page.evaluate(() => document.querySelector('moon-lab')?.shadowRoot?.activeElement?.id ?? '');

/** @param {Page} page */
async function isReadable(page) {
  await settle(page);
  const { width, height } = page.viewportSize() ?? HALL;
  for (const name of ['Network diagram', 'Decision boundary', 'Loss']) {
    const box = await page.getByRole('img', { name, exact: true }).boundingBox();
    assert.ok(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width, name);
    assert.ok(box.y + box.height <= height && box.height > 0.15 * height, name);
  }
  const sizes = await page
    .locator('moon-lab :is(.counter-value, .button-primary, .picture-title:visible)')
    .evaluateAll((texts) => texts.map((text) => parseFloat(getComputedStyle(text).fontSize)));
  assert.ok(sizes.length >= 5 && Math.min(...sizes) >= LARGE, String(sizes));
  const rest = page.locator('moon-lab :is(.controls, .results, .inside, .picture-accuracy)');
  for (const part of await rest.all()) assert.equal(await part.isVisible(), false);
}

test('the button has the lab fill the screen, in large type, and F leaves it as it was', () =>
  site.visit({ viewport: HALL }, async (page) => {
    await waitForState(page, 'ready');
    await button(page, 'Presentation').click();
    await isPresented(page, 'screen');
    assert.equal(await isFullScreen(page), true);
    await isReadable(page);
    assert.equal(await button(page, 'Presentation').getAttribute('aria-pressed'), 'true');
    await page.keyboard.press('f');
    await isOver(page);
    assert.equal(await isFullScreen(page), false);
    assert.equal(await page.locator('moon-lab .controls').isVisible(), true);
  }));

test('where the screen is refused it fills the frame, above all that is in the page', () =>
  site.visit({ viewport: HALL, before: refuseFullScreen }, async (page) => {
    await waitForState(page, 'ready');
    await button(page, 'Step').focus();
    await page.keyboard.press('f');
    await isPresented(page, 'frame');
    await isReadable(page);
    const box = await page.locator('moon-lab .surface').boundingBox();
    assert.deepEqual(box, { x: 0, y: 0, ...HALL });
    const top = await page.evaluate(() => document.elementFromPoint(60, 20)?.localName);
    assert.equal(top, 'moon-lab', 'the site’s header is behind it');
    await assertNoViolation(page, 'moon-lab');
    await page.keyboard.press('Escape');
    await isOver(page);
    assert.equal(await page.locator('moon-lab .controls').isVisible(), true);
  }));

test('it fills the frame out of a box that would hold it back, and the page stays as high', () =>
  visitHost(
    site,
    '<div id="box"><moon-lab></moon-lab></div><p>After.</p>',
    async (page) => {
      await waitForState(page, 'ready');
      await page.evaluate(() => {
        const own = new CSSStyleSheet();
        own.replaceSync(
          'body { margin: 0; padding-top: 900px } #box { transform: scale(0.9); overflow: hidden }',
        );
        document.adoptedStyleSheets = [own];
        scrollTo(0, 700);
      });
      await page.locator('moon-lab #noise').evaluate((noise) => {
        /** @type {HTMLElement} */ (noise).focus({ preventScroll: true });
      });
      const heightOf = () => page.evaluate(() => document.documentElement.scrollHeight);
      const [height, from] = [await heightOf(), await page.evaluate(() => scrollY)];
      // Without the pointer, which would scroll to it.
      await page.locator('moon-lab [part=presentation]').evaluate((present) => {
        /** @type {HTMLElement} */ (present).click();
      });
      await isPresented(page, 'frame');
      const box = await page.locator('moon-lab .surface').boundingBox();
      assert.deepEqual(box, { x: 0, y: 0, width: 1280, height: 720 });
      assert.equal(await heightOf(), height);
      assert.notEqual(await focused(page), 'noise', 'which is not shown');
      await page.keyboard.press('Escape');
      await isOver(page);
      assert.equal(await focused(page), 'noise', 'has the focus again');
      assert.equal(await page.evaluate(() => scrollY), from);
    },
    { viewport: { width: 1280, height: 720 }, before: refuseFullScreen },
  ));

test('who goes on with Tab out of a frame that the lab fills has left it', () =>
  visitHost(
    site,
    '<moon-lab></moon-lab><button>After</button>',
    async (page) => {
      await waitForState(page, 'ready');
      await button(page, 'Presentation').click();
      await isPresented(page, 'frame');
      await button(page, 'After').focus();
      await isOver(page);
    },
    { viewport: { width: 1280, height: 720 }, before: refuseFullScreen },
  ));

test('a phone and a low window show it, too: what does not fit is scrolled to', () =>
  site.visit({ viewport: { width: 390, height: 844 }, before: refuseFullScreen }, async (page) => {
    await waitForState(page, 'ready');
    await button(page, 'Presentation').click();
    await isPresented(page, 'frame');
    for (const [width, height] of [
      [390, 844],
      [844, 390],
      [320, 480],
    ]) {
      await page.setViewportSize({ width, height });
      await settle(page);
      const surface = page.locator('moon-lab .surface');
      const wide = await surface.evaluate(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      );
      assert.ok(wide <= 0, `${wide} px too wide at ${width}`);
      const loss = page.getByRole('img', { name: 'Loss', exact: true });
      await loss.scrollIntoViewIfNeeded();
      assert.equal(await loss.isVisible(), true);
    }
  }));
