/** What somebody finds in the lab under the finger, and under a slider that is being dragged. */

import assert from 'node:assert/strict';
import { after, before as beforeAll, test } from 'node:test';
import {
  button,
  linger,
  picture,
  readLab,
  settle,
  startSite,
  unfoldControls,
  waitForState,
} from './support.js';
import { waitUntil } from './wait-until.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
beforeAll(async () => {
  site = await startSite();
});
after(() => site.close());

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test('what a tap on a picture shows stays until one taps elsewhere', () =>
  site.visit(PHONE, async (page) => {
    await waitForState(page, 'ready');
    await page.evaluate(() => document.querySelector('moon-lab')?.step(40));
    for (const name of ['Decision boundary', 'Loss', 'Accuracy']) {
      const canvas = page.getByRole('img', { name, exact: true });
      await canvas.scrollIntoViewIfNeeded();
      const before = await stillPicture(page, name);
      const box = await canvas.boundingBox();
      assert.ok(box);
      await page.touchscreen.tap(box.x + box.width * 0.92, box.y + box.height * 0.5);
      const pointedAt = await stillPicture(page, name);
      assert.notEqual(pointedAt, before, `the tap on ${name} shows something`);
      await page.getByRole('heading', { name, exact: true }).tap();
      // Who presses a curve goes to that epoch besides.
      await page.evaluate(() => document.querySelector('moon-lab')?.goto(40));
      assert.equal(await stillPicture(page, name), before, 'a tap elsewhere puts it away');
    }
  }));

test('the axes stay while a slider of the data is dragged, and suit the points afterwards', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await settle(page);
    const axes = () => axesOf(page);
    const before = await axes();
    const slider = page.locator('moon-lab .field', { hasText: 'Noise' }).locator('.slider');
    const box = await slider.boundingBox();
    assert.ok(box);
    const points = await picture(page, 'Decision boundary');
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
    await page.mouse.down();
    for (const share of [0.5, 0.7, 0.9, 0.95]) {
      await page.mouse.move(box.x + box.width * share, box.y + box.height / 2);
      await waitForState(page, 'ready');
      await settle(page);
      assert.equal(await axes(), before, `at ${share} of the slider`);
    }
    assert.notEqual(await picture(page, 'Decision boundary'), points, 'the points have moved');
    assert.ok((await readLab(page)).config.noise > 0.5);
    await page.mouse.up();
    await waitUntil(async () => (await axes()) !== before, 'the axes suit the points');
    await waitForState(page, 'ready');
    await settle(page);
    const released = await axes();

    await page.evaluate(() => document.querySelector('moon-lab')?.reset());
    await settle(page);
    assert.equal(await axes(), released, 'they are those of the configuration');
    const { query } = await readLab(page);
    await page.goto(`${site.origin}/dist/index.html${query}`);
    await waitForState(page, 'ready');
    await settle(page);
    assert.equal(await axes(), released, 'as for whoever opens its address');
  }));

test('a slider that is only touched begins nothing anew', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await page.evaluate(() => document.querySelector('moon-lab')?.step(7));
    const slider = page.locator('moon-lab .field', { hasText: 'Noise' }).locator('.slider');
    await slider.dispatchEvent('pointerdown');
    await slider.dispatchEvent('pointerup');
    await settle(page);
    assert.equal((await readLab(page)).metrics.epoch, 7);
  }));

test('the activation is there only where a hidden layer has one', () =>
  site.visit({ query: '?layers=' }, async (page) => {
    await waitForState(page, 'ready');
    await unfoldControls(page);
    const activation = page.getByLabel('Activation', { exact: true });
    await activation.waitFor({ state: 'hidden' });
    await button(page, 'Add a layer').click();
    await activation.waitFor({ state: 'visible' });
    await activation.selectOption({ label: 'ReLU' });
    assert.equal((await readLab(page)).config.activation, 'relu');
    await button(page, 'Remove a layer').click();
    await activation.waitFor({ state: 'hidden' });
  }));

test('what takes back all changes does not look like Reset', () =>
  site.visit({ query: '?noise=0.3' }, async (page) => {
    await waitForState(page, 'ready');
    const drawn = (/** @type {string} */ name) =>
      button(page, name).locator('path').getAttribute('d');
    assert.notEqual(await drawn('Undo all changes'), await drawn('Reset'));
  }));

/**
 * @param {Page} page
 * @param {string} name
 * @returns {Promise<string>} what a picture shows once it changes no more
 */
async function stillPicture(page, name) {
  let last = '';
  await waitUntil(async () => {
    const before = last;
    await linger(page);
    last = await picture(page, name);
    return last === before;
  });
  return last;
}

/**
 * @param {Page} page
 * @returns {Promise<string>} the left edge of the boundary's picture, with the numbers of its axis
 */
function axesOf(page) {
  return page.getByRole('img', { name: 'Decision boundary', exact: true }).evaluate((element) => {
    const canvas = /** @type {HTMLCanvasElement} */ (element);
    const strip = document.createElement('canvas');
    strip.width = Math.round(canvas.width * 0.07);
    strip.height = canvas.height;
    strip.getContext('2d')?.drawImage(canvas, 0, 0);
    return strip.toDataURL();
  });
}
