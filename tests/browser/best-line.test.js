import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertNoViolationInBothThemes } from './axe.js';
import { POINTS } from './own-data.js';
import { dataSet, picture, readLab, settle, startSite, waitForState } from './support.js';

/** @typedef {import('./support.js').Page} Page */

/** @type {import('./support.js').Site} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** @param {Page} page */
const toggle = (page) => page.getByRole('checkbox', { name: 'Best possible line', exact: true });
/** @param {Page} page */
const note = (page) => page.locator('.best-note');
/**
 * @param {Page} page
 * @param {object} config
 */
const set = (page, config) =>
  page.evaluate((patch) => {
    const lab = document.querySelector('moon-lab');
    if (lab) lab.config = /** @type {any} */ (patch);
  }, config);
/** @param {Page} page */
const description = (page) => page.locator('#boundary-description').textContent();

test('the best possible line and its accuracy are there once asked for, and gone again', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await toggle(page).waitFor();
    assert.equal(await note(page).textContent(), '');
    const without = await picture(page, 'Decision boundary');
    await toggle(page).check();
    await note(page).filter({ hasText: 'Nobody can beat 97.1% on fresh points' }).waitFor();
    await settle(page);
    const withLine = await picture(page, 'Decision boundary');
    assert.notEqual(withLine, without);
    assert.match(String(await description(page)), /drawn dashed\. Nobody can beat 97\.1%/);
    assert.deepEqual((await readLab(page)).query, '', 'it is no setting');
    await toggle(page).uncheck();
    await settle(page);
    assert.equal(await picture(page, 'Decision boundary'), without);
    assert.equal(await note(page).textContent(), '');
  }));

test('the line follows the data, and stays while only the network changes', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await toggle(page).check();
    await note(page).filter({ hasText: '97.1%' }).waitFor();
    await set(page, { layers: [3] });
    await waitForState(page, 'ready');
    assert.match(String(await note(page).textContent()), /97\.1%/);
    await set(page, { noise: 0.4 });
    await note(page).filter({ hasText: '86.3%' }).waitFor();
    // Few test points may come out above what is to be expected: it says how few.
    await note(page).filter({ hasText: 'on the 60 test points, chance sometimes does' }).waitFor();
    await set(page, { testSize: 0.5 });
    await note(page).filter({ hasText: 'on the 150 test points, chance' }).waitFor();
    await set(page, { dataset: 'spirals', classes: 6, noise: 0.2 });
    await note(page)
      .filter({ hasText: 'Nobody can beat 25.3% on fresh points of these spirals' })
      .waitFor();
    await set(page, { dataset: 'xor', noise: 0 });
    await note(page)
      .filter({ hasText: 'Fresh points of this pattern can all be told apart' })
      .waitFor();
  }));

test('there is no such line where nobody knows what the points are drawn from', () =>
  site.visit({ query: '?dataset=plane' }, async (page) => {
    await waitForState(page, 'ready');
    await page.locator('.lab[data-complete]').waitFor();
    assert.equal(await toggle(page).count(), 0);
    await dataSet(page, 'Two moons').check({ force: true });
    await toggle(page).waitFor();
    await toggle(page).check();
    await note(page).filter({ hasText: 'Nobody can beat' }).waitFor();
    await set(page, { dataset: 'own', data: POINTS });
    await waitForState(page, 'ready');
    await page.locator('.best-line').waitFor({ state: 'hidden' });
    assert.equal(await note(page).textContent(), '');
  }));

test('a page can leave the best possible line out', () =>
  site.visit({ query: '?hide=best' }, async (page) => {
    await waitForState(page, 'ready');
    await page.locator('.lab[data-complete]').waitFor();
    assert.equal(await toggle(page).count(), 0);
  }));

test('the line stays when the language changes, and is said in it', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await toggle(page).check();
    await note(page).filter({ hasText: '97.1%' }).waitFor();
    await page.evaluate(() => document.querySelector('moon-lab')?.setAttribute('lang', 'de'));
    const german = page.getByRole('checkbox', { name: 'Bestmögliche Linie', exact: true });
    await german.waitFor();
    assert.ok(await german.isChecked());
    await note(page)
      .filter({ hasText: 'Bei neuen Punkten dieser Monde ist niemand besser als 97,1' })
      .waitFor();
  }));

test('the switch is found by keyboard and named for everybody', () =>
  site.visit({}, async (page) => {
    await waitForState(page, 'ready');
    await toggle(page).focus();
    await page.keyboard.press('Space');
    await note(page).filter({ hasText: '97.1%' }).waitFor();
    await assertNoViolationInBothThemes(page, 'moon-lab');
  }));
