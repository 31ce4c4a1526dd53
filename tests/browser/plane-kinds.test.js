import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertNoViolationInBothThemes } from './axe.js';
import { button, picture, settle, startSite, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const NAME = 'Decision boundary';
/** @param {Page} page */
const surface = (page) => page.getByRole('radiogroup', { name: 'Surface' });

/** @param {Page} page */
const legend = (page) => page.locator('.legend-entry').allTextContents();

/**
 * @param {Page} page
 * @param {RegExp} expected
 */
async function waitForDescription(page, expected) {
  await page
    .locator('#boundary-description')
    .filter({ hasText: expected })
    .waitFor({ state: 'attached' });
}

/**
 * Where the keyboard's crosshair begins: in the middle of the picture.
 *
 * @param {Page} page
 * @returns {Promise<string>} what is said of it
 */
async function readMiddle(page) {
  await page.getByRole('img', { name: NAME, exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await settle(page);
  return (await page.locator('.readout').textContent()) ?? '';
}

test('three classes are named in legend, description and readout, and only the winner if so wanted', () =>
  site.visit({ query: '?dataset=blobs&classes=3&class-names=ant,bee,cow' }, async (page) => {
    await waitForState(page, 'ready');
    assert.deepEqual(await legend(page), [
      'Class ant',
      'Class bee',
      'Class cow',
      'Training points',
      'Test points',
    ]);
    await waitForDescription(page, /class ant \(blue\).*class bee \(orange\).*class cow \(green\)/);
    await waitForDescription(page, /The probability of the likeliest class goes from 0\.\d{3} to/);
    const levels = await picture(page, NAME);
    assert.match(await readMiddle(page), /(Probability of class (ant|bee|cow): 0\.\d{3} · ){2}/);
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: 'Classes', exact: true }).check({ force: true });
    await settle(page);
    assert.notEqual(await picture(page, NAME), levels);
    await assertNoViolationInBothThemes(page);
  }));

test('values have no classes: not in legend, description or readout, nor surfaces to choose from', () =>
  site.visit({ query: '?problem=regression' }, async (page) => {
    await waitForState(page, 'ready');
    assert.deepEqual(await legend(page), ['Training points', 'Test points']);
    assert.equal(await surface(page).isVisible(), false);
    await waitForDescription(
      page,
      /^Predictions go from .* to .*, R² is .* on the training points/,
    );
    assert.match(await readMiddle(page), /Prediction: −?\d/);
    await assertNoViolationInBothThemes(page);
  }));

test('the picture follows what is learned, from two classes to values to six classes', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    assert.equal((await legend(page)).length, 4);
    const configure = (/** @type {object} */ config) =>
      page.evaluate((patch) => {
        const lab = document.querySelector('moon-lab');
        if (lab) lab.config = patch;
      }, config);
    await configure({ problem: 'regression' });
    await page.waitForFunction(
      () =>
        document.querySelector('moon-lab')?.shadowRoot?.querySelectorAll('.legend-entry').length ===
        2,
    );
    assert.equal(await surface(page).isVisible(), false);
    await configure({ dataset: 'spirals', classes: 6 });
    await page.waitForFunction(
      () =>
        document.querySelector('moon-lab')?.shadowRoot?.querySelectorAll('.legend-entry').length ===
        8,
    );
    assert.equal(await surface(page).isVisible(), true);
    await waitForDescription(page, /class 5 \(grey\)/);
    await button(page, 'Train').click();
    await waitForState(page, 'training');
  }));
