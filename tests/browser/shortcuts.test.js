/** Keys that press the lab's buttons while the focus is anywhere in it. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visitHost } from './host-page.js';
import { button, readLab, settle, startSite, waitForEpoch, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const boundary = (/** @type {Page} */ page) =>
  page.getByRole('img', { name: 'Decision boundary', exact: true });
const list = (/** @type {Page} */ page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

/** @param {Page} page */
const epochOf = async (page) => (await readLab(page)).metrics.epoch;

/**
 * Presses the lab's empty ground.
 *
 * @param {Page} page
 */
const pressGround = (page) => page.locator('moon-lab .lab').click({ position: { x: 3, y: 300 } });

test('space trains and pauses, → steps, R resets', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await boundary(page).focus();
    await page.keyboard.press(' ');
    await waitForEpoch(page, 3);
    assert.equal((await readLab(page)).state, 'training');
    await page.keyboard.press(' ');
    await waitForState(page, 'paused');
    await page.keyboard.press('r');
    await waitForState(page, 'ready');
    await button(page, 'Step').focus();
    for (const epoch of [1, 2]) {
      await page.keyboard.press('ArrowRight');
      await waitForEpoch(page, epoch);
    }
    assert.equal(await epochOf(page), 2);
    await page.keyboard.press('R');
    await waitForState(page, 'ready');
    assert.equal(await page.evaluate(() => scrollY), 0, 'no key has scrolled the page');
  }));

test('who presses the ground of the lab means the lab, who presses the page does not', () =>
  site.visit({ viewport: { width: 1280, height: 720 } }, async (page) => {
    await waitForState(page, 'ready');
    await page.keyboard.press('ArrowRight');
    await settle(page);
    assert.equal(await epochOf(page), 0);
    await pressGround(page);
    await page.keyboard.press('ArrowRight');
    await waitForEpoch(page, 1);
    await page.locator('.tagline').click();
    await page.keyboard.press('ArrowRight');
    await settle(page);
    assert.equal(await epochOf(page), 1);
  }));

test('a key that what has the focus uses itself does that, and nothing else', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    const step = () => page.keyboard.press('ArrowRight');
    /** @type {[focus: () => Promise<void>, keys: string[]][]} */
    const used = [
      [() => boundary(page).focus(), ['ArrowRight']],
      [() => page.getByRole('radio', { name: 'Both', exact: true }).focus(), ['ArrowRight', ' ']],
      [() => page.getByLabel('Seed', { exact: true }).focus(), ['ArrowRight', ' ', 'r', 'f', '?']],
      [() => page.getByLabel('Optimiser').focus(), ['f', '?']],
      [() => page.locator('.fold-data summary, .fold > summary').first().focus(), [' ']],
      [() => page.getByLabel('Best possible line').focus(), [' ']],
    ];
    for (const [focus, keys] of used) {
      await focus();
      for (const key of keys) await page.keyboard.press(key);
      await settle(page);
      const { state, metrics, config } = await readLab(page);
      assert.deepEqual([state, metrics.epoch, config.seed], ['ready', 0, 42], String(keys));
      assert.equal(await list(page).count(), 0, String(keys));
      assert.equal(await page.locator('[data-presentation]').count(), 0, String(keys));
    }
    await button(page, 'Step').focus();
    await page.keyboard.press(' ');
    await waitForEpoch(page, 1);
    assert.equal((await readLab(page)).state, 'paused', 'space has pressed the button alone');
    await step();
    await waitForEpoch(page, 2);
  }));

test('with a modifier no key is a shortcut, and one that is held steps, but resets once', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await button(page, 'Step').focus();
    for (const key of ['Shift+ArrowRight', 'Control+ArrowRight', 'Alt+Shift+F', 'Shift+R']) {
      await page.keyboard.press(key);
    }
    await settle(page);
    assert.equal(await epochOf(page), 0);
    assert.equal(await page.locator('[data-presentation]').count(), 0);
    for (let i = 0; i < 3; i++) await page.keyboard.down('ArrowRight');
    await page.keyboard.up('ArrowRight');
    await waitForEpoch(page, 3);
  }));

