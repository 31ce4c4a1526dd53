import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visitHost } from './host-page.js';
import { readLab, startSite, unfoldControls, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/**
 * Turns the wheel over a field that has the focus, until the page has scrolled.
 *
 * @param {Page} page
 * @param {Locator} input
 */
async function wheelOver(page, input) {
  await input.scrollIntoViewIfNeeded();
  await input.focus();
  await input.hover();
  const from = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 240);
  await page.waitForFunction((start) => scrollY > start, from);
}

const TALL = '<div id="tall"></div>';
const makeTall = (/** @type {Page} */ page) =>
  page.evaluate(() => {
    const tall = document.getElementById('tall');
    if (tall) tall.style.height = '3000px';
  });

test('the wheel over a field scrolls the page, and changes nothing', () =>
  visitHost(
    site,
    `<moon-lab></moon-lab>${TALL}`,
    async (page) => {
      await waitForState(page, 'ready');
      await unfoldControls(page);
      await makeTall(page);
      await page.evaluate(() => document.querySelector('moon-lab')?.step(3));
      const lab = await readLab(page);
      for (const label of ['Seed', 'Neurons of layer 1', 'Learning rate']) {
        const input = page.getByLabel(label, { exact: true });
        await wheelOver(page, input);
        assert.deepEqual(await readLab(page), lab, label);
        assert.equal(await input.evaluate((field) => field.matches(':focus')), true, label);
      }
    },
    { viewport: { width: 900, height: 700 } },
  ));

test('what has been typed so far is not taken for meant because somebody scrolls', () =>
  visitHost(
    site,
    `<moon-lab></moon-lab>${TALL}`,
    async (page) => {
      await waitForState(page, 'ready');
      await makeTall(page);
      const seed = page.getByLabel('Seed', { exact: true });
      await seed.focus();
      await page.keyboard.press('End');
      await page.keyboard.type('7');
      await wheelOver(page, seed);
      assert.equal((await readLab(page)).config.seed, 42);
      await page.keyboard.type('1');
      assert.equal(await seed.inputValue(), '4271', 'one can type on');
    },
    { viewport: { width: 900, height: 700 } },
  ));

test('so it is in the lesson, in its widgets and in its questions', () =>
  site.visit({ path: '/dist/lesson.html', viewport: { width: 900, height: 700 } }, async (page) => {
    const guess = page.locator('input[name=guess]').first();
    await guess.fill('0.5');
    await wheelOver(page, guess);
    assert.equal(await guess.inputValue(), '0.5');
    const cell = page.getByLabel('Bias of neuron 1', { exact: true }).first();
    await page.locator('[data-widget^=layer]').first().scrollIntoViewIfNeeded();
    const value = await cell.inputValue();
    await wheelOver(page, cell);
    assert.equal(await cell.inputValue(), value);
  }));
