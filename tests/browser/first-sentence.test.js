import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { button, readLab, settle, startSite, waitForState } from './support.js';

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** With this seed the untrained network is below one half, with the other one above it. */
const BELOW = '?weight-seed=1';
const ABOVE = '?weight-seed=2';
const PHONE = { width: 390, height: 844 };

/** @param {import('./support.js').Page} page */
const sentence = async (page) => (await page.locator('.status').textContent()) ?? '';

test('an accuracy below guessing is explained beside it, until something is trained', () =>
  site.visit({ query: BELOW }, async (page) => {
    await waitForState(page, 'ready');
    assert.ok((await readLab(page)).metrics.testAccuracy < 0.5);
    assert.match(await sentence(page), /^Ready\. .*Random weights .* guessing\.$/);
    await button(page, 'Step').click();
    await waitForState(page, 'paused');
    assert.match(await sentence(page), /^Paused at epoch 1, /);
    await button(page, 'Reset').click();
    await waitForState(page, 'ready');
    assert.match(await sentence(page), /Random weights/);
  }));

test('where there is nothing to explain, nothing is explained', () =>
  site.visit({ query: ABOVE }, async (page) => {
    await waitForState(page, 'ready');
    assert.ok((await readLab(page)).metrics.testAccuracy > 0.5);
    assert.equal(await sentence(page), 'Ready. Press Train.');
  }));

test('on a phone the picture stays where it is when the explanation goes', () =>
  site.visit({ query: BELOW, viewport: PHONE }, async (page) => {
    await waitForState(page, 'ready');
    await settle(page);
    const top = () =>
      page.locator('.picture-boundary').evaluate((box) => box.getBoundingClientRect().top);
    assert.match(await sentence(page), /Random weights/);
    const placed = await top();
    await page.evaluate(() => document.querySelector('moon-lab')?.step(1));
    await waitForState(page, 'paused');
    await settle(page);
    assert.equal(await top(), placed);
  }));
