/** Kept runs by keyboard, by touch, for assistive technology and in German. */

import assert from 'node:assert/strict';
import { after, before as beforeAll, test } from 'node:test';
import { assertNoViolationInBothThemes } from './axe.js';
import { keepRuns, readRuns, table, told } from './keep-support.js';
import { train } from './record-support.js';
import { button, startSite, waitForState } from './support.js';
import { waitUntil } from './wait-until.js';

/** @type {import('./support.js').Site} */
let site;
beforeAll(async () => {
  site = await startSite();
});
after(() => site.close());

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test('keys keep, name, restore and remove', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 12);
    await button(page, 'Keep').focus();
    await page.keyboard.press('Enter');
    await told(page, 'Kept as A, at epoch 12.');
    await table(page).waitFor();
    await page.keyboard.press('Tab');
    // The table scrolls by keyboard where it is too wide.
    await page.keyboard.press('Tab');
    await page.keyboard.type('good');
    await page.keyboard.press('Tab');
    await waitUntil(async () => (await readRuns(page))[0].label === 'good');
    await train(page, 3);
    await page.keyboard.press('Enter');
    await page.getByText('Run A (good), epoch 12, where it was kept').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Run A (good) is back, at epoch 12.').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await told(page, 'Removed: A.');
    const focused = () =>
      page.evaluate(
        () => document.querySelector('moon-lab')?.shadowRoot?.activeElement?.textContent,
      );
    assert.notEqual(await focused(), undefined, 'the focus stays in the lab');
  }));

test('nothing is wrong for assistive technology, with kept runs in either theme', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 5);
    await keepRuns(page, undefined, 'named');
    await table(page).waitFor();
    await assertNoViolationInBothThemes(page, 'moon-lab');
  }));

test('on a phone a run is kept, named and restored by touch, and nothing is wider than the screen', () =>
  site.visit(PHONE, async (page) => {
    await waitForState(page, 'ready');
    await train(page, 8);
    await button(page, 'Keep').tap();
    await told(page, 'Kept as A, at epoch 8.');
    await page.getByLabel('Name of run A').tap();
    await page.keyboard.type('by touch');
    await page.getByRole('heading', { name: 'Loss', exact: true }).tap();
    await waitUntil(async () => (await readRuns(page))[0]?.label === 'by touch');
    await train(page, 4);
    await button(page, 'Restore run A').tap();
    await page.getByText('Run A (by touch) is back, at epoch 8.').waitFor();
    const widths = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    assert.ok(widths[0] <= widths[1], String(widths));
    for (const name of ['Keep', 'Restore run A', 'Remove run A', 'Remove all']) {
      const box = await button(page, name).boundingBox();
      assert.ok(box && box.height >= 44, name);
    }
  }));

test('it speaks German, and the kept runs stay when the language changes', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await keepRuns(page, 'eins');
    await table(page).waitFor();
    await page.evaluate(() => document.querySelector('moon-lab')?.setAttribute('lang', 'de'));
    await button(page, 'Aufbewahren').waitFor();
    await page.getByRole('table', { name: 'Aufbewahrte Läufe' }).waitFor();
    await button(page, 'Lauf A zurückholen').waitFor();
    assert.equal(await page.getByLabel('Name des Laufs A').inputValue(), 'eins');
  }));