test('? lists the keys that there are, Escape closes the list and leaves the focus where it was', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await boundary(page).focus();
    await page.keyboard.press('?');
    await list(page).waitFor();
    assert.deepEqual(await list(page).locator('kbd').allTextContents(), [
      'Space',
      '→',
      'R',
      'F',
      '?',
    ]);
    await page.keyboard.press('r');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await list(page).waitFor({ state: 'hidden' });
    assert.equal(await epochOf(page), 0, 'none of them acts behind it');
    assert.equal(await boundary(page).evaluate((canvas) => canvas.matches(':focus')), true);
    await button(page, 'Keyboard shortcuts').click();
    await list(page).getByRole('button', { name: 'Close' }).click();
    await list(page).waitFor({ state: 'hidden' });
  }));

test('a key is gone with its button, and all are where the page hides them', () =>
  site.visit({ query: '?hide=presentation' }, async (page) => {
    await waitForState(page, 'ready');
    await button(page, 'Step').focus();
    await page.keyboard.press('f');
    await settle(page);
    assert.equal(await page.locator('[data-presentation]').count(), 0);
    await page.keyboard.press('?');
    assert.deepEqual(await list(page).locator('kbd:visible').allInnerTexts(), [
      'Space',
      '→',
      'R',
      '?',
    ]);
    await page.keyboard.press('?');
    for (const parts of ['shortcuts', 'transport']) {
      await page.evaluate(
        (names) => document.querySelector('moon-lab')?.setAttribute('hide', names),
        parts,
      );
      await boundary(page).focus();
      for (const key of [' ', 'f', '?']) await page.keyboard.press(key);
      await settle(page);
      assert.equal((await readLab(page)).state, 'ready', parts);
      assert.equal(await list(page).count(), 0, parts);
      assert.equal(await page.locator('[data-presentation]').count(), 0, parts);
    }
    assert.equal(await button(page, 'Presentation').count(), 0);
  }));

test('the page hears no key that the lab has used', () =>
  visitHost(
    site,
    '<moon-lab></moon-lab>',
    async (page) => {
      await waitForState(page, 'ready');
      await page.evaluate(() => {
        /** @type {string[]} */
        const heard = [];
        Object.assign(window, { heard });
        document.addEventListener('keydown', ({ key }) => heard.push(key));
      });
      await button(page, 'Step').focus();
      for (const key of ['ArrowRight', 'r', '?', 'Escape']) await page.keyboard.press(key);
      const heard = () => page.evaluate(() => /** @type {any} */ (window).heard);
      assert.deepEqual(await heard(), []);
      await page.keyboard.press('ArrowLeft');
      assert.deepEqual(await heard(), ['ArrowLeft'], 'which nothing here uses');
    },
    { viewport: { width: 1200, height: 900 } },
  ));

test('the list of keys is put away when the language changes, and its button has the focus again', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await button(page, 'Keyboard shortcuts').press('Enter');
    await page.locator('moon-lab dialog[open]').waitFor();
    await page.evaluate(() => (document.documentElement.lang = 'de'));
    await button(page, 'Zurücksetzen').waitFor();
    const name = await page.evaluate(() =>
      document.querySelector('moon-lab')?.shadowRoot?.activeElement?.getAttribute('aria-label'),
    );
    assert.equal(name, 'Tastenkürzel');
  }));

test('the list is shown again where it was open while the lab was moved in its page', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await button(page, 'Keyboard shortcuts').click();
    await list(page).waitFor();
    await page.evaluate(() => {
      const lab = document.querySelector('moon-lab');
      if (lab) document.body.append(lab);
    });
    await settle(page);
    await button(page, 'Keyboard shortcuts').press('Enter');
    const isModal = await list(page).evaluate((dialog) => dialog.matches(':modal'));
    assert.equal(isModal, true);
  }));
