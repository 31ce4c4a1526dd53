import assert from 'node:assert/strict';
import { after, before as beforeAll, test } from 'node:test';
import { settle, startSite, waitForState } from './support.js';

/** @type {import('./support.js').Site} */
let site;
beforeAll(async () => {
  site = await startSite();
});
after(() => site.close());

test('nothing is cut off, however wide the window', () =>
  site.visit({ query: '?preset=notebook&layers=8,8,8,8,8,8' }, async (page) => {
    await waitForState(page, 'ready');
    for (const width of [320, 360, 640, 768, 960, 1024, 1440, 3840]) {
      await page.setViewportSize({ width, height: 900 });
      await openGroups(page);
      await settle(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(overflow <= 0, `${overflow} px too wide at ${width} px`);
      const box = await page.getByRole('img', { name: 'Decision boundary' }).boundingBox();
      assert.ok(box && box.width >= 280 && box.height <= 900, `the boundary at ${width} px`);
    }
  }));

test('nothing is cut off in German, however wide the window', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await page.evaluate(() => {
      document.documentElement.lang = 'de';
    });
    await page.getByRole('button', { name: 'Zurücksetzen' }).waitFor();
    for (const width of [320, 390, 640, 768, 960, 1024, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await openGroups(page);
      await settle(page);
      const sticksOut = await page.evaluate(() => {
        const lab = document.querySelector('moon-lab')?.shadowRoot?.querySelector('.lab');
        const isCut = (/** @type {Element} */ { scrollWidth, clientWidth }) =>
          scrollWidth > clientWidth;
        const labels = lab?.querySelectorAll('button, .field-label, .panel-summary') ?? [];
        return [document.documentElement, ...labels].filter(isCut).map((one) => one.textContent);
      });
      assert.deepEqual(sticksOut, [], `at ${width} px`);
    }
  }));

test('at 1440 × 900 the whole lab is in sight, and what lies behind it starts below', () =>
  site.visit({ viewport: { width: 1440, height: 900 } }, async (page) => {
    await waitForState(page, 'ready');
    const top = await page.evaluate(
      () =>
        document
          .querySelector('moon-lab')
          ?.shadowRoot?.querySelector('.inside')
          ?.getBoundingClientRect().top ?? Infinity,
    );
    assert.ok(top <= 900, `it ends at ${top} px`);
  }));

test('at 1024 × 768 diagram and curves are in sight beside the boundary', () =>
  site.visit({ viewport: { width: 1024, height: 768 } }, async (page) => {
    await waitForState(page, 'ready');
    for (const name of ['Decision boundary', 'Network diagram', 'Loss', 'Accuracy']) {
      const box = await page.getByRole('img', { name, exact: true }).boundingBox();
      assert.ok(box && box.y + box.height <= 768, `${name} ends at ${box && box.y + box.height}`);
    }
  }));

test('what is opened among the controls leaves the pictures as they are', () =>
  site.visit({ viewport: { width: 1440, height: 900 } }, async (page) => {
    await waitForState(page, 'ready');
    const boxes = () =>
      Promise.all(
        ['Decision boundary', 'Network diagram', 'Loss', 'Accuracy'].map((name) =>
          page.getByRole('img', { name, exact: true }).boundingBox(),
        ),
      );
    const before = await boxes();
    await page.locator('summary', { hasText: 'Own points' }).click();
    await page.getByRole('button', { name: 'Use these points' }).waitFor();
    await settle(page);
    assert.deepEqual(await boxes(), before);
  }));

/** Google's Core Web Vitals call less than this good. */
const GOOD_SHIFT = 0.1;

for (const [width, height] of [
  [390, 844],
  [820, 1180],
  [1440, 900],
]) {
  test(`nothing jumps while the lab comes, piece by piece, at ${width} × ${height} px`, () =>
    site.visit(
      {
        viewport: { width, height },
        before: (page) => page.addInitScript(addUpShifts),
      },
      async (page) => {
        await waitForState(page, 'ready');
        await page.getByRole('img', { name: 'Loss' }).waitFor();
        await settle(page);
        const shift = await page.evaluate(() => /** @type {any} */ (window).shift);
        assert.ok(shift < GOOD_SHIFT, `${shift} of the window's size`);
      },
    ));
}

/** Runs in the page: adds up how far what is seen is moved, in parts of the window. */
function addUpShifts() {
  Object.assign(window, { shift: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      Object.assign(window, {
        shift: /** @type {any} */ (window).shift + /** @type {any} */ (entry).value,
      });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/**
 * Unfolds the groups of controls that are folded at this width.
 *
 * @param {import('./support.js').Page} page
 */
async function openGroups(page) {
  const folded = page.locator('.group-toggle[aria-expanded=false]:visible').first();
  while ((await folded.count()) > 0) await folded.click();
}
