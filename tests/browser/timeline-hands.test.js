/** The way through the epochs by finger and by key. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visitHost } from './host-page.js';
import { settle, startSite } from './support.js';
import {
  chart,
  epochOf,
  goTo,
  slider,
  trained,
  waitForEpochAt,
  waitForEpochWithin,
} from './timeline-support.js';

/** @typedef {import('./support.js').Page} Page */
/** @typedef {{ x: number, y: number }} Place */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

/**
 * @param {Page} page
 * @param {Place} from
 * @param {Place} to
 * @param {() => Promise<void>} [beforeEnd] before the finger is lifted
 */
async function swipe(page, from, to, beforeEnd = async () => {}) {
  const session = await page.context().newCDPSession(page);
  /** @param {'touchStart' | 'touchMove' | 'touchEnd'} type @param {Place[]} touchPoints */
  const touch = (type, ...touchPoints) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', from);
  for (let step = 1; step <= 10; step += 1) {
    const along = (/** @type {'x' | 'y'} */ axis) =>
      from[axis] + (step / 10) * (to[axis] - from[axis]);
    await touch('touchMove', { x: along('x'), y: along('y') });
  }
  await beforeEnd();
  await touch('touchEnd');
  await settle(page);
}

/**
 * @param {import('playwright-core').Locator} part
 * @returns {Promise<(x: number, y?: number) => Place>} a place in it, by parts of its width and height
 */
async function placesOf(part) {
  await part.scrollIntoViewIfNeeded();
  const box = await part.boundingBox();
  assert.ok(box);
  return (x, y = 0.5) => ({ x: box.x + x * box.width, y: box.y + y * box.height });
}

/** @param {Page} page */
const scrolled = (page) => page.evaluate(() => scrollY);

test('on a phone a finger goes along the slider, and everything follows before it is lifted', () =>
  site.visit(PHONE, async (page) => {
    await trained(page, 100);
    const at = await placesOf(slider(page));
    const top = await scrolled(page);
    await swipe(page, at(0.97), at(0.25), () => waitForEpochWithin(page, 10, 40));
    const epoch = await epochOf(page);
    assert.ok(epoch > 10 && epoch < 40, String(epoch));
    assert.equal(Number(await slider(page).inputValue()), epoch);
    assert.equal(await page.locator('#epoch').textContent(), String(epoch));
    assert.equal(await scrolled(page), top, 'the page stays');
  }));

for (const name of ['Loss', 'Accuracy']) {
  test(`on a phone a finger goes across the curve of ${name}, and up and down it scrolls the page`, () =>
    site.visit(PHONE, async (page) => {
      await trained(page, 100);
      const at = await placesOf(chart(page, name));
      const top = await scrolled(page);
      await swipe(page, at(0.9), at(0.4), () => waitForEpochWithin(page, 10, 60));
      const epoch = await epochOf(page);
      assert.ok(epoch > 10 && epoch < 60, String(epoch));
      assert.equal(await scrolled(page), top, 'across, the page stays');
      const from = at(0.8);
      await swipe(page, from, { x: from.x, y: from.y - 200 });
      await page.waitForFunction((former) => scrollY > former + 50, top);
      assert.equal(await epochOf(page), epoch, 'up and down, the run stays');
    }));
}

test('a tap on a curve goes to its epoch', () =>
  site.visit(PHONE, async (page) => {
    await trained(page, 100);
    const at = await placesOf(chart(page, 'Loss'));
    const { x, y } = at(0.5);
    await page.touchscreen.tap(x, y);
    await waitForEpochWithin(page, 20, 70);
  }));

test('Page Up, Page Down, Home and End go along the slider, no further than it reaches', () =>
  site.visit({ query: '?epochs=300' }, async (page) => {
    await trained(page, 120);
    await slider(page).focus();
    const press = async (/** @type {string} */ key) => {
      const former = await epochOf(page);
      await page.keyboard.press(key);
      await page.waitForFunction(
        (epoch) => document.querySelector('moon-lab')?.metrics?.epoch !== epoch,
        former,
      );
      await settle(page);
      return epochOf(page);
    };
    const back = await press('PageDown');
    assert.ok(back < 120 - 5, `a page is more than a few steps: ${back}`);
    assert.equal(await press('PageUp'), 120);
    assert.equal(await press('ArrowRight'), 121, 'an epoch that is new');
    assert.equal(await press('ArrowUp'), 122);
    assert.equal(await press('ArrowDown'), 121);
    assert.equal(await press('End'), 300, 'the epoch limit');
    assert.equal(await slider(page).getAttribute('aria-valuetext'), '300, trained up to 300');
    await page.keyboard.press('ArrowRight');
    await settle(page);
    assert.equal(await epochOf(page), 300);
    assert.equal(await press('Home'), 0);
    await page.keyboard.press('ArrowLeft');
    await settle(page);
    assert.equal(await epochOf(page), 0);
    const steps = await page.evaluate(
      () => document.querySelector('moon-lab')?.history.epoch.length,
    );
    assert.equal(steps, 301, 'nothing is forgotten');
  }));

test('the keys of the slider are its own: the lab’s shortcuts stay out of it', () =>
  site.visit({}, async (page) => {
    await trained(page, 50);
    await goTo(page, 20);
    await slider(page).focus();
    await page.keyboard.press('ArrowRight');
    await waitForEpochAt(page, 21);
    await page.keyboard.press('ArrowRight');
    await waitForEpochAt(page, 22);
    await settle(page);
    assert.equal(await epochOf(page), 22, 'and not a step besides');
  }));

test('a curve is gone along with the keys, step by step and page by page, and Escape goes nowhere', () =>
  site.visit({}, async (page) => {
    await trained(page, 100);
    await chart(page, 'Loss').focus();
    for (const key of ['End', 'PageDown', 'Shift+ArrowLeft']) await page.keyboard.press(key);
    assert.equal(await epochOf(page), 100, 'reading is not going');
    await page.keyboard.press('Enter');
    await waitForEpochWithin(page, 80, 95);
    const epoch = await epochOf(page);
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Enter');
    await waitForEpochAt(page, epoch - 1);
    await page.keyboard.press('Home');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await settle(page);
    assert.equal(await epochOf(page), epoch - 1);
  }));

test('in a page that is written from right to left, the slider goes the same way as the curves', () =>
  visitHost(site, '<div dir="rtl"><moon-lab loading="eager"></moon-lab></div>', async (page) => {
    await trained(page, 100);
    const at = await placesOf(slider(page));
    const { x, y } = at(0.25);
    await page.mouse.click(x, y);
    await waitForEpochWithin(page, 10, 40);
    const epoch = await epochOf(page);
    await page.keyboard.press('ArrowRight');
    await waitForEpochAt(page, epoch + 1);
  }));
