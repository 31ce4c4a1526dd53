import assert from 'node:assert/strict';
import { after, before as beforeAll, test } from 'node:test';
import { button, settle, startSite, unfoldControls, waitForState } from './support.js';

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
      await unfoldControls(page);
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
      await unfoldControls(page);
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

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */

const BUTTONS = ['Train', 'Step', 'Reset'];
const PICTURES = ['Network diagram', 'Decision boundary', 'Loss', 'Accuracy'];
const CONTROLS = [
  ...['Preset', 'Samples', 'Noise', 'Seed'],
  ...['Learning rule', 'Optimiser', 'Learning rate', 'Batch size'],
];

/**
 * @param {import('./support.js').Page} page
 * @param {import('playwright-core').Locator} part
 * @returns {Promise<Box>} of a part that is seen whole without scrolling
 */
async function boxInSight(page, part) {
  const box = await part.boundingBox();
  assert.ok(box, `${part} is there`);
  const { width, height } = page.viewportSize() ?? assert.fail();
  const isWhole = box.x >= 0 && box.y >= 0 && box.x + box.width <= width;
  assert.ok(isWhole && box.y + box.height <= height, `${part}: ${JSON.stringify(box)}`);
  return box;
}

const picture = (/** @type {import('./support.js').Page} */ page, /** @type {string} */ name) =>
  page.getByRole('img', { name, exact: true });

for (const [width, height, least] of [
  [1280, 720, 360],
  [1440, 900, 480],
  [1920, 1080, 560],
]) {
  test(`at ${width} × ${height} all that is used is in sight, and the boundary is large`, () =>
    site.visit({ viewport: { width, height } }, async (page) => {
      await waitForState(page, 'ready');
      await settle(page);
      for (const name of BUTTONS) await boxInSight(page, button(page, name));
      for (const name of CONTROLS) await boxInSight(page, page.getByLabel(name, { exact: true }));
      await boxInSight(page, page.getByRole('radiogroup', { name: 'Data set', exact: true }));
      for (const name of ['.counters', '.status', '.legend']) {
        await boxInSight(page, page.locator(`moon-lab ${name}`));
      }
      for (const name of PICTURES) await boxInSight(page, picture(page, name));
      const [network, answer] = await Promise.all(
        PICTURES.slice(0, 2).map((name) => boxInSight(page, picture(page, name))),
      );
      assert.ok(Math.min(answer.width, answer.height) >= least, JSON.stringify(answer));
      const controls = await page.locator('moon-lab .controls').boundingBox();
      assert.ok(controls && controls.x + controls.width <= network.x, 'controls, network,');
      assert.ok(network.x + network.width <= answer.x, 'answer from left to right');
    }));
}

test('at 1024 × 768 buttons, network, boundary and curves are in sight', () =>
  site.visit({ viewport: { width: 1024, height: 768 } }, async (page) => {
    await waitForState(page, 'ready');
    for (const name of BUTTONS) await boxInSight(page, button(page, name));
    const boxes = await Promise.all(PICTURES.map((name) => boxInSight(page, picture(page, name))));
    const [network, answer, loss, accuracy] = boxes;
    assert.ok(Math.abs(loss.x - network.x) < 2, 'the curves have all the width there is');
    assert.ok(Math.abs(accuracy.x + accuracy.width - answer.x - answer.width) < 2);
  }));

test('the one curve that is not hidden has the whole width, with what is kept below it', () =>
  site.visit({ query: '?hide=accuracy', viewport: { width: 1024, height: 768 } }, async (page) => {
    await waitForState(page, 'ready');
    const [network, answer, loss] = await Promise.all(
      PICTURES.slice(0, 3).map((name) => boxInSight(page, picture(page, name))),
    );
    assert.ok(Math.abs(loss.x - network.x) < 2);
    assert.ok(Math.abs(loss.x + loss.width - answer.x - answer.width) < 2);
  }));

test('in a column of 700 pixels network and boundary stand beside each other, the curves below', () =>
  site.visit({ path: '/dist/frame.html', viewport: { width: 700, height: 760 } }, async (page) => {
    await waitForState(page, 'ready');
    for (const name of BUTTONS) await boxInSight(page, button(page, name));
    const [network, answer, loss, accuracy] = await Promise.all(
      PICTURES.map((name) => boxInSight(page, picture(page, name))),
    );
    assert.ok(network.x + network.width <= answer.x && answer.height >= 300);
    assert.ok(loss.y >= Math.max(network.y + network.height, answer.y + answer.height));
    assert.ok(loss.x + loss.width <= accuracy.x && loss.y === accuracy.y);
  }));

test('on a phone the answer comes first, then buttons, network, controls, curves', () =>
  site.visit({ viewport: { width: 390, height: 844 }, hasTouch: true }, async (page) => {
    await waitForState(page, 'ready');
    for (const name of BUTTONS) await boxInSight(page, button(page, name));
    await boxInSight(page, picture(page, 'Decision boundary'));
    const parts = [
      picture(page, 'Decision boundary'),
      page.locator('moon-lab .transport'),
      picture(page, 'Network diagram'),
      page.locator('moon-lab .controls'),
      picture(page, 'Loss'),
      picture(page, 'Accuracy'),
      page.locator('moon-lab .numbers-section'),
      page.locator('moon-lab .inside'),
    ];
    const tops = await Promise.all(
      parts.map(async (part) => (await part.boundingBox())?.y ?? assert.fail(`${part}`)),
    );
    assert.deepEqual(
      tops,
      [...tops].sort((a, b) => a - b),
    );
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
